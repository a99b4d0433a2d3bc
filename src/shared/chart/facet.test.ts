import { expect, test } from "vitest";
import { libraryOf, named, rowsIn, type Statement } from "../analysis/library.cases.ts";
import { matchesFacet } from "./facet.ts";
import type { Facet } from "./picture.ts";

const statements: readonly Statement[] = [
  { actor: "Board", issues: ["Water +"], paper: "First", date: "2020-03-09" },
  { actor: "Town", issues: ["Water/Fares -"], paper: "First", date: "2020-03-09" },
  { actor: null, issues: ["Water/Fares/Low ."], paper: "Second", date: "2021" },
  { actor: "Board", issues: ["Roads +"], paper: "Third", date: null },
];
const library = libraryOf(statements);
const rows = rowsIn(library);
const [supports, opposes] = ["00000000-0000-7000-8000-000000000001", "00000000-0000-7000-8000-000000000002"];
const coder = rows[0]?.coder ?? "";

/** Numbers of the claims that facets open, by their place in `statements`. */
function opened(facets: readonly Facet[], unit: "year" | "month" = "year", clock: "paper" | "claim" = "paper"): string {
  const matches = matchesFacet(library, facets, { clock, unit });
  return statements
    .flatMap((_, index) => (rows.some((row) => row.claim === named.claim(index) && matches(row)) ? [index] : []))
    .join("");
}

const facets: readonly (readonly [string, readonly Facet[], string])[] = [
  ["no facet at all", [], ""],
  ["a facet without parts", [{}], "0123"],
  ["an issue with what is under it", [{ issue: named.issue("Water") }], "012"],
  ["an issue in the middle of the tree", [{ issue: named.issue("Water/Fares") }], "12"],
  ["an issue alone", [{ issue: named.issue("Water"), alone: true }], "0"],
  ["an issue that is not there", [{ issue: "x" }], ""],
  ["a stance", [{ stance: supports }], "03"],
  ["no stance", [{ stance: "" }], "2"],
  ["an actor", [{ actor: named.actor("Board") }], "03"],
  ["nobody", [{ actor: "" }], "2"],
  ["a paper", [{ paper: named.paper("First") }], "01"],
  ["a coder", [{ coder }], "0123"],
  ["another coder", [{ coder: "x" }], ""],
  ["a year", [{ period: "2020" }], "01"],
  ["no date", [{ period: "" }], "3"],
  ["all parts at once", [{ issue: named.issue("Water"), stance: opposes, actor: named.actor("Town") }], "1"],
  ["parts of which one fails", [{ issue: named.issue("Water"), stance: opposes, actor: named.actor("Board") }], ""],
  ["one or the other", [{ actor: "" }, { issue: named.issue("Roads") }], "23"],
  ["from a day on", [{ first: "2020-03-09" }], "012"],
  ["after that day", [{ first: "2020-03-10" }], "2"],
  ["up to the day before", [{ last: "2020-03-08" }], ""],
  ["between two days, both of them in", [{ first: "2020-03-09", last: "2020-03-09" }], "01"],
  ["a year counts as its first day", [{ first: "2021-01-01", last: "2021-01-01" }], "2"],
];

test.each(facets)("%s", (_, some, claims) => {
  expect(opened(some)).toBe(claims);
});

test("periods are those of the unit and the clock that the picture has", () => {
  expect(opened([{ period: "2020-03" }], "month")).toBe("01");
  expect(opened([{ period: "2020" }], "month")).toBe("");
  expect(opened([{ period: "2026" }], "year", "claim")).toBe("0123");
  expect(opened([{ first: "2026-01-03" }], "year", "claim")).toBe("");
});
