import { expect, test } from "vitest";
import { invert } from "../change/change.ts";
import { ids } from "../fixtures/sample-library.cases.ts";
import { printLabel } from "../messages/message.ts";
import { actorNamed, drawn, issueAt, libraryWith, stanceNamed, withEdits } from "./codebook.cases.ts";
import { effectOf } from "./effect.ts";
import {
  addEntry,
  type EntryKind,
  entryOf,
  findEntry,
  mergeEntry,
  moveEntry,
  nameOfEntry,
  removeEntry,
  renameEntry,
} from "./entries.ts";
import { findOrCreateIssue } from "./find-or-create.ts";
import { issueLineEdits, withFreeKeys } from "./issue-lines.ts";
import { pinIssue } from "./issues.ts";
import { removeStance, stanceCounts } from "./stances.ts";

const library = libraryWith(
  ["Water/Price", "Air/Price", "Land"],
  [["Water/Price opposes 1", "Air/Price opposes 3"], ["Air/Price supports"], ["Land unclear"]],
);
const at = (path: string) => issueAt(library, path);

test.each([
  ["issue", "water/PRICE", "Water › Price"],
  ["issue", "Water › Price", "Water › Price"],
  ["stance", "+", "supports"],
  ["stance", "oppose", "opposes"],
  ["stance", "مخالفت", "opposes"],
  ["actor", "hb", "Harbour Board"],
] as const)("%s “%s” is %s", (kind, words, name) => {
  expect(printLabel(nameOfEntry(library, findEntry(library, kind, words)))).toBe(name);
});

test.each([
  ["issue", "Water/Taste"],
  ["issue", " "],
  ["stance", "loves"],
  ["actor", "Nobody"],
] as const)("there is no %s “%s”", (kind, words) => {
  expect(() => findEntry(library, kind, words)).toThrow(`no ${kind} “${words}”`);
});

test("an entry is known by its identifier, and by no other's", () => {
  expect(entryOf(library, "issue", at("Land"))).toEqual({ kind: "issue", id: at("Land") });
  for (const kind of ["issue", "stance", "actor"] as const) expect(entryOf(library, kind, ids.paper)).toBeNull();
  expect(entryOf(library, "actor", null)).toBeNull();
});

test("each verb means the same for issues, stances and actors", () => {
  for (const kind of ["issue", "stance", "actor"] as const satisfies readonly EntryKind[]) {
    const made = addEntry(library, kind, "New one", null);
    const added = withEdits(library, made.edits);
    const renamed = withEdits(added, renameEntry(added, made.entry, "Other"));
    expect(nameOfEntry(renamed, made.entry)).toBe("Other");
    expect(withEdits(renamed, removeEntry(renamed, made.entry))).toEqual(library);
    const into = addEntry(renamed, kind, "Third", null);
    const both = withEdits(renamed, into.edits);
    const merged = withEdits(both, mergeEntry(both, made.entry, into.entry.id));
    expect(entryOf(merged, kind, made.entry.id)).toBeNull();
  }
});

test("entries are made and put under others; a stance has only its place", () => {
  const made = addEntry(library, "actor", "Quay", ids.actor);
  const state = withEdits(library, made.edits);
  expect(state.actors[made.entry.id]?.parent).toBe(ids.actor);
  expect(withEdits(state, moveEntry(state, made.entry, null, 0)).actors[made.entry.id]?.parent).toBeNull();
  const under = addEntry(library, "issue", "Fees", at("Land"));
  expect(drawn(withEdits(library, under.edits)).at(-1)).toBe("  Fees");
  const moved = withEdits(library, moveEntry(library, findEntry(library, "issue", "Land"), at("Air"), 0));
  expect(drawn(moved).slice(2, 4)).toEqual(["Air", "  Land"]);
  const last = withEdits(library, moveEntry(library, findEntry(library, "stance", "+"), null, 9));
  expect(Object.values(last.stances).sort((a, b) => b.rank - a.rank)[0]?.name).toBe("supports");
});

