import { beforeEach, expect, test } from "vitest";
import { closeFind, findInPaper, openFind, stepFind, useFind } from "./find.ts";

const text = "weir and weir and weir";
const now = () => {
  const { open, words, places, at } = useFind.getState();
  return { open, words, found: places.length, start: places[at]?.start ?? null };
};
beforeEach(closeFind);

test("from the caret on, then round and round", () => {
  openFind();
  findInPaper(text, "weir", 5);
  expect(now()).toEqual({ open: true, words: "weir", found: 3, start: 9 });
  const starts = [1, 1, 1, -1].map((direction) => {
    stepFind(direction as 1 | -1);
    return now().start;
  });
  expect(starts).toEqual([18, 0, 9, 0]);
});

test("words that are nowhere lead nowhere; put away, the words are kept for the next time", () => {
  findInPaper(text, "mill", 0);
  stepFind(1);
  expect(now()).toMatchObject({ found: 0, start: null });
  closeFind();
  expect(now()).toEqual({ open: false, words: "mill", found: 0, start: null });
});
