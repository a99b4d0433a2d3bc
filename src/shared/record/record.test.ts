import fc from "fast-check";
import { expect, test } from "vitest";
import { claimRows } from "../claims/rows.ts";
import { ids, sampleEdits, sampleLibrary } from "../fixtures/sample-library.cases.ts";
import { inUrdu } from "../messages/urdu.ts";
import { ofPaper } from "../model/by-paper.ts";
import type { PaperContent } from "../model/content.ts";
import { newId, PaperId } from "../model/ids.ts";
import { ProjectRecord, recordOf } from "./record.ts";
import { codePoints, webAnnotations } from "./web-annotation.ts";
import { withhold } from "./withhold.ts";

const library = sampleLibrary(sampleEdits());
const paper = library.papers[ids.paper];
if (paper === undefined) throw new Error("the sample has no paper");
const about = {
  paper,
  source: { kind: "prefix" as const },
  textSha256: "0".repeat(64),
  made: "2026-01-02T03:04:05Z",
  withheld: { coders: false, notes: false },
};

test("a record survives JSON and holds what the paper needs, parents first", () => {
  const record = recordOf(library, about);
  expect(ProjectRecord.parse(JSON.parse(JSON.stringify(record)))).toEqual(record);
  expect(record.annotations.map((annotation) => annotation.id)).toEqual([ids.claim, ids.note]);
  expect(record.issues.map((issue) => issue.name)).toEqual(["Water", "Quality/taste"]);
  expect([record.actors.length, record.coders.length, record.relations.length]).toEqual([1, 1, 1]);
});

test("a record leaves out what the paper does not use", () => {
  const other = { ...paper, id: newId(PaperId), author: null };
  const record = recordOf({ ...library, papers: { [other.id]: other } }, { ...about, paper: other });
  expect([record.annotations, record.positions, record.relations, record.issues, record.actors]).toEqual([
    [],
    [],
    [],
    [],
    [],
  ]);
  expect(record.stances.length).toBe(6);
});

test("parents that go round in a circle do not", () => {
  const water = library.issues[ids.root];
  if (water === undefined) throw new Error("no issue");
  const round = { ...library, issues: { ...library.issues, [ids.root]: { ...water, parent: ids.child } } };
  expect(recordOf(round, about).issues.map((issue) => issue.id)).toEqual([ids.root, ids.child]);
});

test("without coders nobody's name or identifier is left", () => {
  const record = JSON.stringify(recordOf(withhold(library, ids.paper, { coders: true, notes: false }), about));
  expect(record).not.toContain("Ada");
  const own = withhold(library, ids.paper, { coders: true, notes: false });
  const shown = JSON.stringify(recordOf(own, { ...about, paper: own.papers[ids.paper] ?? paper }));
  expect(shown).not.toContain(ids.coder);
  expect(shown).toContain("Coder 1");
  const inOther = withhold(library, ids.paper, { coders: true, notes: false }, inUrdu);
  expect(Object.values(inOther.coders).map(({ name }) => name)).toEqual(["کوڈر 1"]);
});

test("without notes claims stay and notes go, with what refers to them", () => {
  const own = withhold(library, ids.paper, { coders: false, notes: true });
  const record = recordOf(own, about);
  expect(record.annotations.map((annotation) => [annotation.id, annotation.note])).toEqual([[ids.claim, ""]]);
  expect(record.relations).toEqual([]);
  const noted = { ...library, papers: { [ids.paper]: { ...paper, note: "What I think of it" } } };
  expect(withhold(noted, ids.paper, { coders: true, notes: true }).papers[ids.paper]?.note).toBe("");
});

test("code points before an offset are those that text is read by", () => {
  const unit = fc.constantFrom("a", "é", "𝒳", "👩‍🌾", "港", "\n");
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 30 }), (units) => {
      const offsets = units.map((_, index) => units.slice(0, index).join("").length);
      const points = codePoints(units.join(""), offsets.toReversed());
      for (const [index, offset] of offsets.entries())
        expect(points.get(offset)).toBe([...units.slice(0, index).join("")].length);
    }),
  );
});

test("nothing withheld is the library itself", () => {
  expect(withhold(library, ids.paper, { coders: false, notes: false })).toBe(library);
});

test("W3C annotations count code points, quote the words and name issue and stance", () => {
  const text = "😀 Ever words";
  const content: PaperContent = { text, blocks: [], pages: [], warnings: [] };
  const coded = Object.values(ofPaper(library.annotations, ids.paper)).map((annotation) => {
    const ranges = annotation.passage.ranges.map((range) => ({ ...range, start: range.start + 3, end: range.end + 3 }));
    return { annotation: { ...annotation, passage: { ranges, areas: [] } }, positions: [] };
  });
  const claim = ofPaper(library.positions, ids.paper);
  const rows = claimRows(
    library,
    [...coded].map((entry, index) => ({ ...entry, positions: index === 0 ? Object.values(claim) : [] })),
    new Map(),
  );
  const page = webAnnotations(
    paper,
    content,
    coded.flatMap(({ annotation }, index) => (rows[index] === undefined ? [] : [{ annotation, row: rows[index] }])),
  );
  expect(page.items.map((item) => item.motivation)).toEqual(["classifying", "commenting"]);
  const [first] = page.items;
  expect(first?.target[0]?.selector).toEqual([
    { type: "TextQuoteSelector", exact: "Ever", prefix: "", suffix: "" },
    { type: "TextPositionSelector", start: 2, end: 6 },
  ]);
  expect(first?.body.map((body) => body.value)).toEqual(["Water › Quality/taste: supports", "Harbour Board"]);
  expect(first?.target[0]?.source.id).toMatch(/^ni:\/\/\/sha-256;A{43}$/);
});

test.each([
  ["", [0], [0]],
  ["abc", [0, 2, 3], [0, 2, 3]],
  ["a😀b", [1, 3, 4], [1, 2, 3]],
  ["\ud800x", [1, 2], [1, 2]],
])("code points of %j before %j are %j", (text, offsets, points) => {
  const found = codePoints(text, offsets);
  expect(offsets.map((offset) => found.get(offset))).toEqual(points);
});
