import { expect, test } from "vitest";
import { apply } from "./change.ts";
import { actorEdits, claimEdits, findStance, issueEdits, removeAnnotationEdits, removePaperEdits } from "./coding.ts";
import { ofPaper } from "./model/by-paper.ts";
import { ids, sampleLibrary } from "./sample-library.cases.ts";

const library = sampleLibrary();

test.each([
  [["Water"], ids.root, []],
  [["water", "quality/TASTE"], ids.child, []],
  [["Water", "Allocation"], null, ["Allocation"]],
  [["Energy", "Grid"], null, ["Energy", "Grid"]],
])("the issue %j is found, or made with what is missing of its path", (names, id, made) => {
  const found = issueEdits(library.issues, names);
  expect(found.made).toEqual(made);
  expect(found.edits).toHaveLength(made.length);
  if (id !== null) expect(found.id).toBe(id);
  expect(apply(library, { edits: found.edits }).issues[found.id]?.name.toLowerCase()).toBe(names.at(-1)?.toLowerCase());
});

test("an issue without a name is refused", () => {
  expect(() => issueEdits(library.issues, [])).toThrow(RangeError);
});

test.each([
  ["Harbour Board", true],
  [" hb ", true],
  ["Harbour", false],
])("the actor %j is known by name or alias: %s", (name, known) => {
  const found = actorEdits(library.actors, name);
  expect(found.id === ids.actor).toBe(known);
  expect(found.made).toEqual(known ? [] : [name]);
});

test.each([
  ["supports", "supports"],
  ["Oppose", "opposes"],
  ["−", "opposes"],
  ["-", "opposes"],
  ["~", "mixed"],
  ["maybe", undefined],
])("the stance %j is %s", (text, name) => {
  expect(findStance(library.stances, text)?.name).toBe(name);
});

test("a claim is made whole and removed whole, with its positions and relations", () => {
  const [stance] = Object.values(library.stances);
  if (stance === undefined) throw new Error("no stance");
  const passage = { ranges: [{ start: 1, end: 3, quote: "ve", prefix: "E", suffix: "r" }], areas: [] };
  const { annotation, edits } = claimEdits({
    paper: ids.paper,
    passage,
    actor: ids.actor,
    positions: [{ issue: ids.root, stance: stance.id, strength: 1 }],
    certainty: 3,
    note: "",
    coder: ids.coder,
    at: "2026-01-02T03:04:05Z",
  });
  const coded = apply(library, { edits });
  expect(Object.keys(ofPaper(coded.positions, ids.paper))).toHaveLength(2);
  expect(apply(coded, { edits: removeAnnotationEdits(coded, ids.paper, annotation.id) })).toEqual(library);
  const without = apply(library, { edits: removeAnnotationEdits(library, ids.paper, ids.claim) });
  expect(without.relations).toEqual({});
});

test("a removed paper leaves nothing of it behind", () => {
  const bare = apply(library, { edits: removePaperEdits(library, ids.paper) });
  expect([bare.papers, bare.relations]).toEqual([{}, {}]);
  expect(Object.keys(ofPaper(bare.annotations, ids.paper))).toEqual([]);
  expect(Object.keys(ofPaper(bare.positions, ids.paper))).toEqual([]);
});
