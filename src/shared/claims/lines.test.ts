import { expect, test } from "vitest";
import { issueAt, libraryWith } from "../codebook/codebook.cases.ts";
import { claimList } from "./claim-list.ts";
import { type Grouping, groupings } from "./groups.ts";
import { claimsOf, idsOf, lineOfClaim, placesIn, type TableLine, type TableLines, tableLines } from "./lines.ts";

const library = libraryWith(
  ["Water/Price", "Air"],
  [["Air opposes"], ["Water/Price supports", "Air supports"], ["Water unclear"], []],
);
const list = claimList(library);
const all = list.coded();
const every = Uint32Array.from(all.keys());
const none: ReadonlySet<string> = new Set();
const show = (by: Grouping, closed = none, places = every): TableLines =>
  tableLines({ library, list, places, by, closed });
const listed = (lines: TableLines): readonly TableLine[] =>
  Array.from({ length: lines.length }, (_, index) => lines.at(index)).filter((line) => line !== undefined);

test.each([
  ["issue", ["Water 1", "Water › Price 1", "Air 2", " 1"]],
  ["stance", ["supports 1", "opposes 1", "unclear 1", " 1"]],
  ["actor", ["Harbour Board 4"]],
  ["paper", ["A paper 4"]],
  ["coder", ["Ada 4"]],
] as const)("grouped by %s", (by, heads) => {
  const lines = listed(show(by));
  expect(lines.flatMap((line) => (line.kind === "group" ? [`${line.name} ${line.count}`] : []))).toEqual(heads);
  expect(new Set(lines.map((line) => line.key)).size).toBe(lines.length);
});

test("a closed group shows its head only", () => {
  const lines = listed(show("issue", new Set([issueAt(library, "Air")])));
  expect(lines.filter((line) => line.kind === "claim")).toHaveLength(3);
  expect(lines.find((line) => line.kind === "group" && !line.open)).toMatchObject({ name: "Air", count: 2 });
});

test("claims are given by a stretch of lines, there is none before the first or after the last, and heads are counted", () => {
  const lines = show("none");
  expect(claimsOf(lines, 1, 3)).toEqual(all.slice(1, 3));
  expect(claimsOf(lines, 3, 9)).toEqual(all.slice(3));
  for (const by of groupings) {
    const grouped = show(by, new Set([issueAt(library, "Air")]));
    expect([grouped.at(-1), grouped.at(grouped.length)]).toEqual([undefined, undefined]);
    for (let index = 0; index <= grouped.length; index++)
      expect(grouped.headsBefore(index)).toBe(
        listed(grouped)
          .slice(0, index)
          .filter((line) => line.kind === "group").length,
      );
  }
});

test("some claims in an order of their own are shown as they come, in groups too, and none where a filter leaves none", () => {
  const two = Uint32Array.of(2, 0);
  expect(claimsOf(show("none", none, two))).toEqual([all[2], all[0]]);
  expect(claimsOf(show("paper", none, two))).toEqual([all[2], all[0]]);
  expect(claimsOf(show("issue", none, two))).toEqual([all[2], all[0]]);
  for (const by of groupings) expect(show(by, none, new Uint32Array()).length).toBe(0);
});

test("places and identifiers are those of the claims, as often as they are shown", () => {
  for (const by of groupings)
    for (const places of [every, Uint32Array.of(2, 0), new Uint32Array()]) {
      const lines = show(by, new Set([issueAt(library, "Air")]), places);
      const claims = listed(lines).flatMap((line) => (line.kind === "claim" ? [line.coded] : []));
      expect(placesIn(lines).map((place) => all[place])).toEqual(claims);
      expect(idsOf(lines)).toEqual(claims.map(({ annotation }) => annotation.id));
      expect(claimsOf(lines)).toEqual(claims);
    }
});

test("the first line of a claim is found, none where its group is closed or a filter leaves it out", () => {
  const id = (place: number): string => all[place]?.annotation.id ?? "";
  expect(all.map((_, place) => lineOfClaim(show("none"), id(place)))).toEqual([0, 1, 2, 3]);
  const grouped = show("issue");
  for (const [place] of all.entries()) {
    const line = lineOfClaim(grouped, id(place));
    expect(listed(grouped).findIndex((one) => one.kind === "claim" && one.coded === all[place])).toBe(line);
  }
  expect(lineOfClaim(show("none", none, Uint32Array.of(2, 0)), id(1))).toBeNull();
  expect(lineOfClaim(show("issue", new Set([issueAt(library, "Air")])), id(0))).toBeNull();
});
