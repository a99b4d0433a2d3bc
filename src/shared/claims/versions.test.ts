import { expect, test } from "vitest";
import { apply } from "../change/change.ts";
import type { Edit } from "../change/edit.ts";
import { ids, sampleLibrary } from "../fixtures/sample-library.cases.ts";
import type { Passage } from "../model/annotation.ts";
import { newId, PaperId } from "../model/ids.ts";
import type { Library } from "../model/library.ts";
import type { Paper } from "../model/paper.ts";
import { carryEdits, countStatuses, leaveEdits } from "./carry-edits.ts";
import { removeAnnotationEdits } from "./claim-edits.ts";
import { codedIn } from "./claims.ts";
import { recodeEdits } from "./recode.ts";
import {
  carriedFrom,
  earlierVersion,
  laterVersion,
  supersededPapers,
  undecided,
  undecidedCount,
  versionPairs,
  versionsOf,
} from "./versions.ts";

const time = "2026-02-03T04:05:06Z";
const first = sampleLibrary();
const old = paperIn(first, ids.paper);

function paperIn(library: Library, id: string): Paper {
  const paper = library.papers[id];
  if (paper === undefined) throw new Error("The paper is in the library.");
  return paper;
}

/** The library with one more version of a paper. */
function withVersion(library: Library, replaces: Paper): { library: Library; paper: Paper } {
  const added = `2026-02-0${Object.keys(library.papers).length}T00:00:00Z`;
  const paper: Paper = { ...replaces, id: newId(PaperId), replaces: replaces.id, notCarried: [], added };
  return { library: edited(library, [{ table: "papers", from: null, to: paper }]), paper };
}

function edited(library: Library, edits: readonly Edit[]): Library {
  return apply(library, { edits });
}

function passage(start: number, quote: string): Passage {
  return { ranges: [{ start, end: start + quote.length, quote, prefix: "", suffix: "" }], areas: [] };
}

const { library, paper } = withVersion(first, old);
const [claim, note] = codedIn(library, old.id).map(({ annotation }) => annotation);
if (claim === undefined || note === undefined) throw new Error("The sample has a claim and a note.");
const both = [
  { annotation: claim, passage: passage(10, "Ever") },
  { annotation: note, passage: passage(15, "words") },
];

test("a paper that another one replaces is superseded, until that one is gone", () => {
  expect([...supersededPapers(library.papers)]).toEqual([old.id]);
  expect(supersededPapers(library.papers)).toBe(supersededPapers(library.papers));
  expect(supersededPapers(first.papers).size).toBe(0);
  const alone = edited(first, [{ table: "papers", from: old, to: { ...old, replaces: newId(PaperId) } }]);
  expect(supersededPapers(alone.papers).size).toBe(0);
  expect(earlierVersion(alone, paperIn(alone, old.id))).toBeNull();
});

test("versions are listed from the oldest to the newest, whichever is asked for", () => {
  const { library: third, paper: newest } = withVersion(library, paper);
  for (const version of [old, paper, newest])
    expect(versionsOf(third, version).map(({ id }) => id)).toEqual([old.id, paper.id, newest.id]);
  expect(laterVersion(third, old.id)?.id).toBe(paper.id);
  expect(laterVersion(third, newest.id)).toBeNull();
  expect(earlierVersion(third, newest)?.id).toBe(paper.id);
});

test("papers that replace one another in a circle end nowhere, but end", () => {
  const circle = edited(library, [{ table: "papers", from: old, to: { ...old, replaces: paper.id } }]);
  expect(versionsOf(circle, paper)).toHaveLength(2);
});

test("what is carried over is a copy with its coding, which names where it comes from", () => {
  const after = edited(library, carryEdits(library, paper, both, time));
  const [copy, copiedNote] = codedIn(after, paper.id);
  expect(copy?.annotation).toMatchObject({
    actor: claim.actor,
    certainty: claim.certainty,
    coder: claim.coder,
    created: claim.created,
    modified: time,
    passage: passage(10, "Ever"),
  });
  expect(copy?.annotation.id).not.toBe(claim.id);
  expect(copy === undefined ? "" : carriedFrom(copy.annotation)).toBe(claim.id);
  const [position] = codedIn(library, old.id)[0]?.positions ?? [];
  expect(copy?.positions).toMatchObject([{ issue: position?.issue, stance: position?.stance, strength: 2 }]);
  expect(codedIn(after, old.id)).toEqual(codedIn(library, old.id));
  expect(undecidedCount(after, paper)).toBe(0);
  const relations = Object.values(after.relations).filter(({ source }) => source.paper === paper.id);
  expect(relations).toMatchObject([
    {
      kind: "supports",
      source: { annotation: copy?.annotation.id },
      target: { annotation: copiedNote?.annotation.id },
    },
  ]);
});