test("a stance goes only when no claim has it and another is left", () => {
  expect(() => removeStance(library, stanceNamed(library, "supports"))).toThrow("1 claim has the stance “supports”");
  const twice = libraryWith(["Land"], [["Land supports"], ["Land supports"]]);
  expect(() => removeStance(twice, stanceNamed(twice, "supports"))).toThrow("2 claims have");
  expect(withEdits(library, removeStance(library, stanceNamed(library, "mixed"))).stances).not.toHaveProperty(
    stanceNamed(library, "mixed"),
  );
  const alone = { ...twice, stances: { [stanceNamed(twice, "mixed")]: twice.stances[stanceNamed(twice, "mixed")] } };
  expect(() => removeStance({ ...twice, ...alone } as typeof twice, stanceNamed(twice, "mixed"))).toThrow("at least");
  expect(stanceCounts(twice)).toEqual(new Map([[stanceNamed(twice, "supports"), 2]]));
});

test("the effect of a merge, a removal and a merge of actors is known before it is done", () => {
  const merge = mergeEntry(library, findEntry(library, "issue", "Air"), at("Water"));
  expect(effectOf(library, merge)).toEqual({
    claims: 2,
    papers: 1,
    doubles: 1,
    uncoded: 0,
    gone: ["Air", "Air › Price"],
    moved: [],
    filters: false,
  });
  const under = withEdits(library, findOrCreateIssue(library.issues, ["Land", "Use"]).edits);
  expect(effectOf(under, mergeEntry(under, findEntry(under, "issue", "Land"), at("Water"))).moved).toEqual([
    "Land › Use",
  ]);
  expect(effectOf(library, removeEntry(library, findEntry(library, "issue", "Land")))).toMatchObject({
    claims: 1,
    uncoded: 1,
    doubles: 0,
    gone: ["Land"],
  });
  const two = withEdits(library, addEntry(library, "actor", "Town", null).edits);
  const joined = mergeEntry(two, { kind: "actor", id: ids.actor }, actorNamed(two, "Town"));
  expect(effectOf(two, joined)).toMatchObject({ claims: 3, gone: ["Harbour Board"], uncoded: 0 });
});

test("a list of issues is made once; what is already recorded about an issue stays", () => {
  const lines = [
    { names: ["Air", "Price"], definition: "What it costs" },
    { names: ["Sea", "Wind"], definition: "Of the sea", include: "Storms" },
    { names: ["sea"], definition: "All of it" },
  ];
  const edits = issueLineEdits(library.issues, lines, true);
  expect(edits).toHaveLength(3);
  const after = withEdits(library, edits);
  expect(drawn(after).slice(-2)).toEqual(["Sea", "  Wind"]);
  expect(after.issues[at("Air/Price")]?.definition).toBe("What it costs");
  const [sea, wind] = ["Sea", "Sea/Wind"].map((path) => after.issues[issueAt(after, path)]);
  expect([sea?.definition, wind?.include, wind?.colour]).toEqual(["All of it", "Storms", sea?.colour]);
  expect(issueLineEdits(after.issues, lines)).toEqual([]);
  expect(issueLineEdits(after.issues, [{ names: ["Sea"], definition: "Other" }])).toEqual([]);
  expect(withEdits(after, invert(edits))).toEqual(library);
});

test("created issues are pinned to the digits that are free, in their order, and others are left alone", () => {
  const before = libraryWith(["Water"]);
  const water = Object.values(before.issues)[0];
  if (water === undefined) throw new Error("no issue");
  const pinned = withEdits(before, pinIssue(before.issues, water.id, "2"));
  const lines = ["A", "B", "Water", ...Array.from({ length: 9 }, (_, index) => `More ${index}`)].map((name) => ({
    names: [name],
  }));
  const edits = withFreeKeys(pinned.issues, pinned.stances, issueLineEdits(pinned.issues, lines));
  const keys = Object.values(withEdits(pinned, edits).issues).map(({ name, key }) => [name, key]);
  expect(Object.fromEntries(keys)).toMatchObject({
    Water: "2",
    A: "1",
    B: "3",
    "More 0": "4",
    "More 5": "9",
    "More 6": null,
  });
});
