import { expect, test } from "vitest";
import { ids } from "../fixtures/sample-library.cases.ts";
import { addActor, updateActor } from "./actors.ts";
import { drawn, issueAt, libraryWith, withEdits } from "./codebook.cases.ts";
import {
  type Drop,
  lineOfNew,
  placeOfDrop,
  placeOfNew,
  placeOfStep,
  type Step,
  treeNodes,
  treeRows,
} from "./codebook-tree.ts";
import { addEntry, moveEntry } from "./entries.ts";
import { archiveIssue } from "./issues.ts";

const library = libraryWith(["Water/Price/Farms", "Water/Quality", "Air/Price", "Land"]);
const nodes = treeNodes(library, "issue");
const all = { closed: new Set<string>(), archived: true, words: "" };
const at = (path: string) => issueAt(library, path);
/** Rows as `level name at/of sign`. */
const lines = (rows: ReturnType<typeof treeRows>): string[] =>
  rows.map((row) => `${row.level} ${row.name} ${row.at}/${row.of}${row.open === null ? "" : row.open ? " −" : " +"}`);

test("rows are drawn parents first, with level, place and whether something is under them", () => {
  expect(lines(treeRows(nodes, all))).toEqual([
    "1 Water 1/3 −",
    "2 Price 1/2 −",
    "3 Farms 1/1",
    "2 Quality 2/2",
    "1 Air 2/3 −",
    "2 Price 1/1",
    "1 Land 3/3",
  ]);
  expect(lines(treeRows(nodes, { ...all, closed: new Set([at("Water")]) }))).toEqual([
    "1 Water 1/3 +",
    "1 Air 2/3 −",
    "2 Price 1/1",
    "1 Land 3/3",
  ]);
});

test("a search leaves the entries that contain its words and their parents, closed or not", () => {
  const rows = treeRows(nodes, { ...all, closed: new Set([at("Water")]), words: "pricé" });
  expect(lines(rows)).toEqual(["1 Water 1/2 −", "2 Price 1/1", "1 Air 2/2 −", "2 Price 1/1"]);
  expect(treeRows(nodes, { ...all, words: "nothing" })).toEqual([]);
});

test("archived issues are left out unless they are wanted", () => {
  const kept = withEdits(library, archiveIssue(library.issues, at("Water"), true));
  const rows = treeRows(treeNodes(kept, "issue"), { ...all, archived: false });
  expect(lines(rows)).toEqual(["1 Air 1/2 −", "2 Price 1/1", "1 Land 2/2"]);
  expect(treeRows(treeNodes(kept, "issue"), all)[0]).toMatchObject({ name: "Water", archived: true });
});

test.each([
  ["Land", "up", ["Water", "  Price", "    Farms", "  Quality", "Land", "Air", "  Price"]],
  ["Water", "down", ["Air", "  Price", "Water", "  Price", "    Farms", "  Quality", "Land"]],
  ["Land", "in", ["Water", "  Price", "    Farms", "  Quality", "Air", "  Price", "  Land"]],
  ["Water/Price/Farms", "out", ["Water", "  Price", "  Farms", "  Quality", "Air", "  Price", "Land"]],
  ["Water/Quality", "out", ["Water", "  Price", "    Farms", "Quality", "Air", "  Price", "Land"]],
  ["Water", "up", null],
  ["Land", "down", null],
  ["Water/Price", "in", null],
  ["Land", "out", null],
] as const satisfies readonly (readonly [string, Step, readonly string[] | null])[])(
  "%s goes %s",
  (path, step, tree) => {
    const place = placeOfStep(nodes, treeRows(nodes, all), at(path), step);
    const entry = { kind: "issue", id: issueAt(library, path) } as const;
    const after =
      place === null ? null : drawn(withEdits(library, moveEntry(library, entry, place.parent, place.index)));
    expect(after).toEqual(tree);
  },
);

test("a step goes past archived issues that are not shown", () => {
  const kept = withEdits(library, archiveIssue(library.issues, at("Air"), true));
  const found = treeNodes(kept, "issue");
  const rows = treeRows(found, { ...all, archived: false });
  expect(placeOfStep(found, rows, at("Land"), "up")).toEqual({ parent: null, index: 0 });
});

test.each([
  ["Land", "Water", "before", null, 0],
  ["Land", "Water", "after", null, 1],
  ["Water", "Land", "after", null, 2],
  ["Land", "Water", "inside", "Water", 2],
  ["Water/Price", "Water", "inside", "Water", 1],
  ["Air/Price", "Water/Quality", "before", "Water", 1],
] as const satisfies readonly (readonly [string, string, Drop, string | null, number])[])(
  "%s dropped on %s, %s",
  (path, target, where, parent, index) => {
    expect(placeOfDrop(nodes, at(path), at(target), where)).toEqual({
      parent: parent === null ? null : at(parent),
      index,
    });
  },
);

test("nothing is dropped on itself or under itself", () => {
  expect(placeOfDrop(nodes, at("Water"), at("Water"), "inside")).toBeNull();
  expect(placeOfDrop(nodes, at("Water"), at("Water/Price/Farms"), "after")).toBeNull();
  expect(placeOfDrop(nodes, at("Water"), "gone", "after")).toBeNull();
});

test("stances are a flat list in their order, actors a tree by what they belong to", () => {
  expect(lines(treeRows(treeNodes(library, "stance"), all))).toEqual([
    "1 silent 1/6",
    "1 supports 2/6",
    "1 opposes 3/6",
    "1 neutral 4/6",
    "1 mixed 5/6",
    "1 unclear 6/6",
  ]);
  const made = addActor(library.actors, "Agency");
  const state = withEdits(library, made.edits);
  const under = withEdits(state, updateActor(state.actors, made.id, { parent: ids.actor }));
  expect(lines(treeRows(treeNodes(under, "actor"), all))).toEqual(["1 Harbour Board 1/1 −", "2 Agency 1/1"]);
});

test.each([
  ["Water/Price", false, "Water", 1, 3, 2],
  ["Water/Price", true, "Water/Price", 1, 3, 3],
  ["Land", true, "Land", 0, 7, 2],
  ["Land", false, null, 3, 7, 1],
  [null, false, null, 3, 7, 1],
] as const)("a new issue made at %s, under it: %s", (path, under, parent, index, behind, level) => {
  const where = path === null ? null : at(path);
  expect(placeOfNew(nodes, where, under)).toEqual({ parent: parent === null ? null : at(parent), index });
  expect(lineOfNew(treeRows(nodes, all), where, under)).toEqual({ behind, level });
  const made = addEntry(library, "issue", "New", parent === null ? null : at(parent), index);
  expect(drawn(withEdits(library, made.edits))[behind]).toBe(`${"  ".repeat(level - 1)}New`);
});
