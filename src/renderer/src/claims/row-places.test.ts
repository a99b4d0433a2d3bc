import fc from "fast-check";
import { expect, test } from "vitest";
import { claimList } from "../../../shared/claims/claim-list.ts";
import type { TableLines } from "../../../shared/claims/lines.ts";
import { tableLines } from "../../../shared/claims/lines.ts";
import { issueAt, libraryWith } from "../../../shared/codebook/codebook.cases.ts";
import { placesOf, rowHeight } from "./row-places.ts";

const library = libraryWith(["Water", "Air"], [["Water supports"], ["Water opposes", "Air supports"], ["Air unclear"]]);
const list = claimList(library);
const every = Uint32Array.from({ length: list.length }, (_, place) => place);
const show = (by: "none" | "issue", closed: readonly string[] = []): TableLines =>
  tableLines({ library, list, places: every, by, closed: new Set(closed) });

const tops = (lines: TableLines): number[] => {
  const { topOf } = placesOf(lines, null);
  return Array.from({ length: lines.length + 1 }, (_, index) => topOf(index));
};

test.each([
  ["claims alone", show("none"), [0, 56, 112, 168]],
  ["two groups of two claims", show("issue"), [0, 34, 90, 146, 180, 236, 292]],
  ["the first group closed", show("issue", [issueAt(library, "Water")]), [0, 34, 68, 124, 180]],
  ["both groups closed", show("issue", [issueAt(library, "Water"), issueAt(library, "Air")]), [0, 34, 68]],
])("heads of groups and claims stand at their own heights: %s", (_, lines, wanted) => {
  expect(tops(lines)).toEqual(wanted);
});

test.each([
  ["above the table", -10, 0],
  ["the first pixel", 0, 0],
  ["the last pixel of a head", 33, 0],
  ["the first pixel of a claim", 34, 1],
  ["the last pixel of a group", 145, 2],
  ["the head behind it", 146, 3],
  ["below the table", 5000, 6],
])("the line at a place: %s", (_, y, line) => {
  expect(placesOf(show("issue"), null).lineAt(y)).toBe(line);
});

test("a row that is being edited moves those below it, and only as long as it is the same row", () => {
  const lines = show("issue");
  const key = lines.at(1)?.key ?? "";
  const edited = placesOf(lines, { index: 1, key, by: 100 });
  expect([0, 1, 2, 3].map(edited.topOf)).toEqual([0, 34, 190, 246]);
  expect([edited.lineAt(189), edited.lineAt(190)]).toEqual([1, 2]);
  expect(placesOf(lines, { index: 1, key: "another", by: 100 }).topOf(2)).toBe(90);
  expect(placesOf(lines, { index: 99, key, by: 100 }).topOf(2)).toBe(90);
});

test("whatever the lines are, each begins where the one before ends, and its first and last pixel are its own", () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { maxLength: 40 }), (heads) => {
      const headsBefore = (index: number): number => heads.slice(0, index).filter((head) => head).length;
      const lines = { length: heads.length, at: () => undefined, headsBefore };
      const { topOf, lineAt } = placesOf(lines, null);
      for (const [index, head] of heads.entries()) {
        const [top, next] = [topOf(index), topOf(index + 1)];
        expect(next - top).toBe(head ? rowHeight.group : rowHeight.claim);
        expect([lineAt(top), lineAt(next - 1)]).toEqual([index, index]);
      }
    }),
  );
});
