import fc from "fast-check";
import { expect, test } from "vitest";
import { ids, sampleLibrary } from "../fixtures/sample-library.cases.ts";
import type { PaperContent } from "../model/content.ts";
import { type LabelRange, LabelStyle } from "../model/label-range.ts";
import { roman } from "../text/roman.ts";
import { labelBy, labelEdits, labelled, numberIn, withRange } from "./page-labels.ts";

const content = (...labels: string[]): PaperContent => ({
  text: "",
  blocks: [],
  pages: labels.map((label) => ({ label, width: 1, height: 1, rotation: 0 })),
  warnings: [],
});
const range = (from: number, to: number, part: Partial<LabelRange> = {}): LabelRange => {
  return { from, to, style: "arabic", prefix: "", start: 1, ...part };
};

test.each([
  ["arabic", 12, "12"],
  ["roman", 4, "iv"],
  ["roman", 1999, "mcmxcix"],
  ["roman", 4000, "4000"],
  ["capitalRoman", 12, "XII"],
  ["letters", 1, "a"],
  ["letters", 27, "aa"],
  ["capitalLetters", 53, "AAA"],
  ["letters", 131, "131"],
  ["none", 3, ""],
] as const)("%s %i is %s", (style, value, text) => expect(numberIn(style, value)).toBe(text));

test("Roman numerals are all different, and longer numbers never come before shorter parts of them", () => {
  const all = Array.from({ length: 3999 }, (_, n) => roman(n + 1));
  expect(new Set(all).size).toBe(3999);
  expect(all.every((text) => /^m{0,3}(cm|cd|d?c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})$/.test(text))).toBe(true);
});

test("a preface in Roman, a body that starts again, an annex with a prefix", () => {
  const paper = content("1", "2", "3", "4", "5", "6");
  const ranges = [range(1, 2, { style: "roman", start: 3 }), range(3, 5), range(6, 6, { prefix: "A-", start: 7 })];
  const fresh = labelled(paper, ranges);
  expect(fresh.pages.map((page) => page.label)).toEqual(["iii", "iv", "1", "2", "3", "A-7"]);
  expect(fresh.pages.map((page) => page.given)).toEqual(["1", "2", "3", "4", "5", "6"]);
  expect(labelled(fresh, ranges)).toBe(fresh);
  expect(labelled(fresh, [])).toEqual(paper);
  expect(labelled(paper, [])).toBe(paper);
});

test("a range that names nothing leaves the file’s own label; of two the later counts", () => {
  expect(labelBy([range(1, 3, { style: "none" })], 2)).toBeNull();
  expect(labelBy([range(1, 3, { style: "none", prefix: "Annex" })], 2)).toBe("Annex");
  expect(labelBy([range(1, 9), range(4, 5, { start: 50 })], 5)).toBe("51");
  expect(labelBy([range(2, 3)], 1)).toBeNull();
});

const anyRange = fc
  .record({
    from: fc.integer({ min: 1, max: 20 }),
    length: fc.integer({ min: 0, max: 20 }),
    style: fc.constantFrom(...LabelStyle.options),
    prefix: fc.constantFrom("", "A-"),
    start: fc.integer({ min: 1, max: 500 }),
  })
  .map(({ length, ...range }): LabelRange => ({ ...range, to: range.from + length }));

test("adding a range changes the labels of its pages and of no other; given labels are never lost", () => {
  fc.assert(
    fc.property(fc.array(anyRange, { maxLength: 6 }), anyRange, (ranges, range) => {
      const paper = content(...Array.from({ length: 40 }, (_, n) => `p${n}`));
      const [before, after] = [labelled(paper, ranges), labelled(paper, withRange(ranges, range))];
      for (const [index, page] of after.pages.entries()) {
        const inside = index + 1 >= range.from && index + 1 <= range.to;
        if (!inside) expect(page.label).toBe(before.pages[index]?.label);
        else expect(page.label).toBe(labelBy([range], index + 1) ?? `p${index}`);
      }
      expect(labelled(labelled(before, withRange(ranges, range)), ranges).pages).toEqual(before.pages);
      expect(labelled(after, [])).toEqual(paper);
    }),
  );
});

test("an edit is made only where something changes", () => {
  const paper = sampleLibrary().papers[ids.paper];
  if (paper === undefined) throw new Error("the sample has no paper");
  expect(labelEdits(paper, [])).toEqual([]);
  expect(labelEdits(paper, [range(1, 1)])).toMatchObject([{ table: "papers", to: { labels: [{ from: 1 }] } }]);
});
