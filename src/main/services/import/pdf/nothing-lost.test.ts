import fc from "fast-check";
import { expect, test } from "vitest";
import type { PaperContent } from "../../../../shared/model/content.ts";
import { handMade } from "../../export/pdf/pdf.cases.ts";
import { wholePdf } from "../whole.cases.ts";

/** A word, or a digit raised or lowered after one. */
type Token = Readonly<{ text: string; script?: "up" | "down" }>;
type PrintedLine = Readonly<{ tokens: readonly Token[]; indent: number; gap: number }>;
/** Lines under each other: a title, a column of prose, alone or beside a box, two or three columns, rows of cells. */
type Region = Readonly<{
  kind: "title" | "column" | "boxed" | "columns" | "triple" | "rows" | "notes";
  lines: readonly PrintedLine[];
  size: number;
}>;

/** A page upright or on its side; its notes are called by raised numbers, one in each of its first lines. */
type PrintedPage = Readonly<{ regions: readonly Region[]; isLandscape: boolean; notes: readonly PrintedLine[] }>;

const [short, long] = [420, 600];

const starts = [
  "1.",
  "2)",
  "(b)",
  "iv)",
  "-",
  "-2.4",
  "-5%",
  "3.5",
  "34.8%",
  "0.4590",
  "2007",
  "i.e.",
  "[3]",
  "12",
  "A.",
  "*",
];
const words = [
  "harbour",
  "Ministry",
  "of",
  "the",
  "islands",
  "43.5",
  "tariff,",
  "ferry.",
  "(annex",
  "B)",
  "km",
  "CO",
  "R",
  "and/or",
  "1,250",
  "-0.3%",
  "+12.7",
  "17.5%",
  "3rd",
  "21st",
  "2019/20",
  "$4.1m",
];
const token = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...words).map((text): Token => ({ text })) },
  {
    weight: 1,
    arbitrary: fc.record({
      text: fc.constantFrom("2", "3", "12"),
      script: fc.constantFrom("up" as const, "down" as const),
    }),
  },
);
const line = fc
  .record({
    start: fc.option(fc.constantFrom(...starts), { freq: 3 }),
    first: fc.constantFrom(...words),
    rest: fc.array(token, { maxLength: 5 }),
    indent: fc.constantFrom(0, 0, 0, 12, 24),
    gap: fc.constantFrom(1.2, 1.2, 1.2, 1.3, 1.8, 2.6),
  })
  .map(({ start, first, rest, indent, gap }): PrintedLine => {
    const begin = start === null ? [] : [{ text: start }];
    return { tokens: [...begin, { text: first }, ...rest], indent, gap };
  });
const region = fc.record({
  kind: fc.constantFrom<Region["kind"]>("column", "columns", "triple", "rows", "notes", "title", "boxed"),
  lines: fc.array(line, { minLength: 1, maxLength: 9 }),
  size: fc.constantFrom(9, 9, 10, 10, 14),
});
const page = fc.record({
  regions: fc.array(region, { minLength: 1, maxLength: 3 }),
  isLandscape: fc.boolean(),
  notes: fc.array(line, { maxLength: 3 }),
});

/** Operators that print a line; scripts are moved by the text rise. */
function printed({ tokens, indent }: PrintedLine, x: number, y: number, size: number): string {
  const parts = tokens.map(({ text, script }, n) => {
    const bare = text.replace(/[()\\]/g, "\\$&");
    if (script === undefined) return `(${n === 0 ? "" : " "}${bare}) Tj`;
    const rise = script === "up" ? size * 0.35 : -size * 0.2;
    return `/F ${size * 0.6} Tf ${rise} Ts (${bare}) Tj 0 Ts /F ${size} Tf`;
  });
  return `BT /F ${size} Tf ${x + indent} ${y} Td ${parts.join(" ")} ET`;
}

type Drawn = Readonly<{
  operators: string;
  ink: string;
  lines: readonly Readonly<{ words: string; y: number }>[];
  width: number;
  height: number;
}>;

/** A page in operators, from the top down as far as there is room; and what it prints, without spaces. */
function drawn({ regions, isLandscape, notes }: PrintedPage): Drawn {
  const [width, height] = isLandscape ? [long, short] : [short, long];
  let y = height - 110;
  const operators: string[] = [];
  const ink: string[] = [];
  const printedLines: { words: string; y: number }[] = [];
  const print = (line: PrintedLine, x: number, y: number, size: number): void => {
    operators.push(printed(line, x, y, size));
    const words = line.tokens.map(({ text }) => text).join("");
    ink.push(words);
    printedLines.push({ words: words.replace(/\d+|\b[ivxlc]+\b/gi, "#"), y });
  };
  const called: PrintedLine[] = [];
  for (const { kind, lines, size: wanted } of regions) {
    const size = kind === "title" ? 22 : kind === "notes" ? 7 : Math.min(wanted, kind === "column" ? 14 : 9);
    for (const [n, own] of lines.slice(0, kind === "title" ? 2 : 9).entries()) {
      const isWhole = kind === "column";
      const cut = isWhole ? own : { ...own, tokens: own.tokens.slice(0, kind === "title" ? 3 : 4), indent: 0 };
      y -= size * (kind === "rows" || kind === "title" ? 1.4 : own.gap);
      if (y < 110) break;
      const count = kind === "columns" || kind === "boxed" ? 2 : kind === "rows" || kind === "triple" ? 3 : 1;
      for (let side = 0; side < count; side++) {
        const cell = count === 3 ? { ...cut, tokens: cut.tokens.slice(0, 2) } : cut;
        // The second column and the third have holes.
        if ((kind === "columns" || kind === "triple") && side > 0 && n % 4 === 4 - side) continue;
        // A box beside prose has smaller print on lines of its own.
        if (kind === "boxed" && side > 0) {
          if (n % 3 !== 2) print({ ...cell, tokens: cell.tokens.slice(0, 3) }, 50 + (width - 100) / 2, y - 3, 7);
          continue;
        }
        const note = notes[called.length];
        const calls = side === 0 && (kind === "column" || kind === "boxed") && note !== undefined;
        if (calls) called.push(note);
        const call: Token[] = calls ? [{ text: String(called.length), script: "up" }] : [];
        print({ ...cell, tokens: [...cell.tokens, ...call] }, 50 + (side * (width - 100)) / count, y, size);
      }
    }
    y -= size * 2;
  }
  for (const [n, note] of called.entries()) {
    const label: Token = { text: String(n + 1), script: "up" };
    print({ ...note, tokens: [label, ...note.tokens], indent: 0 }, 50, 100 - n * 10, 7);
  }
  return { operators: operators.join("\n"), ink: ink.join(""), lines: printedLines, width, height };
}

