import { expect, test } from "vitest";
import { parsePageList } from "./page-list.ts";

test.each([
  ["3", [3]],
  ["1-3", [1, 2, 3]],
  [" 2, 5 ,7 – 9", [2, 5, 7, 8, 9]],
  ["4,1-2,2", [1, 2, 4]],
])("%s names pages", (list, pages) => {
  expect(parsePageList(list)).toEqual(pages);
});

test.each(["", "0", "1,", "a", "3-1", "1-2-3", "1 2", "-1", "1-999999", "1.5"])("%j is no list of pages", (list) => {
  expect(parsePageList(list)).toBeNull();
});
