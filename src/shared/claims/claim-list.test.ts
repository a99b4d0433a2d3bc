import fc from "fast-check";
import { expect, test } from "vitest";
import { libraryOf } from "../analysis/library.cases.ts";
import { apply } from "../change/change.ts";
import type { Edit } from "../change/edit.ts";
import { quoteOf } from "../model/annotation.ts";
import { maxTogether } from "../model/by-paper.ts";
import { ActorId, AnnotationId, newId, PositionId } from "../model/ids.ts";
import type { Library } from "../model/library.ts";
import { withPackedRecords } from "../papers/packed-library.cases.ts";
import { type ClaimList, claimList } from "./claim-list.ts";
import { allCoded } from "./claims.ts";

const times = ["2026-01-02T03:04:05Z", "2026-01-02T03:04:05.000Z", "2026-01-02T03:04:05.12Z", "1969-07-20T20:17:00Z"];

function madeOf(claims: number, papers: number): Library {
  return libraryOf(
    Array.from({ length: claims }, (_, index) => ({
      actor: index % 5 === 0 ? null : `Actor ${index % 3}`,
      issues: [[], ["Water +"], ["Water +", "Roads ."]][index % 3] ?? [],
      paper: `Paper ${index % papers}`,
      quote: `Quote ${index} of the harbour`,
      at: [(index * 7) % 100, ((index * 7) % 100) + 9] as const,
      ...(index % 4 === 0 ? { certainty: 1 + (index % 5), strength: 2 } : {}),
    })),
  );
}

/** Removes, edits or adds a claim, or a position of it; a number out of range changes nothing. */
function changed(before: Library, kind: string, number: number): Library {
  const coded = allCoded(before)[number];
  if (coded === undefined) return before;
  const { annotation, positions } = coded;
  const [position] = positions;
  const removed = positions.map((from): Edit => ({ table: "positions", from, to: null }));
  const edited = {
    ...annotation,
    note: `${annotation.note} more`,
    grade: { reliability: "B" as const, credibility: 6 },
    created: times[number % 4] ?? "",
    modified: times[(number + 1) % 4] ?? "",
  };
  const edits: Record<string, Edit[]> = {
    edit: [{ table: "annotations", from: annotation, to: edited }],
    add: [{ table: "annotations", from: null, to: { ...annotation, id: newId(AnnotationId) } }],
    // Identifiers are compared as they are written.
    odd: [
      {
        table: "annotations",
        from: null,
        to: { ...annotation, id: AnnotationId.parse(newId(AnnotationId).toUpperCase()) },
      },
    ],
    recode:
      position === undefined ? [] : [{ table: "positions", from: null, to: { ...position, id: newId(PositionId) } }],
    remove: [...removed, { table: "annotations", from: annotation, to: null }],
  };
  return apply(before, { edits: edits[kind] ?? [] });
}

function expectSame(list: ClaimList, library: Library): void {
  const coded = allCoded(library);
  expect(list.coded()).toEqual(coded);
  expect(list.length).toBe(coded.length);
  const facts: unknown[] = [];
  list.eachFacts(({ annotation: own, positions }, place) => {
    const { id, paper, actor, certainty, grade, coder, created, modified } = own;
    facts.push({ place, id, paper, actor, certainty, grade, coder, created, modified, positions });
  });
  expect(facts).toEqual(
    coded.map(({ annotation: { passage: _passage, note: _note, ...own }, positions }, place) => ({
      place,
      ...own,
      positions: positions.map(({ issue, stance, strength }) => ({ issue, stance, strength })),
    })),
  );
  const places = [...coded.keys(), -1, coded.length];
  expect(places.map((place) => list.at(place))).toEqual(places.map((place) => coded[place]));
  expect(places.map((place) => list.idAt(place))).toEqual(places.map((place) => coded[place]?.annotation.id));
  expect(list.papers.flatMap((paper) => paper.quotes())).toEqual(
    coded.map(({ annotation }) => quoteOf(annotation.passage)),
  );
  const some = new Set(coded.flatMap(({ annotation: { id } }, place) => (place % 3 === 1 ? [id] : [])));
  expect([...list.marksOf(new Set([...some, "no such", newId(AnnotationId)]))]).toEqual(
    coded.map(({ annotation: { id } }) => Number(some.has(id))),
  );
  expect(list.coded(list.marksOf(some))).toEqual(coded.filter(({ annotation: { id } }) => some.has(id)));
}

/** With a claim that packed records have no columns for. */
function withOddClaim(library: Library): Library {
  const from = allCoded(library)[3]?.annotation;
  const [range] = from?.passage.ranges ?? [];
  if (from === undefined || range === undefined) throw new Error("there is no claim");
  const ranges = [range, { ...range, start: range.start + 50, end: range.end + 50, quote: "elsewhere" }];
  return apply(library, {
    edits: [{ table: "annotations", from, to: { ...from, passage: { ...from.passage, ranges } } }],
  });
}

const change = fc.tuple(fc.constantFrom("edit", "add", "odd", "recode", "remove"), fc.nat(15));

test.each([
  ["records in memory", madeOf(12, 4), 100],
  ["packed records", withPackedRecords(madeOf(12, 4)), 100],
  ["packed records of several forms", withPackedRecords(withOddClaim(madeOf(12, 4))), 100],
  ["a paper with many records", madeOf(maxTogether + 30, 1), 8],
  ["a packed paper with many records", withPackedRecords(madeOf(maxTogether + 30, 1)), 8],
  ["as many as a paper has together", madeOf(maxTogether, 1), 8],
])("of %s, after any changes, the list and its columns say what the records say", (_, library, numRuns) => {
  fc.assert(
    fc.property(fc.array(fc.array(change, { maxLength: 3 }), { maxLength: 4 }), fc.boolean(), (steps, isFilled) => {
      let now = library;
      let list = claimList(now);
      if (isFilled) expectSame(list, now);
      for (const step of steps) {
        for (const [kind, number] of step) now = changed(now, kind, number);
        list = list.next(now);
        if (isFilled) expectSame(list, now);
      }
      expectSame(list, now);
    }),
    { numRuns },
  );
});

test("a list that is filled in part says the same", () => {
  const library = withPackedRecords(madeOf(20, 5));
  for (let stop = 0; stop <= 5; stop++) {
    const list = claimList(library);
    let left = stop;
    expect(list.fill(() => left-- === 0)).toBe(stop >= 4);
    expectSame(list, library);
    expect(list.fill()).toBe(true);
  }
});

test("a change of the codebook leaves the identical list; another library has one of its own", () => {
  const library = madeOf(12, 4);
  const list = claimList(library);
  const to = { id: newId(ActorId), name: "Other", kind: null, aliases: [], parent: null };
  expect(list.next(apply(library, { edits: [{ table: "actors", from: null, to }] }))).toBe(list);
  const other = libraryOf([{ actor: null, issues: [], quote: "Else" }]);
  expectSame(list.next(other), other);
  expectSame(list.next(other).next(library), library);
  const { [Object.keys(library.papers)[1] ?? ""]: _gone, ...papers } = library.papers;
  expectSame(list.next({ ...library, papers }), { ...library, papers });
  expectSame(claimList(libraryOf([])), libraryOf([]));
});
