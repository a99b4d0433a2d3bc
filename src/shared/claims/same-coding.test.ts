import fc from "fast-check";
import { expect, test } from "vitest";
import { apply } from "../change/change.ts";
import type { Edit } from "../change/edit.ts";
import { sampleLibrary } from "../fixtures/sample-library.cases.ts";
import type { Passage } from "../model/annotation.ts";
import { AnnotationId, CoderId, IssueId, newId, PositionId } from "../model/ids.ts";
import { allCoded, codedIn } from "./claims.ts";
import { type CodingIdentity, findSameCoding, SameCodings } from "./same-coding.ts";

const coded = allCoded(sampleLibrary());
const claim = coded.find(({ positions }) => positions.length > 0);
if (claim === undefined) throw new Error("The sample library has no claim.");
const { annotation, positions } = claim;
const same: CodingIdentity = { ...annotation, positions };

test("a coding that says what a claim says is found, whatever its strength, certainty and note", () => {
  expect(new SameCodings(coded).find(same)).toBe(claim);
  expect(new SameCodings(coded).find({ ...same, note: "Another note" })).toBe(claim);
});

test.each<[string, Partial<CodingIdentity>]>([
  ["actor", { actor: null }],
  ["coder", { coder: newId(CoderId) }],
  ["issue", { positions: positions.map((position) => ({ ...position, issue: newId(IssueId) })) }],
  ["stance", { positions: positions.map((position) => ({ ...position, stance: null })) }],
  ["words", { passage: { ranges: annotation.passage.ranges.map((range) => ({ ...range, end: range.end + 1 })) } }],
  ["kind", { positions: [] }],
])("another %s is another claim", (_, part) => {
  expect(new SameCodings(coded).find({ ...same, ...part })).toBeNull();
});

const place = fc.oneof(
  fc.tuple(fc.nat(3), fc.integer({ min: 1, max: 2 })).map(([start, length]) => ({ start, length, page: null })),
  fc.nat(2).map((page) => ({ start: 1, length: 1, page })),
);
type Place = typeof place extends fc.Arbitrary<infer Value> ? Value : never;

function passageAt({ start, length, page }: Place): Passage {
  const [range] = annotation.passage.ranges;
  if (range === undefined) throw new Error("The claim has no words.");
  const words = { ranges: [{ ...range, start, end: start + length }], areas: [] };
  return page === null ? words : { ...words, region: { page, x: 1, y: 1, width: 9, height: 9, quote: "" } };
}

test("among the claims of a paper the one is found that a look at all of them finds", () => {
  fc.assert(
    fc.property(fc.array(place, { maxLength: 8 }), place, fc.boolean(), (places, wanted, isEdited) => {
      const made = places.map((at) => ({ ...annotation, id: newId(AnnotationId), passage: passageAt(at) }));
      const edits = made.flatMap((to): Edit[] => [
        { table: "annotations", from: null, to },
        ...positions.map((own): Edit => {
          const copy = { ...own, id: newId(PositionId), annotation: to.id };
          return { table: "positions", from: null, to: copy };
        }),
      ]);
      const library = apply(sampleLibrary(), { edits });
      const coding = { ...same, passage: passageAt(wanted) };
      const own = isEdited ? (made[0]?.id ?? null) : null;
      const others = codedIn(library, annotation.paper).filter(({ annotation: { id } }) => id !== own);
      expect(findSameCoding(library, annotation.paper, coding, own)).toBe(new SameCodings(others).find(coding));
    }),
  );
});

test("what is added meanwhile is found as well", () => {
  const codings = new SameCodings([]);
  expect(codings.find(same)).toBeNull();
  codings.add(claim);
  expect(codings.find(same)).toBe(claim);
});
