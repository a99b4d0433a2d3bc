import fc from "fast-check";
import { expect, test } from "vitest";
import { libraryWith, withEdits } from "../codebook/codebook.cases.ts";
import { ids } from "../fixtures/sample-library.cases.ts";
import { inEnglish } from "../messages/message.ts";
import { inUrdu } from "../messages/urdu.ts";
import type { Annotation, Region, RelationKind } from "../model/annotation.ts";
import { Block, type PaperContent } from "../model/content.ts";
import { AnnotationId, newId, RelationId } from "../model/ids.ts";
import { allCoded, type Coded } from "./claims.ts";
import { claimRows, dataQuote, parseRegion, printRegion } from "./rows.ts";

const library = libraryWith(["Water/Price", "Air"], [["Water/Price supports 2", "Air none"], ["Air opposes"], []]);
const coded = allCoded(library);
const region: Region = { page: 1, x: 12, y: 30.5, width: 60, height: 40.25, quote: "" };

const page = { label: "i", width: 595, height: 842, rotation: 0 as const };
function blockOn(page: number, start: number, end: number): Block {
  return Block.parse({ kind: "paragraph", start, end, page, continues: false, direction: "ltr", marks: [] });
}
const content: PaperContent = {
  text: "Ever words",
  blocks: [blockOn(0, 0, 4), blockOn(1, 5, 10)],
  pages: [page, { ...page, label: "ii", ocr: { languages: ["eng"], confidence: 90 } }],
  warnings: [],
};

function rowOf(index: number, change: Partial<Annotation> = {}, language = inEnglish) {
  const claim = coded[index];
  if (claim === undefined) throw new Error("no claim");
  const changed: Coded = { ...claim, annotation: { ...claim.annotation, ...change } };
  const [row] = claimRows(library, [changed], new Map([[ids.paper, content]]), language);
  if (row === undefined) throw new Error("no row");
  return row;
}

function passageWith(region: Region) {
  return { ranges: [{ start: 0, end: 4, quote: "Ever", prefix: "", suffix: "" }], areas: [], region };
}

test("a row has names for identifiers, in the order of the positions", () => {
  expect(rowOf(0)).toMatchObject({
    paperTitle: "A paper",
    quote: "q",
    page: "i",
    text: "own",
    start: 0,
    end: 1,
    region: null,
    positions: [
      { issue: "Water/Price", stance: "supports", glyph: "+", polarity: 1, strength: 2 },
      { issue: "Air", stance: null, stanceId: null, polarity: null, strength: null },
    ],
    actor: "Harbour Board",
    certainty: null,
    grade: null,
    coder: "Ada",
    relations: [],
  });
  expect(rowOf(2).positions).toEqual([]);
});

test("what a claim does not say, and what is gone, is empty in its row", () => {
  const changed = rowOf(1, { actor: null, certainty: 3, grade: { reliability: "B", credibility: 2 }, note: "Check." });
  expect(changed).toMatchObject({ actor: null, certainty: 3, grade: "B2", note: "Check." });
  const bare = claimRows({ ...library, papers: {}, coders: {}, actors: {}, stances: {} }, coded, new Map());
  expect(bare[1]).toMatchObject({ paperTitle: "", page: "", text: "own", coder: "", actor: null });
  expect(bare[1]?.positions).toMatchObject([{ issue: "Air", stance: null, polarity: null }]);
});

test.each<[number, number, string, string]>([
  [0, 4, "i", "own"],
  [5, 10, "ii", "ocr"],
  [0, 10, "i", "ocr"],
])("words from %i to %i are on page %s, and are its %s", (start, end, page, text) => {
  const ranges = [{ start, end, quote: content.text.slice(start, end), prefix: "", suffix: "" }];
  expect(rowOf(0, { passage: { ranges, areas: [] } })).toMatchObject({ page, text, start, end });
});

test("a row of a rectangle has its page, and no offsets", () => {
  const row = rowOf(0, { passage: passageWith(region) });
  expect(row).toMatchObject({ page: "ii", start: null, end: null, region, text: "own" });
});

