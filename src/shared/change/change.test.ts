import fc from "fast-check";
import { expect, test } from "vitest";
import { claimEdits, removeAnnotationEdits, removePapersEdits } from "../claims/claim-edits.ts";
import { findOrCreateIssue } from "../codebook/find-or-create.ts";
import { message } from "../messages/message.ts";
import { maxTogether, ofPaper, recordOf } from "../model/by-paper.ts";
import { ActorId, AnnotationId, CoderId, LibraryId, newId, PaperId, RelationId, StanceId } from "../model/ids.ts";
import { emptyLibrary, type Library } from "../model/library.ts";
import { blankPaper, type Paper } from "../model/paper.ts";
import { apply, Draft, invert } from "./change.ts";
import type { Edit } from "./edit.ts";

const time = "2026-11-24T10:00:00.000Z";
const coder = newId(CoderId);
const supports = StanceId.parse("00000000-0000-7000-8000-000000000001");

function paper(): Paper {
  const sha256 = "0".repeat(64);
  return {
    ...blankPaper,
    id: newId(PaperId),
    title: "A",
    authors: [],
    date: null,
    format: "text",
    fileName: "a.txt",
    sha256,
    bytes: 1,
    characters: 1,
    pages: 1,
    author: null,
    added: time,
    coder,
  };
}

/** A library with a paper, an issue and a claim, and the edits that made it. */
function coded(): {
  library: Library;
  paper: Paper;
  claim: ReturnType<typeof claimEdits>["annotation"];
  edits: Edit[];
} {
  const added = paper();
  const issue = findOrCreateIssue({}, ["Water", "Allocation"]);
  const passage = { ranges: [{ start: 0, end: 3, quote: "The", prefix: "", suffix: "" }], areas: [] };
  const claim = claimEdits({
    paper: added.id,
    passage,
    actor: null,
    positions: [{ issue: issue.id, stance: supports, strength: 2 }],
    certainty: 3,
    note: "",
    coder,
    at: time,
  });
  const edits: Edit[] = [{ table: "papers", from: null, to: added }, ...issue.edits, ...claim.edits];
  return { library: apply(emptyLibrary(newId(LibraryId)), { edits }), paper: added, claim: claim.annotation, edits };
}

const base = coded();
const actor = { id: newId(ActorId), name: "Council", kind: null, aliases: [], parent: null };
const second = claimEdits({
  paper: base.paper.id,
  passage: base.claim.passage,
  actor: null,
  positions: [],
  certainty: null,
  note: "n",
  coder,
  at: time,
});
const [position] = Object.values(ofPaper(base.library.positions, base.paper.id));
const [issue] = Object.values(base.library.issues).filter((issue) => issue.parent !== null);

test.each<[string, Edit[]]>([
  ["papers", [{ table: "papers", from: base.paper, to: { ...base.paper, title: "B" } }]],
  ["annotations", second.edits],
  [
    "positions",
    position === undefined ? [] : [{ table: "positions", from: position, to: { ...position, strength: null } }],
  ],
  ["issues", issue === undefined ? [] : [{ table: "issues", from: issue, to: { ...issue, name: "Shares" } }]],
  [
    "stances",
    [
      {
        table: "stances",
        from: null,
        to: {
          id: newId(StanceId),
          name: "doubts",
          definition: "",
          polarity: -1,
          glyph: "d",
          colour: "#112233",
          key: null,
          rank: 9,
        },
      },
    ],
  ],
  ["actors", [{ table: "actors", from: null, to: actor }]],
  ["coders", [{ table: "coders", from: null, to: { id: coder, name: "me" } }]],
  [
    "relations",
    [
      ...second.edits,
      {
        table: "relations",
        from: null,
        to: {
          id: newId(RelationId),
          kind: "supports",
          source: { paper: base.paper.id, annotation: base.claim.id },
          target: { paper: base.paper.id, annotation: second.annotation.id },
          coder,
          created: time,
        },
      },
    ],
  ],
  ["settings", [{ table: "settings", from: null, to: { key: "a.b", value: [1, null, "x"] } }]],
  ["removals", removePapersEdits(base.library, [base.paper.id])],
])("%s: apply then invert gives the identical library", (_table, edits) => {
  expect(edits.length).toBeGreaterThan(0);
  const after = apply(base.library, { edits });
  expect(after).not.toEqual(base.library);
  expect(apply(after, { edits: invert(edits) })).toEqual(base.library);
});

test("any number of changes can be undone in turn", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.boolean(), fc.string({ minLength: 1, maxLength: 8 }))), (steps) => {
      let library = base.library;
      const done: Edit[][] = [];
      for (const [remove, name] of steps) {
        const edits = remove
          ? removeAnnotationEdits(library, base.paper.id, base.claim.id)
          : [...findOrCreateIssue(library.issues, [name.trim() || "x"]).edits];
        library = apply(library, { edits });
        done.push(edits);
      }
      for (const edits of done.toReversed()) library = apply(library, { edits: invert(edits) });
      expect(library).toEqual(base.library);
    }),
  );
});

