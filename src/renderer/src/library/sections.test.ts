import { expect, test } from "vitest";
import type { Block, PaperContent } from "../../../shared/model/content.ts";
import { sectionsOf } from "./sections.ts";

const common: Pick<Block, "page" | "continues" | "direction" | "marks"> = {
  page: 0,
  continues: false,
  direction: "ltr",
  marks: [],
};
const text = "Ports\nA claim.\nFees  and\ndues\nAnother.";
const blocks: Block[] = [
  { kind: "heading", level: 2, start: 0, end: 5, ...common },
  { kind: "paragraph", start: 6, end: 14, ...common },
  { kind: "heading", level: 3, start: 15, end: 29, ...common },
  { kind: "paragraph", start: 30, end: 38, ...common },
];
const content: PaperContent = {
  text,
  blocks,
  pages: [{ label: "1", width: 0, height: 0, rotation: 0 }],
  warnings: [],
};

test("headings count the places up to the next heading, and levels begin at the highest there is", () => {
  expect(sectionsOf(content, [6, 7, 30])).toEqual([
    { start: 0, title: "Ports", level: 0, count: 2 },
    { start: 15, title: "Fees and dues", level: 1, count: 1 },
  ]);
});

test("a place at the very end belongs to the last heading, one before the first to none", () => {
  const late = { ...content, blocks: blocks.slice(2) };
  expect(sectionsOf(late, [0, text.length]).map((section) => section.count)).toEqual([1]);
});

test("a paper without headings has no sections", () => {
  expect(sectionsOf({ ...content, blocks: [] }, [1])).toEqual([]);
});
