import fc from "fast-check";
import { expect, test } from "vitest";
import { anyContent } from "../../../shared/fixtures/content.cases.ts";
import type { Block, PaperContent } from "../../../shared/model/content.ts";
import { extendBy, grow, nextUnit, nextUnmarked, type Unit, unitAt } from "./units.ts";

const common: Pick<Block, "direction" | "marks"> = { direction: "ltr", marks: [] };

/** A paper of lines: `#` begins a heading, `|` a new page, `>` a block that carries on the one before. */
function paper(...lines: readonly string[]): PaperContent {
  const blocks: Block[] = [];
  let text = "";
  let page = 0;
  for (const line of lines) {
    if (line.startsWith("|")) page++;
    const continues = /^\|?>/.test(line);
    const words = line.replace(/^[|>#]+/, "");
    if (text !== "") text += continues ? " " : "\n";
    const at = { start: text.length, end: text.length + words.length, page, continues, ...common };
    blocks.push(line.includes("#") ? { kind: "heading", level: 2, ...at } : { kind: "paragraph", ...at });
    text += words;
  }
  const pages = Array.from({ length: page + 1 }, (_, index) => ({
    label: String(index + 1),
    width: 0,
    height: 0,
    rotation: 0 as const,
  }));
  return { text, blocks, pages, warnings: [] };
}

const content = paper(
  "#Ports",
  "The port is full. Nobody, they say, will pay! Why?",
  "A paragraph stands",
  "|>alone. Over the page.",
  "#Fees",
  "|Last one.",
);
const { text } = content;
const at = (words: string): number => text.indexOf(words);
const wordsOf = (range: { start: number; end: number } | null): string | null =>
  range === null ? null : text.slice(range.start, range.end);

const around: readonly (readonly [Unit, string, string])[] = [
  ["sentence", "The port", "The port is full."],
  ["sentence", "port is", "The port is full."],
  ["sentence", "Nobody", "Nobody, they say, will pay!"],
  ["sentence", "hy?", "Why?"],
  ["sentence", "stands", "A paragraph stands alone."],
  ["paragraph", "alone", "A paragraph stands alone. Over the page."],
  ["section", "Over", text.slice(0, at("Fees") - 1)],
  ["section", "Last", "Fees\nLast one."],
  ["page", "Over", "alone. Over the page.\nFees"],
];
test.each(around)("the %s around “%s”", (unit, words, wanted) => {
  expect(wordsOf(unitAt(content, unit, at(words)))).toBe(wanted);
});

const ways: readonly (readonly [Unit, string, 1 | -1, string | null])[] = [
  ["sentence", "The port", 1, "Nobody, they say, will pay!"],
  ["sentence", "Why", 1, "A paragraph stands alone."],
  ["sentence", "Last", 1, null],
  ["sentence", "they say", -1, "Nobody, they say, will pay!"],
  ["sentence", "Nobody", -1, "The port is full."],
  ["sentence", "A paragraph", -1, "Why?"],
  ["sentence", "Ports", -1, null],
  ["paragraph", "they", 1, "A paragraph stands alone. Over the page."],
  ["paragraph", "they", -1, "The port is full. Nobody, they say, will pay! Why?"],
  ["section", "they", 1, "Fees\nLast one."],
  ["page", "Ports", 1, "alone. Over the page.\nFees"],
  ["page", "Ports", -1, null],
];
test.each(ways)("from the %s at “%s” the way %i", (unit, words, direction, wanted) => {
  expect(wordsOf(nextUnit(content, unit, at(words), direction))).toBe(wanted);
});

test("two spaces between sentences are no sentence", () => {
  const typed = paper("One.  Two.");
  expect([nextUnit(typed, "sentence", 0, 1), nextUnit(typed, "sentence", 6, -1)]).toEqual([
    { start: 6, end: 10 },
    { start: 0, end: 4 },
  ]);
});

test("a selection is drawn out to the end of the unit, then of the next, and back", () => {
  const value = extendBy(content, "sentence", at("port"), 1);
  expect(text.slice(0, value).endsWith("is full.")).toBe(true);
  expect(text.slice(0, extendBy(content, "sentence", value, 1)).endsWith("will pay!")).toBe(true);
  expect(extendBy(content, "sentence", at("Nobody"), -1)).toBe(at("The port"));
  expect(extendBy(content, "page", text.length, 1)).toBe(text.length);
});

test("growing takes whole sentences, paragraphs, the section, the page, and stops there", () => {
  const steps = [{ start: at("port"), end: at("is full") }];
  for (let step = 0; step < 5; step++) steps.push(grow(content, steps.at(-1) ?? { start: 0, end: 0 }));
  expect(steps.slice(1, 4).map(wordsOf)).toEqual([
    "The port is full.",
    "The port is full. Nobody, they say, will pay! Why?",
    text.slice(0, at("Fees") - 1),
  ]);
  expect(steps.at(-1)).toEqual(grow(content, steps.at(-1) ?? { start: 0, end: 0 }));
});

test("the next paragraph without a mark is found, headings left out", () => {
  const marked = [{ start: at("A paragraph"), end: at("stands") }];
  expect(wordsOf(nextUnmarked(content, marked, 0, 1))).toBe("The port is full. Nobody, they say, will pay! Why?");
  expect(wordsOf(nextUnmarked(content, marked, at("Nobody"), 1))).toBe("Last one.");
  expect(wordsOf(nextUnmarked(content, marked, at("Last"), -1))).toBe(
    "The port is full. Nobody, they say, will pay! Why?",
  );
  expect(nextUnmarked(content, [{ start: 0, end: text.length }], 0, 1)).toBeNull();
});

test("a sentence in Arabic ends at its own mark", () => {
  const arabic = paper("هل تدفع الموانئ؟ لا تدفع.");
  const { start, end } = unitAt(arabic, "sentence", 2);
  expect(arabic.text.slice(start, end)).toBe("هل تدفع الموانئ؟");
});

test("in any paper the caret comes forward by every unit to the end, and back to the beginning; growing ends", () => {
  const units = fc.constantFrom("sentence", "paragraph", "section", "page");
  fc.assert(
    fc.property(anyContent, units, fc.nat(100), (any, unit, place) => {
      const offset = Math.min(place, any.text.length);
      for (const direction of [1, -1] as const) {
        let index = offset;
        for (
          let next = nextUnit(any, unit, index, direction);
          next !== null;
          next = nextUnit(any, unit, index, direction)
        ) {
          expect(Math.sign(next.start - index)).toBe(direction);
          index = next.start;
        }
        const far = extendBy(any, unit, offset, direction);
        expect(Math.sign(far - offset) * direction).toBeGreaterThanOrEqual(0);
      }
      const range = { start: offset, end: offset };
      // A section may go over pages, and a page over sections: each step takes in at least one unit more.
      for (let step = 0, grown = range, ended = false; !ended; step++) {
        expect(step).toBeLessThanOrEqual(any.text.length + 1);
        const larger = grow(any, grown);
        expect(larger.start <= grown.start && larger.end >= grown.end).toBe(true);
        ended = larger.start === grown.start && larger.end === grown.end;
        grown = larger;
      }
    }),
  );
});

test("a sentence never leaves its paragraph, and walking by sentences ends, whatever the text", () => {
  const line = fc
    .string({ unit: "grapheme", minLength: 1, maxLength: 60 })
    .map((words) => words.replace(/[#|>\n\r]/g, "x"));
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 4 }), fc.nat(120), (lines, any) => {
      const read = paper(...lines);
      const offset = Math.min(any, read.text.length);
      const paragraph = unitAt(read, "paragraph", offset);
      const sentence = unitAt(read, "sentence", offset);
      expect(sentence.start).toBeGreaterThanOrEqual(paragraph.start);
      expect(sentence.end).toBeLessThanOrEqual(paragraph.end);
      let place: number | null = 0;
      for (let step = 0; place !== null; step++) {
        expect(step).toBeLessThanOrEqual(read.text.length + 1);
        const next = nextUnit(read, "sentence", place, 1);
        if (next !== null) expect(next.start).toBeGreaterThan(place);
        place = next?.start ?? null;
      }
    }),
  );
});

test("a sentence goes on after an abbreviation", () => {
  const typed = paper("Dr. Smith of the U.S. Dept. of Water spoke on p. 4. Next came Art. 5 of the law.");
  const { start, end } = unitAt(typed, "sentence", typed.text.indexOf("Water"));
  expect(typed.text.slice(start, end)).toBe("Dr. Smith of the U.S. Dept. of Water spoke on p. 4.");
});
