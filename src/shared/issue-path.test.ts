import fc from "fast-check";
import { expect, test } from "vitest";
import { parsePath, printPath } from "./issue-path.ts";

test.each([
  ["Water/Allocation", ["Water", "Allocation"]],
  ["Water › Allocation", ["Water", "Allocation"]],
  ["Water > Allocation", ["Water", "Allocation"]],
  ["Trade\\/aid", ["Trade/aid"]],
  [" / ", []],
])("%s", (path, names) => {
  expect(parsePath(path)).toEqual(names);
});

test("what is printed is parsed again", () => {
  const name = fc.string({ minLength: 1 }).filter((text) => text.trim() === text && !/ > |›/.test(text));
  fc.assert(
    fc.property(fc.array(name, { minLength: 1 }), (names) => {
      expect(parsePath(printPath(names))).toEqual(names);
    }),
  );
});