test("people read the words of a rectangle or that it is one; programs read the words only", () => {
  const wordless = { passage: passageWith(region) };
  const typed = { passage: passageWith({ ...region, quote: "Figure 2" }) };
  expect([rowOf(0).quote, dataQuote(rowOf(0))]).toEqual(["q", "q"]);
  expect([rowOf(0, wordless).quote, dataQuote(rowOf(0, wordless))]).toEqual(["[area on the page]", ""]);
  expect([rowOf(0, typed).quote, dataQuote(rowOf(0, typed))]).toEqual(["Figure 2", "Figure 2"]);
  const urdu = rowOf(0, wordless, inUrdu);
  expect(urdu.quote).toMatch(/^\[[^a-z]+\]$/);
  expect(dataQuote(urdu)).toBe("");
});

test.each<[RelationKind, string]>([
  ["supports", "supports “q”"],
  ["contradicts", "contradicts “q”"],
  ["elaborates", "elaborates “q”"],
  ["evidence", "is evidence for “q”"],
])("a link that %s is a phrase of the claim it goes out from", (kind, phrase) => {
  const [source, target] = coded.map(({ annotation }) => ({ paper: ids.paper, annotation: annotation.id }));
  if (source === undefined || target === undefined) throw new Error("no claims");
  const relation = { id: newId(RelationId), kind, source, target, coder: ids.coder, created: "2026-01-01T00:00:00Z" };
  const linked = withEdits(library, [{ table: "relations", from: null, to: relation }]);
  expect(claimRows(linked, coded, new Map()).map(({ relations }) => relations)).toEqual([[phrase], [], []]);
  const lost = { ...relation, target: { ...target, annotation: newId(AnnotationId) } };
  const damaged = { ...library, relations: { [relation.id]: lost } };
  expect(claimRows(damaged, coded, new Map())[0]?.relations).toEqual([phrase.replace("q", "")]);
});

test.each<[Partial<Region>, string]>([
  [{}, "2,12,30.5,60,40.25"],
  [{ page: 0, x: 0, y: -0.001 }, "1,0,0,60,40.25"],
  [{ x: 1.005, y: -3.456, width: 0.1 + 0.2 }, "2,1,-3.46,0.3,40.25"],
  [{ quote: "1,2" }, "2,12,30.5,60,40.25"],
])("the rectangle with %j is written as %s", (part, text) => {
  expect(printRegion({ ...region, ...part })).toBe(text);
});

test.each([
  "",
  "2",
  "2,12,30.5,60",
  "2,12,30.5,60,40.25,1",
  "2,,30.5,60,40.25",
  "2,12,30.5,60,",
  "0,12,30.5,60,40.25",
  "-1,12,30.5,60,40.25",
  "1.5,12,30.5,60,40.25",
  "2,12,30.5,0,40.25",
  "2,12,30.5,60,-40.25",
  "2,12,30.5,60,forty",
  "2,Infinity,30.5,60,40",
  "2,100001,30.5,60,40",
  "2;12;30.5;60;40",
])("%j is no rectangle", (text) => {
  expect(parseRegion(text)).toBeNull();
});

test("spaces around the numbers do not matter", () => {
  expect(parseRegion(" 2, 12 ,30.5,\t60, 40.25\n")).toEqual(region);
});

const hundredths = (min: number, max: number) => fc.integer({ min, max }).map((value) => value / 100);

test("what is written of a rectangle is read back to the hundredth of a point, without its words", () => {
  const length = hundredths(-9_999_999, 9_999_999);
  const side = hundredths(1, 9_999_999);
  const anyRegion = fc.record({
    page: fc.nat({ max: 100_000 }),
    x: length,
    y: length,
    width: side,
    height: side,
    quote: fc.string(),
  });
  fc.assert(
    fc.property(anyRegion, (region) => {
      expect(parseRegion(printRegion(region))).toEqual({ ...region, quote: "" });
    }),
  );
});

test("rectangles of any lengths are written the same again after they are read", () => {
  const length = fc.double({ min: 0.01, max: 90_000, noNaN: true });
  const anyRegion = fc.record({ page: fc.nat(), x: length, y: length, width: length, height: length });
  fc.assert(
    fc.property(anyRegion, (sides) => {
      const text = printRegion({ ...sides, quote: "" });
      const again = parseRegion(text);
      expect(again && printRegion(again)).toBe(text);
    }),
  );
});
