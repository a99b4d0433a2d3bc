import type { Box } from "../../pdfium/module.ts";
import { PageChars, type TextTurn } from "../../pdfium/page-chars.ts";
import { type Frame, frameOf, fromFrame, moveInto } from "./frame.ts";
import { readable } from "./glyphs.ts";
import { type Line, linesOf } from "./lines.ts";

/** Lines in their own frame. */
export type TurnedLines = Readonly<{ frame: Frame; lines: readonly Line[] }>;

const turns = [0, 90, 180, 270] as const;

/** How many letters the lines of prose have on average at least. */
const leastProse = 28;
/** Stamps of archives and publishers have at most three lines. */
const leastLines = 4;

/**
 * The lines of a page that run up, down or upside down while most of it does not: heads of narrow columns, names of
 * axes, a table beside the text. Single lines outside of the page's other text are furniture: stamps of archives,
 * addresses of publishers. The boxes of the characters are in user space.
 */
export function turnedLines(chars: PageChars, main: Frame): TurnedLines[] {
  let isAll = true;
  for (const { run, count } of chars.parts())
    if (count > 0 && run.turn !== main.turn && run.turn !== null) isAll = false;
  if (isAll) return [];
  const ways = new Map<TextTurn, number[]>(turns.map((turn) => [turn, []]));
  for (let k = 0; k < chars.length; k++) {
    const { turn } = chars.run(k);
    if (turn !== null) ways.get(turn)?.push(k);
  }
  const others = turns.filter((turn) => turn !== main.turn && ways.get(turn)?.some((k) => !chars.isBlank(k)));
  if (others.length === 0) return [];
  const body = boundsOf(chars, ways.get(main.turn) ?? []);
  return others.flatMap((turn) => {
    const frame = frameOf(main.visible, { 0: 0, 90: 0, 180: 0, 270: 0, [turn]: 1 });
    const all = linesIn(chars, ways.get(turn) ?? [], frame);
    const isOutside = (line: Line): boolean => !isWithin(fromFrame(line.box, frame), body);
    const outside = all.filter(isOutside);
    // The same name comes again at the axis of each chart.
    const isParagraph = new Set(outside.map(({ text }) => text)).size >= leastLines && isProse(outside);
    const lines = isParagraph ? all : all.filter((line) => !isOutside(line));
    return lines.length === 0 ? [] : [{ frame, lines }];
  });
}

function linesIn(chars: PageChars, places: readonly number[], frame: Frame): Line[] {
  const own = new PageChars(places.length);
  own.append(chars, places);
  moveInto(own, frame);
  const order = Array.from({ length: own.length }, (_, k) => k);
  return linesOf(own, readable(own, order), new Map());
}

/** Lines that are read together; labels stand each for itself, whatever is above and below them. */
export function isProse(lines: readonly Line[]): boolean {
  return lines.reduce((letters, line) => letters + line.chars.length, 0) >= lines.length * leastProse;
}

/** The box around characters in some places, blanks left out. */
export function boundsOf(chars: PageChars, places: readonly number[]): Box {
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const k of places) {
    if (chars.isBlank(k)) continue;
    x0 = Math.min(x0, chars.left(k));
    y0 = Math.min(y0, chars.bottom(k));
    x1 = Math.max(x1, chars.right(k));
    y1 = Math.max(y1, chars.top(k));
  }
  return [x0, y0, x1, y1];
}

/** By the middle of a box. */
export function isWithin([x0, y0, x1, y1]: Box, [left, bottom, right, top]: Box): boolean {
  const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2];
  return x >= left && x <= right && y >= bottom && y <= top;
}
