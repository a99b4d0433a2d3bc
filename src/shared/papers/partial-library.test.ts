import fc from "fast-check";
import { expect, test } from "vitest";
import { apply, type Change } from "../change/change.ts";
import type { Edit } from "../change/edit.ts";
import { claimEdits, removeAnnotationEdits } from "../claims/claim-edits.ts";
import { findOrCreateIssue } from "../codebook/find-or-create.ts";
import { ofPaper, papersWithRecords, withoutPapers } from "../model/by-paper.ts";
import { CoderId, LibraryId, newId, PaperId } from "../model/ids.ts";
import { emptyLibrary, type Library } from "../model/library.ts";
import { blankPaper, type Paper } from "../model/paper.ts";
import { packRecords, unpackRecords } from "./packed-records.ts";
import {
  type ArrivingRecords,
  type PartialLibrary,
  partialLibrary,
  takeChange,
  takeRecords,
} from "./partial-library.ts";

const coder = newId(CoderId);
const at = "2026-11-24T10:00:00.000Z";
const issue = findOrCreateIssue({}, ["Dues"]);
const papers = Array.from(
  { length: 5 },
  (_, number): Paper => ({
    ...blankPaper,
    id: newId(PaperId),
    title: `Paper ${number}`,
    authors: [],
    date: null,
    format: "text",
    fileName: "a.txt",
    sha256: `${number}`.repeat(64),
    bytes: 1,
    characters: 1,
    pages: 1,
    author: null,
    added: at,
    coder,
  }),
);

function claimOn(paper: PaperId, note: string): Edit[] {
  return claimEdits({
    paper,
    passage: { ranges: [{ start: 0, end: 3, quote: "The", prefix: "", suffix: "" }], areas: [] },
    actor: null,
    positions: [{ issue: issue.id, stance: null, strength: null }],
    certainty: null,
    note,
    coder,
    at,
  }).edits;
}

/** A library with a claim on each paper but the last. */
const base = apply(emptyLibrary(newId(LibraryId)), {
  edits: [
    ...issue.edits,
    ...papers.map((to): Edit => ({ table: "papers", from: null, to })),
    ...papers.slice(0, -1).flatMap(({ id }) => claimOn(id, "first")),
  ],
});

/** What a coder does next with a paper: add a claim, change all, remove one, or remove the paper with its claims. */
type Act = Readonly<{ paper: number; kind: "add" | "note" | "remove" | "both" | "setting" }>;

function editsOf(library: Library, { paper, kind }: Act, step: number): Edit[] {
  const id = papers[paper]?.id as PaperId;
  const claims = Object.values(ofPaper(library.annotations, id));
  if (kind === "setting") {
    const from = library.settings.step ?? null;
    return [{ table: "settings", from, to: { key: "step", value: step } }];
  }
  if (kind === "note")
    return claims.map((from): Edit => ({ table: "annotations", from, to: { ...from, note: `${from.note} ${step}` } }));
  if (kind === "remove") return claims.slice(0, 1).flatMap((claim) => removeAnnotationEdits(library, id, claim.id));
  // Two papers in one change.
  const other = papers[(paper + 1) % papers.length]?.id as PaperId;
  return [...claimOn(id, `${step}`), ...(kind === "both" ? claimOn(other, `${step}`) : [])];
}

const act = fc.record({
  paper: fc.nat(papers.length - 1),
  kind: fc.constantFrom<Act["kind"]>("add", "note", "remove", "both", "setting"),
});

/** A store's libraries after each of its changes. */
function storeWith(acts: readonly Act[]): { libraries: Library[]; changes: Pick<Change, "edits">[] } {
  const libraries = [base];
  const changes: Pick<Change, "edits">[] = [];
  for (const [step, next] of acts.entries()) {
    const before = libraries.at(-1) ?? base;
    const edits = editsOf(before, next, step);
    if (edits.length === 0) continue;
    changes.push({ edits });
    libraries.push(apply(before, { edits }));
  }
  return { libraries, changes };
}

function recordsAt(library: Library, last: number, asked: readonly string[]): ArrivingRecords {
  return {
    last,
    papers: asked.map((paper) => {
      const [annotations, positions] = [ofPaper(library.annotations, paper), ofPaper(library.positions, paper)];
      const { head, columns } = packRecords({ annotations, positions });
      return [paper, unpackRecords(head, () => columns)];
    }),
  };
}

function openedAt(library: Library, last: number, missing: readonly string[]): PartialLibrary {
  const absent = new Set(missing);
  const { annotations, positions } = library;
  const some = { annotations: withoutPapers(annotations, absent), positions: withoutPapers(positions, absent) };
  return partialLibrary({ ...library, ...some }, last, missing);
}

test("whatever is changed while records arrive, in whatever order, the copy ends as the store's library", () => {
  const draw = { acts: fc.array(act, { maxLength: 12 }), opened: fc.nat(), seed: fc.infiniteStream(fc.nat()) };
  fc.assert(
    fc.property(fc.record(draw), ({ acts, opened, seed }) => {
      const { libraries, changes } = storeWith(acts);
      const next = (below: number): number => (seed.next().value ?? 0) % below;
      const newest = libraries.length - 1;
      const first = opened % libraries.length;
      const library = libraries[first] ?? base;
      const absent = papersWithRecords(library.annotations).filter(() => next(4) > 0);
      let copy = openedAt(library, first, absent);
      // Each is answered once or twice, by the store as it is at any moment from then on.
      const answers = [...absent, ...absent.filter(() => next(3) === 0)].map((paper) => {
        const moment = first + next(libraries.length - first);
        return recordsAt(libraries[moment] ?? base, moment, [paper]);
      });
      // News may tell of changes that are in the copy already.
      let heard = next(first + 1);
      while (answers.length > 0 || heard < newest) {
        const [answer] = next(2) === 0 || heard === newest ? answers.splice(next(answers.length || 1), 1) : [];
        if (answer !== undefined) copy = takeRecords(copy, answer);
        else if (heard < newest) copy = takeChange(copy, ++heard, changes[heard - 1] as Change);
      }
      expect(copy).toMatchObject({ last: newest, early: [] });
      expect([...copy.missing, ...copy.pending.keys()]).toEqual([]);
      expect(copy.library).toEqual(libraries[newest]);
    }),
    { numRuns: 300 },
  );
});

const [a, b] = papers.map(({ id }) => id) as [PaperId, PaperId];
const onA: Pick<Change, "edits"> = { edits: claimOn(a, "new") };

test("records that are ahead of the news wait for them, and what they bring along is not applied again", () => {
  const after = apply(base, onA);
  const early = takeRecords(openedAt(base, 7, [a]), recordsAt(after, 8, [a]));
  expect([...early.missing]).toEqual([a]);
  const { library, missing } = takeChange(early, 8, onA);
  expect([library, [...missing]]).toEqual([after, []]);
});

test("a change that was not heard of is noticed, and one that does not fit once all is there", () => {
  expect(() => takeChange(openedAt(base, 7, [a]), 9, onA)).toThrow(RangeError);
  const whole = openedAt(apply(base, onA), 7, []);
  expect(() => takeChange(whole, 8, onA)).toThrow(expect.objectContaining({ code: "conflict" }));
});

test("records of papers that are there already stay as the changes have left them", () => {
  const copy = takeChange(openedAt(base, 7, [b]), 8, onA);
  expect(takeRecords(copy, recordsAt(base, 7, [a])).library).toBe(copy.library);
});
