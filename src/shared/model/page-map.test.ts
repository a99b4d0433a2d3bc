import fc from "fast-check";
import { expect, test } from "vitest";
import { anyContent } from "../fixtures/content.cases.ts";
import type { Block, PaperContent } from "./content.ts";
import {
  blockAt,
  doubtfulWords,
  isRecognised,
  isRecognisedIn,
  labelIn,
  labelValues,
  pageGroups,
  pageIndexAt,
  pageLabelAt,
  pageMapOf,
} from "./page-map.ts";

const size = { width: 600, height: 800, rotation: 0 } as const;

/** Four paragraphs of four letters each; the third is a footnote's, still on the first of the pages. */
const blocks = [0, 1, 0, 2].map(
  (page, index): Block => ({
    kind: "paragraph",
    continues: false,
    direction: "ltr",
    marks: [],
    page,
    start: index * 5,
    end: index * 5 + 4,
  }),
);
const content: PaperContent = {
  text: "aaaa\nbbbb\ncccc\ndddd",
  blocks,
  pages: ["iii", "iv", "1"].map((label) => ({ label, ...size })),
  warnings: [],
};

test.each([
  [0, 0, "iii"],
  [4, 0, "iii"],
  [5, 1, "iv"],
  [12, 0, "iii"],
  [18, 2, "1"],
  [99, 2, "1"],
])("offset %i is on page %i, printed %s", (offset, index, label) => {
  expect([pageIndexAt(content, offset), pageLabelAt(content, offset)]).toEqual([index, label]);
  expect(labelIn(pageMapOf(content), offset)).toBe(label);
});

test("a paper without blocks has a first page", () => {
  expect(blockAt({ ...content, blocks: [] }, 3)).toBeNull();
  expect(pageLabelAt({ ...content, blocks: [] }, 3)).toBe("iii");
});

test("a group begins where a later page does", () => {
  expect(pageGroups(content).map(({ page, blocks: held }) => [page, held.length])).toEqual([
    [0, 1],
    [1, 2],
    [2, 1],
  ]);
});

test("a map of pages names every place as the paper does; groups hold every block once, in order", () => {
  fc.assert(
    fc.property(anyContent, (any) => {
      const map = pageMapOf(any);
      const offsets = any.blocks.length === 0 ? [] : Array.from({ length: any.text.length + 1 }, (_, index) => index);
      expect(offsets.map((index) => labelIn(map, index))).toEqual(offsets.map((index) => pageLabelAt(any, index)));
      const groups = pageGroups(any);
      expect(groups.flatMap((group) => group.blocks)).toEqual(any.blocks);
      expect(groups.map(({ page }) => page)).toEqual([...new Set(any.blocks.map(({ page }) => page))]);
    }),
  );
});

test("a map of pages gives the size of the first as it is seen", () => {
  const turned = { ...content, pages: content.pages.map((page) => ({ ...page, rotation: 90 as const })) };
  expect([pageMapOf(content), pageMapOf(turned)].map(({ width, height }) => [width, height])).toEqual([
    [600, 800],
    [800, 600],
  ]);
  expect(labelIn(pageMapOf({ ...content, blocks: [] }), 3)).toBe("");
});

test("words are read with OCR where one of their pages is, and count their uncertain ones", () => {
  const ocr = { languages: ["eng"], confidence: 80 };
  const scanned: PaperContent = {
    ...content,
    pages: content.pages.map((page, index) => (index === 1 ? { ...page, ocr } : page)),
    blocks: blocks.map((block, index) =>
      index === 1 ? { ...block, marks: [{ kind: "doubtful", start: 7, end: 9, confidence: 41 }] } : block,
    ),
  };
  expect(isRecognised(scanned, [{ start: 0, end: 4 }])).toBe(false);
  expect(isRecognised(scanned, [{ start: 2, end: 6 }])).toBe(true);
  expect(
    isRecognised(scanned, [
      { start: 0, end: 2 },
      { start: 5, end: 6 },
    ]),
  ).toBe(true);
  expect(isRecognised(content, [{ start: 0, end: 19 }])).toBe(false);
  expect(pageMapOf(content)).not.toHaveProperty("ocr");
  for (let start = 0; start < 19; start++)
    for (let end = start + 1; end <= 19; end++)
      expect([start, end, isRecognisedIn(pageMapOf(scanned), [{ start, end }])]).toEqual([
        start,
        end,
        isRecognised(scanned, [{ start, end }]),
      ]);
  expect(doubtfulWords(scanned, [{ start: 5, end: 7 }])).toBe(0);
  expect(doubtfulWords(scanned, [{ start: 5, end: 8 }])).toBe(1);
});

test("sections of papers without pages are not called pages", () => {
  expect(["12", "xii", "§3", ""].map((label) => labelValues(label).kind)).toEqual(["page", "page", "section", "page"]);
});
