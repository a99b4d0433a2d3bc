import { expect, test } from "vitest";
import type { PdfAnnotation } from "./annotations.ts";
import { onePage, reading } from "./page.cases.ts";

const marksOf = (annotations: string, more: readonly string[] = []): Promise<PdfAnnotation[]> =>
  reading(onePage({ page: `/Annots[${annotations}]`, more }), (reader) => reader.annotations(0));
const mark = (entries: string, subtype = "Highlight"): string =>
  `<</Type/Annot/Subtype/${subtype}/Rect[10 20 30 40]${entries}>>`;

// ISO 32000-1, table 169: what readers wrote, marked and drew, and nothing of what the paper itself is made of.
test.each([
  ["Text", "text"],
  ["FreeText", "freeText"],
  ["Highlight", "highlight"],
  ["Underline", "underline"],
  ["Squiggly", "squiggly"],
  ["StrikeOut", "strikeOut"],
  ["Line", "line"],
  ["Square", "square"],
  ["Circle", "circle"],
  ["Polygon", "polygon"],
  ["PolyLine", "polyLine"],
  ["Stamp", "stamp"],
  ["Caret", "caret"],
  ["Ink", "ink"],
])("an annotation of the type %s is read as %s", async (subtype, kind) => {
  expect((await marksOf(mark("", subtype))).map((mark) => mark.subtype)).toEqual([kind]);
});

test.each(["Link", "Widget", "Popup", "FileAttachment", "Redact", "Watermark", "PrinterMark", "Unknown"])(
  "an annotation of the type %s is left out",
  async (subtype) => {
    const found = await marksOf(`${mark("", subtype)}${mark("/NM(kept)")}`);
    expect(found.map((mark) => mark.name)).toEqual(["kept"]);
  },
);

test("strings are read by their entries, as they are", async () => {
  const entries = "/NM(n-1)/T(Ada)/Contents(one\\rtwo)/Subj<FEFF0645>/CreationDate(D:20260102)/M(D:20260103)";
  const [found] = await marksOf(mark(entries));
  expect(found).toMatchObject({
    name: "n-1",
    author: "Ada",
    contents: "one\rtwo",
    subject: "م",
    created: "D:20260102",
    modified: "D:20260103",
  });
});

test("what an annotation does not say is empty", async () => {
  const [found] = await marksOf(mark(""));
  expect(found).toEqual({
    subtype: "highlight",
    box: [10, 20, 30, 40],
    quads: [],
    name: "",
    author: "",
    contents: "",
    subject: "",
    created: "",
    modified: "",
    colour: null,
    inReplyTo: "",
    hidden: false,
  });
});

test.each([
  ["[10 20 30 40]", [10, 20, 30, 40]],
  ["[30 40 10 20]", [10, 20, 30, 40]],
  ["[30 20 10 40]", [10, 20, 30, 40]],
  ["[-5.5 0 0.5 2.25]", [-5.5, 0, 0.5, 2.25]],
  ["[1 2]", [0, 0, 0, 0]],
])("the rectangle %s is the box %j", async (rect, box) => {
  const [found] = await marksOf(`<</Type/Annot/Subtype/Highlight/Rect ${rect}>>`);
  expect(found?.box).toEqual(box);
});

// 12.5.6.10: eight numbers for each quadrilateral, in whatever order their writer put the corners.
test.each([
  ["", []],
  ["/QuadPoints[1 8 5 8 1 6 5 6]", [[1, 8, 5, 8, 1, 6, 5, 6]]],
  [
    "/QuadPoints[1 8 5 8 1 6 5 6 9 4 2 4 9 1 2 1]",
    [
      [1, 8, 5, 8, 1, 6, 5, 6],
      [9, 4, 2, 4, 9, 1, 2, 1],
    ],
  ],
  ["/QuadPoints[1 8 5 8 1 6 5 6 9 4]", [[1, 8, 5, 8, 1, 6, 5, 6]]],
  ["/QuadPoints[1 8 5]", []],
])("the quadrilaterals of %j", async (entries, quads) => {
  const [found] = await marksOf(mark(entries));
  expect(found?.quads).toEqual(quads);
});

test.each([
  ["/C[1 1 0]", "#ffff00"],
  ["/C[0 0 0]", "#000000"],
  ["/C[0.2 0.4 0.6]", "#336699"],
  ["/C[0.04 0 1]", "#0a00ff"],
  ["", null],
])("the colour of %j is %s", async (entries, colour) => {
  const [found] = await marksOf(mark(entries));
  expect(found?.colour).toBe(colour);
});

// Table 165: bit 2 is Hidden, bit 6 NoView; Invisible (1), Print (3) and ReadOnly (7) do not hide it.
test.each([
  [0, false],
  [1, false],
  [2, true],
  [4, false],
  [6, true],
  [32, true],
  [36, true],
  [64, false],
])("flags of %d hide an annotation: %s", async (flags, hidden) => {
  const [found] = await marksOf(mark(`/F ${flags}`));
  expect(found?.hidden).toBe(hidden);
});

test("an answer names what it answers; a name that is not there, or nothing, is empty", async () => {
  const found = await marksOf("7 0 R 8 0 R 9 0 R 10 0 R", [
    mark("/NM(first)"),
    mark("/NM(answer)/IRT 7 0 R/RT/Group", "Text"),
    mark("/NM(nameless)"),
    mark("/NM(lost)/IRT 99 0 R"),
  ]);
  expect(found.map(({ name, inReplyTo }) => [name, inReplyTo])).toEqual([
    ["first", ""],
    ["answer", "first"],
    ["nameless", ""],
    ["lost", ""],
  ]);
});

test("two annotations that answer one another are both read", async () => {
  const found = await marksOf("7 0 R 8 0 R", [mark("/NM(a)/IRT 8 0 R"), mark("/NM(b)/IRT 7 0 R")]);
  expect(found.map(({ inReplyTo }) => inReplyTo)).toEqual(["b", "a"]);
});

test("annotations keep their order, and damaged ones between them are skipped", async () => {
  const found = await marksOf(`${mark("/NM(a)")} null 99 0 R 17 (text) <<>> ${mark("/NM(b)")}`);
  expect(found.map(({ name }) => name)).toEqual(["a", "b"]);
});

test("links are not counted among the marks of a page", async () => {
  const links = mark("", "Link").repeat(300);
  expect((await marksOf(`${links}${mark("/NM(after)")}`)).map(({ name }) => name)).toEqual(["after"]);
});

test("a page's own annotations are given with the page", async () => {
  const file = onePage({ page: `/Annots[${mark("/NM(a)")}]` });
  const [alone, whole] = await reading(file, (reader) => [reader.annotations(0), reader.page(0).annotations]);
  expect(whole).toEqual(alone);
});
