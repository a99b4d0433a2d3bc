import { expect, test } from "vitest";
import { sampleLibrary } from "../fixtures/sample-library.cases.ts";
import { CoderId, IssueId, newId } from "../model/ids.ts";
import { allCoded } from "./claims.ts";
import { type CodingIdentity, SameCodings } from "./same-coding.ts";

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

test("what is added meanwhile is found as well", () => {
  const codings = new SameCodings([]);
  expect(codings.find(same)).toBeNull();
  codings.add(claim);
  expect(codings.find(same)).toBe(claim);
});
