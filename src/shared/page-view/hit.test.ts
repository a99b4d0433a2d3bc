import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { caretOn, letterAt, lineAt, offsetAt, offsetOn } from "./hit.ts";
import { drawnPage, twoColumns } from "./page.cases.ts";
import { rectsOf } from "./page-text.ts";

const { text, page } = drawnPage(twoColumns);

/** The text with a bar where a point puts the caret, a few characters either side. */
const shown = (x: number, y: number): string => {
  const offset = offsetAt(page, x, y) ?? -1;
  return `${text.slice(Math.max(0, offset - 5), offset)}|${text.slice(offset, offset + 5)}`;
};

describe("a point of a two-column page", () => {
  test.each([
    ["in the first half of a letter: before it", 21, 45, "here\n|Left "],
    ["in its second half: after it", 24, 45, "ere\nL|eft c"],
    ["right of a short line, over the gap between the columns: at that line's end", 180, 57, " line|\nIts "],
    ["between paragraphs of the left column, beside a line of the right one: in the left one", 60, 72, " last| para"],
    ["left of the right column: at the beginning of its line", 205, 45, " the |right"],
    ["below everything in the left column: in its last line", 41, 500, "on a|t the"],
    ["right of everything: in the right column", 390, 57, "here.|\nRigh"],
  ])("%s", (_name, x, y, expected) => {
    expect(shown(x, y)).toContain(expected);
  });
});

test("dragging down the left column takes the left column and nothing of the right one", () => {
  const start = offsetAt(page, 20, 45) ?? 0;
  const end = offsetAt(page, 190, 57) ?? 0;
  expect(text.slice(start, end)).toBe("Left column begins here and has a second line");
  for (const box of rectsOf(page, { start, end })) expect(box.x1).toBeLessThan(200);
});

test("a sentence from the foot of one column to the head of the next is one stretch of text", () => {
  const start = offsetAt(page, 20, 85) ?? 0;
  const end = offsetAt(page, 250, 57) ?? 0;
  expect(text.slice(start, end)).toBe("Its last paragraph goes on at the head of the right column and ends there.");
  expect(rectsOf(page, { start, end })).toHaveLength(4);
});

test("the middle of every letter is hit as that letter, before or after", () => {
  fc.assert(
    fc.property(fc.nat(text.length - 1), fc.constantFrom(0.2, 0.8), (index, share) => {
      const box = page.boxOf(index);
      if (box === null) return;
      expect(offsetAt(page, box.x0 + 5 * share, box.y0 + 5)).toBe(share < 0.5 ? index : index + 1);
      expect(letterAt(page, box.x0 + 5 * share, box.y0 + 5)).toBe(index);
    }),
  );
});

test.each([
  ["right of a short line", 180, 57],
  ["between paragraphs", 60, 72],
  ["left of the right column", 203, 45],
  ["below everything", 41, 500],
])("no letter is at a point that is only near words: %s", (_name, x, y) => {
  expect(offsetAt(page, x, y)).not.toBeNull();
  expect(letterAt(page, x, y)).toBeNull();
});

test("a caret is where a click put it", () => {
  fc.assert(
    fc.property(fc.nat(text.length), (index) => {
      const caret = caretOn(page, index);
      if (caret === null || text[index - 1] === " " || text[index] === " ") return;
      expect(offsetAt(page, caret.x0, (caret.y0 + caret.y1) / 2)).toBe(index);
    }),
  );
});

test("letters that run from right to left are taken from the right", () => {
  const arabic = drawnPage([[[300, 40, "يرى المجلس", "rtl"]]]);
  expect(offsetAt(arabic.page, 299, 45)).toBe(0);
  expect(offsetAt(arabic.page, 296, 45)).toBe(1);
  expect(offsetAt(arabic.page, 251, 45)).toBe(10);
  expect(caretOn(arabic.page, 0)?.x0).toBe(300);
});

test("up and down a column the caret keeps its place on the line", () => {
  const line = lineAt(page, 60, 57);
  expect(line === null ? null : text.slice(offsetOn(page, line, 40))).toMatch(/^has a second/);
});

test("a page without text has nothing to hit", () => {
  const empty = drawnPage([]).page;
  expect(offsetAt(empty, 10, 10)).toBeNull();
  expect(letterAt(empty, 10, 10)).toBeNull();
  expect(caretOn(empty, 0)).toBeNull();
});