test("a relation waits until both of its ends were carried over; nothing is carried over twice", () => {
  const edit = edited(library, carryEdits(library, paper, both.slice(0, 1), time));
  expect(Object.keys(edit.relations)).toHaveLength(1);
  expect(undecided(edit, paper).map(({ annotation }) => annotation.id)).toEqual([note.id]);
  expect(carryEdits(edit, paper, both.slice(0, 1), time)).toEqual([]);
  const two = edited(edit, carryEdits(edit, paper, both, time));
  expect(codedIn(two, paper.id)).toHaveLength(2);
  expect(Object.keys(two.relations)).toHaveLength(2);
});

test("a relation with another paper comes along", () => {
  const { library: third, paper: other } = withVersion(library, paper);
  const unrelated = edited(third, [{ table: "papers", from: other, to: { ...other, replaces: null } }]);
  const target = { ...note, id: claim.id, paper: other.id };
  const [relation] = Object.values(library.relations);
  if (relation === undefined) throw new Error("The sample has a relation.");
  const linked = edited(unrelated, [
    { table: "annotations", from: null, to: target },
    { table: "relations", from: relation, to: { ...relation, target: { paper: other.id, annotation: target.id } } },
  ]);
  const after = edited(linked, carryEdits(linked, paper, both.slice(0, 1), time));
  const made = Object.values(after.relations).filter(({ source }) => source.paper === paper.id);
  expect(made).toMatchObject([{ target: { paper: other.id } }]);
});

test("what is left in the earlier version is asked about no more", () => {
  const [edit, ...others] = leaveEdits(paper, [note.id, note.id]);
  expect(others).toEqual([]);
  const after = edited(library, edit === undefined ? [] : [edit]);
  const left = paperIn(after, paper.id);
  expect(left.notCarried).toEqual([note.id]);
  expect(undecided(after, left).map(({ annotation }) => annotation.id)).toEqual([claim.id]);
  expect(leaveEdits(left, [note.id])).toEqual([]);
});

test("a claim that was carried over and then deleted is not asked about again, one or many at a time", () => {
  const carried = edited(library, carryEdits(library, paper, both, time));
  const copies = codedIn(carried, paper.id);
  const [first] = copies;
  if (first === undefined) throw new Error("a copy is needed");
  const removed = edited(carried, removeAnnotationEdits(carried, paper.id, first.annotation.id));
  expect(undecided(removed, paperIn(removed, paper.id))).toEqual([]);
  const all = edited(carried, recodeEdits(carried, copies, { kind: "delete" }, time));
  expect(codedIn(all, paper.id)).toEqual([]);
  expect(undecided(all, paperIn(all, paper.id))).toEqual([]);
  expect(new Set(paperIn(all, paper.id).notCarried)).toEqual(new Set([claim.id, note.id]));
});

test("both versions side by side: what was carried over in pairs, then what only the earlier one has", () => {
  const carried = edited(library, [
    ...carryEdits(library, paper, both.slice(0, 1), time),
    ...leaveEdits(paper, [note.id]),
  ]);
  const pairs = versionPairs(carried, paperIn(carried, paper.id));
  expect(pairs.map(({ before, after, isLeft }) => [before?.annotation.id, after !== null, isLeft])).toEqual([
    [claim.id, true, false],
    [note.id, false, true],
  ]);
  const copy = pairs[0]?.after?.annotation;
  const removed = edited(carried, copy === undefined ? [] : removeAnnotationEdits(carried, paper.id, copy.id));
  expect(versionPairs(removed, paperIn(removed, paper.id)).map(({ after }) => after)).toEqual([null, null]);
  expect(versionPairs(first, old)).toEqual([]);
});

test("an annotation of the newer version alone has no partner", () => {
  const own = { ...claim, id: note.id, paper: paper.id };
  const after = edited(library, [{ table: "annotations", from: null, to: own }]);
  expect(versionPairs(after, paper)[0]).toMatchObject({ before: null, after: { annotation: { id: note.id } } });
  expect(
    carriedFrom({ ...own, origin: { tool: "pdf", kind: "Highlight", colour: null, foreignId: claim.id } }),
  ).toBeNull();
});

test("a paper that replaces none has nothing to carry over", () => {
  expect(undecided(first, old)).toEqual([]);
  expect(carryEdits(first, old, both, time)).toEqual([]);
});

test("statuses are counted", () => {
  expect(countStatuses(["same", "lost", "same"])).toEqual({ same: 2, moved: 0, changed: 0, lost: 1 });
});
