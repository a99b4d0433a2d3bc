import fc from "fast-check";
import { expect, test } from "vitest";
import { issueNames, parsePath, printPath, showPath } from "./issue-path.ts";
import { IssueId, newId } from "./model/ids.ts";
import { ids, sampleLibrary } from "./sample-library.cases.ts";

test("what is printed is parsed to the same names", () => {
  const name = fc
    .string({ unit: "grapheme", minLength: 1, maxLength: 12 })
    .filter((text) => /^(?! )(?!.* > )(?!.*›)[^\s].*$/su.test(text) && text.trim() === text);
  fc.assert(
    fc.property(fc.array(name, { minLength: 1, maxLength: 4 }), (names) => {
      expect(parsePath(printPath(names))).toEqual(names);
    }),
  );
});

test.each([
  ["Water/Allocation", ["Water", "Allocation"]],
  ["Water > Allocation", ["Water", "Allocation"]],
  ["Water › Allocation", ["Water", "Allocation"]],
  [" Water / /Allocation/ ", ["Water", "Allocation"]],
  ["In\\/out", ["In/out"]],
  ["back\\\\slash", ["back\\slash"]],
  ["", []],
])("%j names %j", (path, names) => expect(parsePath(path)).toEqual(names));

test("the names of an issue run from its root", () => {
  const { issues } = sampleLibrary();
  expect(issueNames(issues, ids.child)).toEqual(["Water", "Quality/taste"]);
  expect(showPath(issueNames(issues, ids.child))).toBe("Water › Quality/taste");
  expect(issueNames(issues, newId(IssueId))).toEqual([]);
});