test.each<[string, Edit[], string]>([
  ["a record that has changed", [{ table: "papers", from: { ...base.paper, title: "Z" }, to: base.paper }], "conflict"],
  ["a paper that is still annotated", [{ table: "papers", from: base.paper, to: null }], "reference"],
  ["an issue that is still used", issue === undefined ? [] : [{ table: "issues", from: issue, to: null }], "reference"],
  [
    "an issue under itself",
    issue === undefined ? [] : [{ table: "issues", from: issue, to: { ...issue, parent: issue.id } }],
    "reference",
  ],
  [
    "an annotation of no paper",
    [{ table: "annotations", from: null, to: { ...base.claim, id: newId(AnnotationId), paper: newId(PaperId) } }],
    "reference",
  ],
  [
    "an unknown actor",
    [{ table: "annotations", from: base.claim, to: { ...base.claim, actor: newId(ActorId) } }],
    "reference",
  ],
])("refused: %s", (_what, edits, code) => {
  const before = structuredClone(base.library);
  expect(() => apply(base.library, { edits })).toThrow(expect.objectContaining({ code }));
  expect(base.library).toEqual(before);
});

test.each<[string, Edit[]]>([
  ["a paper", [{ table: "papers", from: base.paper, to: { ...base.paper, id: newId(PaperId) } }]],
  ["a claim", [{ table: "annotations", from: base.claim, to: { ...base.claim, id: newId(AnnotationId) } }]],
  ["a coder", [{ table: "coders", from: { id: coder, name: "A" }, to: { id: newId(CoderId), name: "A" } }]],
  ["a setting", [{ table: "settings", from: { key: "a", value: 1 }, to: { key: "b", value: 1 } }]],
])("an edit cannot update the identifier of %s", (_what, edits) => {
  const settings = { a: { key: "a", value: 1 } };
  const library: Library = { ...base.library, coders: { [coder]: { id: coder, name: "A" } }, settings };
  const refused = expect.objectContaining({ code: "invalid", reason: message("edit.otherIdentifier") });
  expect(() => apply(library, { edits })).toThrow(refused);
});

test("what a draft refuses leaves no trace, and what it takes is what apply gives", () => {
  const edit = fc.constantFrom<Edit>(
    ...base.edits,
    ...invert(base.edits),
    ...second.edits,
    { table: "actors", from: null, to: actor },
    { table: "annotations", from: base.claim, to: { ...base.claim, actor: newId(ActorId) } },
  );
  fc.assert(
    fc.property(fc.array(fc.array(edit, { minLength: 1, maxLength: 4 }), { maxLength: 12 }), (changes) => {
      const draft = new Draft(base.library);
      const before = structuredClone(base.library);
      let library = base.library;
      for (const edits of changes) {
        const taken = attempt(() => draft.apply({ edits }));
        const wanted = attempt(() => {
          library = apply(library, { edits });
        });
        expect(taken).toEqual(wanted);
        expect(draft.library).toEqual(library);
      }
      expect(base.library).toEqual(before);
    }),
  );
});

function attempt(work: () => void): unknown {
  try {
    work();
    return null;
  } catch (error) {
    return error;
  }
}

const claimsIn = (count: number): Edit[] =>
  Array.from(
    { length: count },
    (): Edit => ({
      table: "annotations",
      from: null,
      to: { ...base.claim, id: newId(AnnotationId) },
    }),
  );

/** Enough that a cost which grows with the square of their number takes minutes, and the test its time limit. */
const many = 30_000;

test("changes of many claims in one paper cost what their edits cost, one change or one each", () => {
  const edits = claimsIn(many);
  const library = apply(base.library, { edits });
  const draft = new Draft(base.library);
  for (const edit of edits) draft.replay({ edits: [edit] }, () => true);
  expect(Object.keys(ofPaper(draft.library.annotations, base.paper.id))).toHaveLength(many + 1);
  expect(draft.library).toEqual(library);
  const half = apply(library, { edits: invert(edits.slice(0, many / 2)) });
  expect(Object.keys(ofPaper(half.annotations, base.paper.id))).toHaveLength(many / 2 + 1);
});

test("around the number from which a paper's records are in parts, changes and their inverse give equal libraries", () => {
  const all = claimsIn(2 * maxTogether);
  const states = [base.library];
  for (const edit of all) states.push(apply(states.at(-1) ?? base.library, { edits: [edit] }));
  let library = states.at(-1) ?? base.library;
  for (const [index, edit] of all.entries())
    expect(recordOf(library.annotations, base.paper.id, idOf(edit)), `${index}`).toBe(edit.to);
  for (let count = all.length - 1; count >= 0; count--) {
    library = apply(library, { edits: invert(all.slice(count, count + 1)) });
    expect(library).toEqual(states[count]);
  }
});

const idOf = (edit: Edit): string => (edit.table === "annotations" ? (edit.to?.id ?? "") : "");
