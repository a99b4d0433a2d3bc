import { expect, test } from "vitest";
import { GeometryWriter, openGeometry, placeAt } from "../../geometry/geometry.ts";
import type { PdfLink } from "../../pdfium/links.ts";
import { allOf, charsFrom, linesFrom, type Print } from "./fixtures/lines.ts";
import { downFrom } from "./fixtures/read-pages.ts";
import { append, type Flow, flowOf, jointOf, type Where } from "./flow.ts";
import { frameOf } from "./frame.ts";
import { linesOf } from "./lines.ts";

const frame = frameOf([0, 0, 600, 800], { 0: 1, 90: 0, 180: 0, 270: 0 });
const where = (links: readonly PdfLink[] = []): Where => ({ page: 3, frame, links, words: new Map() });
const flow = (prints: readonly Print[], skip = 0, links: readonly PdfLink[] = []): Flow =>
  flowOf(linesFrom(prints), where(links), skip);
const lines = (...texts: string[]): Print[] => downFrom(400, texts);

test.each<[string, readonly string[], string]>([
  ["one line", ["The port"], "The port"],
  ["two lines", ["The port of", "the north"], "The port of the north"],
  ["Chinese lines", ["水价改", "革"], "水价改革"],
  ["Chinese before Latin", ["水价", "OECD"], "水价 OECD"],
  ["a dash at a line's end", ["the port —", "of the north"], "the port — of the north"],
  ["a dash between words", ["the port—", "of the north"], "the port—of the north"],
  ["a dash that begins a line", ["since 2018", "–51 was issued"], "since 2018–51 was issued"],
  ["a dash that begins a line of words", ["the port", "– of the north"], "the port – of the north"],
  ["a narrow gap between Chinese signs", ["水 价"], "水价"],
  ["a space between Latin letters", ["a b"], "a b"],
  ["a space between Chinese and Latin", ["水价 OECD"], "水价 OECD"],
  ["a slash between words", ["and/", "or"], "and/or"],
  ["a ligature", ["ﬁnal"], "final"],
  ["a letter beyond the basic plane", ["a𝒳b"], "a𝒳b"],
])("%s", (_, texts, text) => {
  expect(flow(lines(...texts)).text).toBe(text);
});

test.each([
  ["1", "Department of Ports", "1 Department of Ports"],
  ["a", "Wellcome Trust", "a Wellcome Trust"],
  ["14", "C dating", "14C dating"],
  ["40", "Ca ions", "40Ca ions"],
  ["“", "Building Back", "“Building Back"],
])("a raised %s that a line begins with is apart from the word after it: %s", (mark, text, wanted) => {
  const parts = charsFrom({ text: mark, x: 50, y: 404, size: 6 }, { text, x: 50 + mark.length * 3, y: 400 });
  const lines = linesOf(parts, allOf(parts), new Map());
  expect(flowOf(lines, where(), 0).text).toBe(wanted);
});

test("a raised number within a line, after a space, is apart from the word after it", () => {
  const [first, second] = ["Ghana. ", "Medical Department"];
  const parts = charsFrom(
    { text: first, x: 50, y: 400 },
    { text: "2", x: 85, y: 404, size: 6 },
    { text: second, x: 88, y: 400 },
  );
  const lines = linesOf(parts, allOf(parts), new Map());
  expect(flowOf(lines, where(), 0).text).toBe("Ghana. 2 Medical Department");
});

test("every unit has a place of its own, those between lines have none", () => {
  const { text, places } = flow(lines("ab", "ﬁ"));
  expect([text, places.length]).toEqual(["ab fi", 5]);
  const geometry = new GeometryWriter();
  places.writeTo(geometry);
  const open = openGeometry(geometry.finish());
  const at = [0, 1, 2, 3, 4].map((unit) => placeAt(open, unit));
  expect(at.map((place) => place?.page ?? null)).toEqual([3, 3, null, 3, 3]);
  // Letters are half of ten points wide; a ligature's letters share its box.
  expect(at.map((place) => place?.box[0] ?? null)).toEqual([50, 55, null, 50, 50]);
  expect(at[0]?.box[1]).toBe(398);
});

