import fc from "fast-check";
import { expect, test } from "vitest";
import type { PaperContent } from "../../../../shared/model/content.ts";
import { handMade } from "../../export/pdf/pdf.cases.ts";
import { wholePdf } from "../whole.cases.ts";

/** A word, or a digit raised or lowered after one. */
type Token = Readonly<{ text: string; script?: "up" | "down" }>;
type PrintedLine = Readonly<{ tokens: readonly Token[]; indent: number; gap: number }>;
/** Lines under each other: a column of prose, two or three columns, or rows of cells. */
type Region = Readonly<{
  kind: "column" | "columns" | "triple" | "rows" | "notes";
  lines: readonly PrintedLine[];
  size: number;
}>;

const [width, height] = [420, 600];

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
  kind: fc.constantFrom("column" as const, "columns" as const, "triple" as const, "rows" as const, "notes" as const),
  lines: fc.array(line, { minLength: 1, maxLength: 9 }),
  size: fc.constantFrom(9, 9, 10, 10, 14),
});
const page = fc.array(region, { minLength: 1, maxLength: 3 });

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

type Drawn = Readonly<{ operators: string; ink: string; lines: readonly Readonly<{ words: string; y: number }>[] }>;

/** A page in operators, from the top down as far as there is room; and what it prints, without spaces. */
function drawn(regions: readonly Region[]): Drawn {
  let y = height - 110;
  const operators: string[] = [];
  const ink: string[] = [];
  const printedLines: { words: string; y: number }[] = [];
  for (const { kind, lines, size: wanted } of regions) {
    const size = kind === "notes" ? 7 : Math.min(wanted, kind === "column" ? 14 : 9);
    for (const [n, own] of lines.entries()) {
      const short = kind === "column" ? own : { ...own, tokens: own.tokens.slice(0, 4), indent: 0 };
      y -= size * (kind === "rows" ? 1.4 : own.gap);
      if (y < 110) break;
      const count = kind === "columns" ? 2 : kind === "rows" || kind === "triple" ? 3 : 1;
      for (let side = 0; side < count; side++) {
        const cell = count === 3 ? { ...short, tokens: short.tokens.slice(0, 2) } : short;
        // The second column and the third have holes.
        if ((kind === "columns" || kind === "triple") && side > 0 && n % 4 === 4 - side) continue;
        operators.push(printed(cell, 50 + (side * 320) / count, y, size));
        const words = cell.tokens.map(({ text }) => text).join("");
        ink.push(words);
        printedLines.push({ words: words.replace(/\d+|\b[ivxlc]+\b/gi, "#"), y });
      }
    }
    y -= size * 2;
  }
  return { operators: operators.join("\n"), ink: ink.join(""), lines: printedLines };
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

/** A PDF with these pages, and with the same line and the page's number at their feet, if wanted. */
function paperOf(pages: readonly string[], foot: string | null): Uint8Array {
  const kids = pages.map((_, n) => `${4 + n * 2} 0 R`).join(" ");
  return handMade([
    "<</Type/Catalog/Pages 2 0 R>>",
    `<</Type/Pages/Kids[${kids}]/Count ${pages.length}/MediaBox[0 0 ${width} ${height}]/Resources<</Font<</F 3 0 R>>>>>>`,
    "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ...pages.flatMap((operators, n) => {
      const end = foot === null ? "" : `\nBT /F 8 Tf 50 30 Td (${foot}) Tj ET\nBT /F 8 Tf 360 30 Td (${n + 5}) Tj ET`;
      const stream = operators + end;
      return [
        `<</Type/Page/Parent 2 0 R/Contents ${5 + n * 2} 0 R>>`,
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
  await fc.assert(
    fc.asyncProperty(fc.array(page, { minLength: 1, maxLength: 3 }), fc.boolean(), async (pages, hasFoot) => {
      const all = pages.map(drawn);
      fc.pre(!hasRunningHead(all));
      const foot = hasFoot && pages.length > 2 ? "Review of Charges Volume Seven" : null;
      const { content } = await wholePdf(
        paperOf(
          all.map(({ operators }) => operators),
          foot,
        ),
      );
      if (foot !== null) {
        expect(content.text).not.toContain(foot);
        expect(content.pages.map(({ label }) => label)).toEqual(pages.map((_, n) => String(n + 5)));
      }
      const restated = isRestated(content);
      const ink = all.map((part) => part.ink).join("");
      expect(counted(kept(content), restated)).toEqual(counted(ink, restated));
    }),
    { numRuns: 120 },
  );
});
