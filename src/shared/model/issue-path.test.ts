import fc from "fast-check";
import { expect, test } from "vitest";
import { libraryWith } from "../codebook/codebook.cases.ts";
import { findOrCreateIssue } from "../codebook/find-or-create.ts";
import type { Issue } from "./codebook.ts";
import { issueNames, parsePath, printPath, showPath, typedPath } from "./issue-path.ts";
import type { Table } from "./table.ts";

test.each([
  ["Water/Allocation", ["Water", "Allocation"]],
  ["Water › Allocation", ["Water", "Allocation"]],
  ["Water›Allocation", ["Water", "Allocation"]],
  ["Water > Allocation", ["Water", "Allocation"]],
  ["a>b/c> d", ["a>b", "c> d"]],
  ["Trade\\/aid", ["Trade/aid"]],
  ["Cost\\ > benefit", ["Cost > benefit"]],
  ["C:\\temp", ["C:\\temp"]],
  ["/Water//Allocation/ ", ["Water", "Allocation"]],
  [" / ", []],
  ["", []],
])("%j names %j", (path, names) => {
  expect(parsePath(path)).toEqual(names);
});

const parts = fc.constantFrom("a", "é", "港", "𝒳", " ", " > ", ">", "›", "/", "\\", "\n", "‏");
const name = fc.array(parts, { minLength: 1, maxLength: 6 }).map((some) => some.join("").trim() || "x");
const path = fc.array(name, { minLength: 1, maxLength: 4 });

test("what is printed is parsed again, whatever signs a name has", () => {
  fc.assert(
    fc.property(path, (names) => {
      expect(parsePath(printPath(names))).toEqual(names);
    }),
  );
});

test("the path of an issue that is shown is typed back as that issue", () => {
  fc.assert(
    fc.property(path, path, (list, other) => {
      const issues = made(made({}, list), other);
      for (const { id } of Object.values(issues)) {
        const shown = showPath(issueNames(issues, id));
        expect(showPath(typedPath(issues, ` ${shown}`))).toBe(shown);
        expect(findOrCreateIssue(issues, typedPath(issues, shown)).edits).toEqual([]);
      }
    }),
  );
});

test.each([
  ["Water › New", ["Water", "New"]],
  ["Water > New", ["Water", "New"]],
  ["Trade/aid", ["Trade/aid"]],
  [" › ", []],
])("%j that is not there yet names %j", (typed, names) => {
  expect(typedPath(libraryWith(["Water"]).issues, typed)).toEqual(names);
});

test("issues of a foreign file that form a circle have a path that ends", () => {
  const { issues } = libraryWith(["Water/Price"]);
  const [water, price] = Object.values(issues);
  if (water === undefined || price === undefined) throw new Error("two issues are needed");
  const round = { [water.id]: { ...water, parent: price.id }, [price.id]: price };
  expect([water, price].map(({ id }) => issueNames(round, id))).toEqual([
    ["Price", "Water"],
    ["Water", "Price"],
  ]);
});

function made(issues: Table<Issue>, names: readonly string[]): Table<Issue> {
  const fresh = findOrCreateIssue(issues, names).edits.flatMap((edit) =>
    edit.table === "issues" && edit.to !== null ? [[edit.to.id, edit.to] as const] : [],
  );
  return { ...issues, ...Object.fromEntries(fresh) };
}
