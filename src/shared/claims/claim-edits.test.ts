import { expect, test } from "vitest";
import { apply } from "../change/change.ts";
import { Edit } from "../change/edit.ts";
import { findOrCreateActor, findOrCreateIssue } from "../codebook/find-or-create.ts";
import { findStance } from "../codebook/stance-scale.ts";
import { ids, sampleLibrary } from "../fixtures/sample-library.cases.ts";
import { ofPaper, recordTables } from "../model/by-paper.ts";
import { AnnotationId, newId, PaperId, RelationId } from "../model/ids.ts";
import { claimEdits, removeAnnotationEdits, removePapersEdits } from "./claim-edits.ts";

const library = sampleLibrary();

test.each([
  [["Water"], ids.root, []],
  [["water", "quality/TASTE"], ids.child, []],
  [["Water", "Allocation"], null, ["Allocation"]],
  [["Energy", "Grid"], null, ["Energy", "Grid"]],
])("the issue %j is found, or made with what is missing of its path", (names, id, made) => {
  const found = findOrCreateIssue(library.issues, names);
  expect(found.made).toEqual(made);
  expect(found.edits).toHaveLength(made.length);
  if (id !== null) expect(found.id).toBe(id);
  expect(apply(library, { edits: found.edits }).issues[found.id]?.name.toLowerCase()).toBe(names.at(-1)?.toLowerCase());
});

test("an issue without a name is refused", () => {
  expect(() => findOrCreateIssue(library.issues, [])).toThrow(RangeError);
});

test.each([
  ["Harbour Board", true],
  [" hb ", true],
  ["Harbour", false],
])("the actor %j is known by name or alias: %s", (name, known) => {
  const found = findOrCreateActor(library.actors, name);
  expect(found.id === ids.actor).toBe(known);
  expect(found.made).toEqual(known ? [] : [name]);
});

test.each([
  ["in other letters", "ÉNERGIE", "Énergie"],
  ["with its accent encoded otherwise", "E\u0301nergie", "Énergie"],
  ["longer than a name may be", "𝒳".repeat(200), "𝒳".repeat(200)],
])("the same name %s makes nothing twice", (_how, again, name) => {
  const issue = findOrCreateIssue(library.issues, [name]);
  const actor = findOrCreateActor(library.actors, name);
  const after = apply(library, { edits: [...issue.edits, ...actor.edits].map((edit) => Edit.parse(edit)) });
  expect(findOrCreateIssue(after.issues, [again])).toEqual({ id: issue.id, edits: [], made: [] });
  expect(findOrCreateActor(after.actors, again)).toEqual({ id: actor.id, edits: [], made: [] });
});

test("of a name that is too long no character is cut in two", () => {
  const { edits } = findOrCreateActor({}, `a${"𝒳".repeat(200)}`);
  expect(edits[0]?.to).toMatchObject({ name: `a${"𝒳".repeat(149)}` });
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

test("a stance is known by a glyph and a key in capitals", () => {
  const [first] = Object.values(library.stances);
  if (first === undefined) throw new Error("no stance");
  const stances = { [first.id]: { ...first, name: "Pros", glyph: "P", key: "S" } };
  for (const word of ["PROS", "pro", "P", "p", "S", "s"]) expect(findStance(stances, word)?.id).toBe(first.id);
  for (const word of ["", "x", "pr"]) expect(findStance(stances, word)).toBeNull();
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

test("papers with a relation between them are removed together, and a paper named twice or gone is removed once", () => {
  const other = newId(PaperId);
  const there = library.papers[ids.paper];
  const claim = ofPaper(library.annotations, ids.paper)[ids.claim];
  const relation = Object.values(library.relations)[0];
  if (there === undefined || claim === undefined || relation === undefined) throw new Error("The sample has changed.");
  const id = newId(AnnotationId);
  const both = apply(library, {
    edits: [
      { table: "papers", from: null, to: { ...there, id: other } },
      { table: "annotations", from: null, to: { ...claim, id, paper: other } },
      {
        table: "relations",
        from: null,
        to: { ...relation, id: newId(RelationId), source: { paper: other, annotation: id } },
      },
    ],
  });
  const edits = removePapersEdits(both, [ids.paper, other, other, newId(PaperId)]);
  const bare = apply(both, { edits });
  expect([bare.papers, bare.relations]).toEqual([{}, {}]);
  expect([...recordTables(bare.annotations), ...recordTables(bare.positions)].flatMap(Object.keys)).toEqual([]);
});

test("a removed paper leaves nothing behind", () => {
  const bare = apply(library, { edits: removePapersEdits(library, [ids.paper]) });
  expect([bare.papers, bare.relations]).toEqual([{}, {}]);
  expect(Object.keys(ofPaper(bare.annotations, ids.paper))).toEqual([]);
  expect(Object.keys(ofPaper(bare.positions, ids.paper))).toEqual([]);
});
