import { expect, test } from "vitest";
import { claimList } from "../../../shared/claims/claim-list.ts";
import { idsOf, tableLines } from "../../../shared/claims/lines.ts";
import { libraryWith } from "../../../shared/codebook/codebook.cases.ts";
import { toggled } from "./toggle.ts";

const library = libraryWith(["Water", "Air"], [["Water supports"], ["Water opposes", "Air supports"], ["Air unclear"]]);
const list = claimList(library);
const ids = list.coded().map(({ annotation }) => annotation.id as string);
/** Lines: Water, claim 0, claim 1, Air, claim 1, claim 2. */
const lines = tableLines({ library, list, places: Uint32Array.of(0, 1, 2), by: "issue", closed: new Set() });

const after = (chosen: readonly number[], index: number, anchor: number | null = null): number[] =>
  [...toggled(lines, new Set(chosen.map((index) => ids[index] ?? "")), { index, anchor })]
    .map((id) => ids.indexOf(id))
    .sort();

test.each<[string, number[], number, number | null, number[]]>([
  ["a claim is selected", [], 1, null, [0]],
  ["a selected claim is released", [0, 2], 1, null, [2]],
  ["a claim in a second group is the same claim", [1], 4, null, []],
  ["the head of a group selects its claims", [], 0, null, [0, 1]],
  ["a head selects what is left of its group", [1], 3, null, [1, 2]],
  ["a head releases its claims when all are selected", [0, 1, 2], 0, null, [2]],
  ["Shift selects all from the line before", [], 5, 1, [0, 1, 2]],
  ["Shift upwards too", [], 1, 2, [0, 1]],
  ["Shift never releases", [0], 1, 1, [0]],
  ["a line that is not there changes nothing", [0], 99, null, [0]],
])("%s", (_, chosen, index, anchor, wanted) => {
  expect(after(chosen, index, anchor)).toEqual(wanted);
});

test("the selection that is given stays as it is", () => {
  const chosen = new Set([ids[0] ?? ""]);
  toggled(lines, chosen, { index: 1, anchor: null });
  expect([...chosen]).toEqual([ids[0]]);
  expect(idsOf(lines)).toHaveLength(4);
});