test.each([
  ["• The port", 2, "The port"],
  ["12. The port", 4, "The port"],
  ["𝒳 The port", 3, "The port"],
  ["The port", 0, "The port"],
])("of %j the first %d units are left out", (text, skip, rest) => {
  expect(flow(lines(text), skip).text).toBe(rest);
});

test("a mark that is longer than its line is left out of the next one too", () => {
  expect(flow(lines("12.", "The port"), 4).text).toBe("he port");
});

test("bold letters are one mark over the spaces between them, from line to line", () => {
  const { text, marks } = flow(lines("a bold word", "and more").map((print) => ({ ...print, bold: true })));
  expect(marks).toEqual([{ kind: "bold", start: 0, end: text.length }]);
});

test("a link is on the letters whose middle is in its box", () => {
  // "The port": the letters of "port" reach from 70 to 90.
  const link = (x0: number, x1: number, y0 = 395): PdfLink => ({ box: [x0, y0, x1, y0 + 12], href: "https://e.org/" });
  const linked = (...links: PdfLink[]): string[] => {
    const { text, marks } = flow(lines("The port", "is here"), 0, links);
    return marks.map(({ start, end }) => text.slice(start, end));
  };
  expect(linked(link(70, 90))).toEqual(["port"]);
  expect(linked(link(72, 90))).toEqual(["port"]);
  expect(linked(link(73, 90))).toEqual(["ort"]);
  expect(linked(link(200, 300))).toEqual([]);
  expect(linked(link(70, 90, 300))).toEqual([]);
});

test("two links beside each other are apart where they lead to different places", () => {
  const { text, marks } = flow(lines("onetwo"), 0, [
    { box: [50, 395, 65, 407], href: "https://e.org/1" },
    { box: [65, 395, 80, 407], href: "https://e.org/2" },
  ]);
  expect(marks.map((mark) => [text.slice(mark.start, mark.end), mark.kind === "link" ? mark.href : ""])).toEqual([
    ["one", "https://e.org/1"],
    ["two", "https://e.org/2"],
  ]);
});

test("the mark of a note is a link on the letter before it", () => {
  const [line] = linesFrom(lines("The port, the north"));
  if (line === undefined) throw new Error("a print is a line");
  const noted = {
    ...line,
    notes: [
      { label: "4", at: 9 },
      { label: "5", at: 19 },
    ],
  };
  const { text, marks } = flowOf([noted], where(), 0);
  expect(text).toBe("The port, the north");
  expect(marks).toEqual([
    { kind: "link", start: 8, end: 9, href: "#note-4" },
    { kind: "link", start: 18, end: 19, href: "#note-5" },
  ]);
});

test("one flow after another keeps its places and moves its marks", () => {
  const start = flow(lines("The port"));
  const two = flow(lines("of the north").map((print) => ({ ...print, bold: true })));
  append(start, " ", two);
  expect(start.text).toBe("The port of the north");
  expect(start.places.length).toBe(start.text.length);
  expect(start.marks).toEqual([{ kind: "bold", start: 9, end: 21 }]);
});

test.each([
  ["the commis-", "sion met", "", "the commis"],
  ["the Anglo-", "Saxon law", "", "the Anglo-"],
  ["from 1990-", "95 on", "", "from 1990-"],
  ["the port", "of the north", " ", "the port"],
  ["the port ", "of", "", "the port "],
  ["水价", "改革", "", "水价"],
])("between %j and %j is %j", (before, after, joint, left) => {
  const start: Flow = { ...flow(lines(before)), text: before };
  for (let unit = start.places.length; unit < before.length; unit++) start.places.addNowhere();
  expect(jointOf(start, after, new Map())).toBe(joint);
  expect([start.text, start.places.length]).toEqual([left, left.length]);
});
