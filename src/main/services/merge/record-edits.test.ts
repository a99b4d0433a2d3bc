import { expect, test } from "vitest";
import { apply } from "../../../shared/change/change.ts";
import type { Edit } from "../../../shared/change/edit.ts";
import { removeAnnotationEdits } from "../../../shared/claims/claim-edits.ts";
import { withEdits } from "../../../shared/codebook/codebook.cases.ts";
import { addIssue, updateIssue } from "../../../shared/codebook/issues.ts";
import { ids, sampleLibrary } from "../../../shared/fixtures/sample-library.cases.ts";
import type { Message } from "../../../shared/messages/arguments.ts";
import { message } from "../../../shared/messages/message.ts";
import { ofPaper } from "../../../shared/model/by-paper.ts";
import type { PaperContent } from "../../../shared/model/content.ts";
import { AnnotationId, IssueId, newId, PaperId, StanceId } from "../../../shared/model/ids.ts";
import type { Library } from "../../../shared/model/library.ts";
import { type ProjectRecord, recordOf } from "../../../shared/record/record.ts";
import { digest } from "../files/digest.ts";
import { recordEdits, recordHere } from "./record-edits.ts";

const text = "Ever words";
const content: PaperContent = {
  text,
  blocks: [{ kind: "paragraph", start: 0, end: 10, page: 0, continues: false, direction: "ltr", marks: [] }],
  pages: [{ label: "1", width: 0, height: 0, rotation: 0 }],
  warnings: [],
};
const theirs = sampleLibrary();
const paper = theirs.papers[ids.paper];
if (paper === undefined) throw new Error("the sample has no paper");
const about = { paper, source: { kind: "prefix" as const }, made: "2026-01-02T03:04:05Z" };
const record = recordOf(theirs, { ...about, textSha256: digest(text), withheld: { coders: false, notes: false } });

/** The sample without what is recorded about its paper. */
const bare = [ids.claim, ids.note].reduce(
  (state, id) => withEdits(state, removeAnnotationEdits(state, ids.paper, id)),
  theirs,
);

type Arrived = Readonly<{ library: Library; edits: readonly Edit[]; warnings: readonly Message[] }>;

/** A library after a record has come to the paper it has. */
function arrived(library: Library, given: ProjectRecord, words = content, seen: readonly string[] = []): Arrived {
  const here = recordHere(library, given, ids.paper);
  const { edits, warnings } = recordEdits(
    library,
    here,
    { paper: paper ?? here.paper, content: words, geometry: null },
    (id) => seen.includes(id),
  );
  return { library: edits.length === 0 ? library : apply(library, { edits }), edits, warnings };
}

test("what a record says comes whole, and nothing of it twice", () => {
  const { library } = arrived(bare, record);
  expect(library).toEqual(theirs);
  expect(arrived(library, record)).toMatchObject({ edits: [], warnings: [] });
});

test("what is here stays as it is, and differences are reported", () => {
  const claim = ofPaper(theirs.annotations, ids.paper)[ids.claim];
  if (claim === undefined) throw new Error("the sample has a claim");
  const noted = withEdits(theirs, [{ table: "annotations", from: claim, to: { ...claim, note: "Mine" } }]);
  expect(arrived(noted, record)).toMatchObject({
    edits: [],
    warnings: [message("import.claimsDiffer", { count: 1 })],
  });
  const withheld = { ...record, withheld: { coders: true, notes: true } };
  expect(arrived(noted, withheld).warnings).toEqual([]);
});

test("positions and relations that were taken away here do not come back", () => {
  const [position] = Object.values(ofPaper(theirs.positions, ids.paper));
  const [relation] = Object.values(theirs.relations);
  if (position === undefined || relation === undefined) throw new Error("the sample has both");
  const without = withEdits(theirs, [
    { table: "positions", from: position, to: null },
    { table: "relations", from: relation, to: null },
  ]);
  expect(arrived(without, record, content, [position.id, relation.id]).edits).toEqual([]);
  expect(arrived(without, record).library).toEqual(theirs);
});

test("an issue that is called so here is the one; another is made under it", () => {
  const water = addIssue({}, "WATER", null);
  const own = withEdits({ ...bare, issues: {} }, water.edits);
  const { library } = arrived(own, record);
  expect(Object.values(library.issues).map(({ name, parent }) => [name, parent])).toEqual([
    ["WATER", null],
    ["Quality/taste", water.id],
  ]);
  expect(updateIssue(library.issues, water.id, { name: "WATER" })).toEqual([]);
});

test("in another text each is found again by its words, or reported as missing", () => {
  const long = "The council rejects any further rise of the dues this year.";
  const annotations = record.annotations.map((annotation, index) => {
    const range = index === 0 ? { start: 0, end: long.length, quote: long } : { start: 70, end: 75, quote: "words" };
    return { ...annotation, passage: { ranges: [{ ...range, prefix: "", suffix: "" }], areas: [] } };
  });
  const now = { ...content, text: `Before it all. ${long} And after.` };
  const { library, warnings } = arrived(bare, { ...record, annotations, textSha256: "0".repeat(64) }, now);
  expect(warnings).toEqual([message("import.claimsNotFound", { count: 1 })]);
  const [found] = Object.values(ofPaper(library.annotations, ids.paper));
  expect(found?.passage.ranges[0]).toMatchObject({ start: 15, quote: long, prefix: "Before it all. " });
  expect(library.relations).toEqual({});
});

const [first] = record.annotations;
const [position] = record.positions;
const [root, child] = record.issues;
if (first === undefined || position === undefined || root === undefined || child === undefined)
  throw new Error("the record of the sample is not whole");

test.each<[string, Partial<ProjectRecord>]>([
  ["annotations of another paper", { annotations: [{ ...first, id: newId(AnnotationId), paper: newId(PaperId) }] }],
  ["positions of no annotation", { annotations: [], positions: [position], relations: [] }],
  ["relations to nothing", { annotations: [], positions: [], relations: record.relations }],
  ["coders, issues and actors that nothing needs", { annotations: [], positions: [], relations: [] }],
])("%s bring nothing in", (_what, part) => {
  expect(arrived(bare, { ...record, ...part }).edits).toEqual([]);
});

test.each<[string, Partial<ProjectRecord>]>([
  ["issues in a circle", { issues: [{ ...root, parent: child.id }, child] }],
  ["an issue under itself", { issues: [root, { ...child, parent: child.id }] }],
  ["issues that are not there", { issues: [] }],
  ["parents that are not there", { issues: [{ ...child, parent: newId(IssueId) }] }],
  [
    "a stance that is not there",
    { positions: record.positions.map((position) => ({ ...position, stance: newId(StanceId) })) },
  ],
])("a record with %s is refused, and ends", (_what, part) => {
  expect(() => arrived({ ...bare, issues: {} }, { ...record, ...part })).toThrow(
    expect.objectContaining({ code: "reference" }),
  );
});

test("positions without a stance come as such, and take none of the scale here", () => {
  const [position] = Object.values(ofPaper(theirs.positions, ids.paper));
  if (position === undefined) throw new Error("the sample has a position");
  const unstated = withEdits(theirs, [{ table: "positions", from: position, to: { ...position, stance: null } }]);
  const given = recordOf(unstated, { ...about, textSha256: digest(text), withheld: { coders: false, notes: false } });
  const { library } = arrived(bare, JSON.parse(JSON.stringify(given)));
  expect(ofPaper(library.positions, ids.paper)).toEqual({ [position.id]: { ...position, stance: null } });
});
