import { expect, test } from "vitest";
import { withNewest } from "./recent-annotations.ts";

test.each([
  [[], "a", ["a"]],
  [["a", "b"], "c", ["c", "a", "b"]],
  [["a", "b", "c"], "b", ["b", "a", "c"]],
  [["a", "b", "c"], "d", ["d", "a", "b"]],
])("%j and then %s", (list, newest, wanted) => {
  expect(withNewest(list, newest, 3)).toEqual(wanted);
});
