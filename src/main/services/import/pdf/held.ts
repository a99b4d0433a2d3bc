import type { Letter, Line } from "./lines.ts";
import type { ReadPage } from "./page.ts";

/**
 * A page that waits until those after it have been read. Its letters are columns of numbers: as objects of their own, thousands
 * on each of dozens of pages, they grow old in memory and cost more than all else that reading a page takes.
 */
export type HeldPage = Readonly<{
  page: ReadPage;
  lines: readonly Omit<Line, "chars">[];
  /** How many letters each line has. */
  counts: Uint32Array;
  /** UTF-16 units of each letter, and what is said of it, a bit each. */
  units: Uint8Array;
  flags: Uint8Array;
  sizes: Float64Array;
  /** Four for each letter. */
  boxes: Float64Array;
}>;

const flag = { bold: 1, italic: 2, generated: 4, hyphen: 8, power: 16 } as const;

/** Put a page by. Its lines are taken out of it. */
export function heldPage(page: ReadPage): HeldPage {
  const total = page.lines.reduce((sum, line) => sum + line.chars.length, 0);
  const held: HeldPage = {
    page,
    lines: page.lines.map(({ chars: _, ...line }) => line),
    counts: Uint32Array.from(page.lines, (line) => line.chars.length),
    units: new Uint8Array(total),
    flags: new Uint8Array(total),
    sizes: new Float64Array(total),
    boxes: new Float64Array(total * 4),
  };
  let at = 0;
  for (const { chars } of page.lines) for (const char of chars) put(held, at++, char);
  page.lines = [];
  return held;
}

function put({ units, flags, sizes, boxes }: HeldPage, at: number, char: Letter): void {
  units[at] = char.text.length;
  flags[at] =
    (char.bold ? flag.bold : 0) |
    (char.italic ? flag.italic : 0) |
    (char.generated ? flag.generated : 0) |
    (char.hyphen ? flag.hyphen : 0) |
    (char.power === true ? flag.power : 0);
  sizes[at] = char.size;
  boxes.set(char.box, at * 4);
}

/** The page as it was. */
export function pageOfHeld(held: HeldPage): ReadPage {
  const { page, lines, counts } = held;
  let at = 0;
  page.lines = lines.map((line, index) => {
    const chars: Letter[] = [];
    let start = 0;
    for (const end = at + (counts[index] ?? 0); at < end; at++) {
      const next = start + (held.units[at] ?? 0);
      chars.push(letterAt(held, at, line.text.slice(start, next)));
      start = next;
    }
    return { ...line, chars };
  });
  return page;
}

function letterAt({ flags, sizes, boxes }: HeldPage, at: number, text: string): Letter {
  const said = flags[at] ?? 0;
  return {
    text,
    box: [boxes[at * 4] ?? 0, boxes[at * 4 + 1] ?? 0, boxes[at * 4 + 2] ?? 0, boxes[at * 4 + 3] ?? 0],
    size: sizes[at] ?? 0,
    bold: (said & flag.bold) !== 0,
    italic: (said & flag.italic) !== 0,
    generated: (said & flag.generated) !== 0,
    hyphen: (said & flag.hyphen) !== 0,
    power: (said & flag.power) !== 0,
  };
}