/**
 * True where two pages have the same words at the same height, figures apart: nobody could tell them from a running
 * head.
 */
function hasRunningHead(pages: readonly Drawn[]): boolean {
  return pages.some(({ lines }, n) =>
    pages
      .slice(n + 1)
      .some((other) => lines.some((a) => other.lines.some((b) => a.words === b.words && Math.abs(a.y - b.y) < 10))),
  );
}

/** A PDF with these pages; the same line and the page's number are at their feet and at their heads, if wanted. */
function paperOf(pages: readonly Drawn[], foot: string | null, head: string | null): Uint8Array {
  const kids = pages.map((_, n) => `${4 + n * 2} 0 R`).join(" ");
  const row = (words: string | null, y: number, width: number, number: number): string =>
    words === null
      ? ""
      : `\nBT /F 8 Tf 50 ${y} Td (${words}) Tj ET\nBT /F 8 Tf ${width - 60} ${y} Td (${number}) Tj ET`;
  return handMade([
    "<</Type/Catalog/Pages 2 0 R>>",
    `<</Type/Pages/Kids[${kids}]/Count ${pages.length}/Resources<</Font<</F 3 0 R>>>>>>`,
    "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ...pages.flatMap(({ operators, width, height }, n) => {
      const stream = operators + row(foot, 30, width, n + 5) + row(head, height - 30, width, n + 5);
      return [
        `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${width} ${height}]/Contents ${5 + n * 2} 0 R>>`,
        `<</Length ${stream.length}>>stream\n${stream}\nendstream`,
      ];
    }),
  ]);
}

/** Every character that a paper keeps: its text, the marks beside its items, the labels of notes and of their marks. */
function kept({ text, blocks }: PaperContent): string {
  const beside = blocks.flatMap((block) => {
    const own = block.kind === "listItem" ? block.marker : block.kind === "footnote" ? block.label : "";
    const called = block.marks.flatMap((mark) =>
      mark.kind === "link" && mark.href.startsWith("#note-") ? [mark.href.slice(6)] : [],
    );
    return [own, ...called];
  });
  return [text, ...beside].join("");
}

/** True when a paper has bullets or notes, whose signs are kept in another form: “-” as “•”, “[3]” as 3. */
function isRestated({ blocks }: PaperContent): boolean {
  return blocks.some(
    (block) =>
      block.kind === "footnote" ||
      (block.kind === "listItem" && block.marker === "•") ||
      block.marks.some((mark) => mark.kind === "link"),
  );
}

/** Characters and how often each occurs, without spaces and, where such are restated, without the signs of marks. */
function counted(text: string, restated: boolean): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const sign of text.replace(restated ? /[\s•*\-.)(\][]/g : /\s/g, "")) counts[sign] = (counts[sign] ?? 0) + 1;
  return counts;
}

test("whatever a page prints is in the text, a mark or a label, once", { timeout: 60_000 }, async () => {
  const edges = fc.constantFrom<readonly ("foot" | "head")[]>([], ["foot"], ["head"]);
  await fc.assert(
    fc.asyncProperty(fc.array(page, { minLength: 1, maxLength: 3 }), edges, async (pages, edges) => {
      const all = pages.map(drawn);
      fc.pre(!hasRunningHead(all));
      const isPaper = pages.length > 2;
      const foot = isPaper && edges.includes("foot") ? "Review of Charges Volume Seven" : null;
      // Heads of pages of two heights are at two heights, and on one of the three by itself.
      const hasOneHeight = new Set(all.map(({ height }) => height)).size === 1;
      const head = isPaper && hasOneHeight && edges.includes("head") ? "Ports and Ferries of the Islands" : null;
      const { content } = await wholePdf(paperOf(all, foot, head));
      for (const words of [foot, head]) {
        if (words === null) continue;
        expect(content.text).not.toContain(words);
        expect(content.pages.map(({ label }) => label)).toEqual(pages.map((_, n) => String(n + 5)));
      }
      const restated = isRestated(content);
      const ink = all.map((part) => part.ink).join("");
      expect(counted(kept(content), restated)).toEqual(counted(ink, restated));
    }),
    { numRuns: 120 },
  );
});
