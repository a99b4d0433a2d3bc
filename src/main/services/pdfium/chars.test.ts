import { expect, test } from "vitest";
import { mayBeMark } from "./chars.ts";
import { onePage, reading } from "./page.cases.ts";
import { artifact, type CharRun, type PageChars } from "./page-chars.ts";

const charsOf = (drawn: string, more: readonly string[] = [], page = ""): Promise<PageChars> =>
  reading(onePage({ drawn, more, page }), (reader) => reader.page(0).chars);
const textOf = (chars: PageChars): string =>
  Array.from({ length: chars.length }, (_, k) =>
    chars.isGenerated(k) && chars.code(k) !== 32 ? "" : chars.text(k),
  ).join("");
const runOf = async (drawn: string, more: readonly string[] = [], page = ""): Promise<CharRun> => {
  const chars = await charsOf(drawn, more, page);
  return chars.run(0);
};

test("characters come in the order in which they are shown", async () => {
  expect(textOf(await charsOf("BT /F 12 Tf 50 400 Td (Ever words) Tj ET"))).toBe("Ever words");
});

test("a space that is only a gap is generated, one that is in the file is not", async () => {
  const gap = await charsOf("BT /F 12 Tf 50 400 Td (Ever) Tj 60 0 Td (words) Tj ET");
  const offset = textOf(gap).indexOf(" ");
  expect([textOf(gap), gap.isGenerated(offset), gap.isBlank(offset)]).toEqual(["Ever words", true, true]);
  const space = await charsOf("BT /F 12 Tf 50 400 Td (Ever words) Tj ET");
  expect([space.isGenerated(4), space.isBlank(4)]).toEqual([false, true]);
});

test("a loose box reaches around its character and follows the one before it", async () => {
  const chars = await charsOf("BT /F 20 Tf 50 400 Td (Hi) Tj ET");
  const [h, i] = [0, 1].map((k) => chars.box(k));
  // Helvetica's H is 722 thousandths wide (Adobe Font Metrics).
  expect(h?.[0]).toBeCloseTo(50, 1);
  expect(h?.[2]).toBeCloseTo(50 + 14.44, 1);
  expect(i?.[0]).toBeCloseTo(50 + 14.44, 1);
  for (const [, bottom, , top] of [h, i].map((box) => box ?? [0, 0, 0, 0])) {
    expect(bottom).toBeLessThan(400);
    expect(top).toBeGreaterThan(400 + 14);
    expect(top - bottom).toBeLessThan(30);
  }
});

// ISO 32000-1, 9.4.4: the size shown is that of the font times the scale of text matrix and user space.
test.each([
  ["BT /F 12 Tf 50 400 Td (a) Tj ET", 12],
  ["BT /F 1 Tf 12 0 0 12 50 400 Tm (a) Tj ET", 12],
  ["BT /F 6 Tf 2 0 0 2 50 400 Tm (a) Tj ET", 12],
  ["q 2 0 0 2 0 0 cm BT /F 6 Tf 25 200 Td (a) Tj ET Q", 12],
  ["BT /F 10 Tf 3 0 0 1 50 400 Tm (a) Tj ET", 10],
  ["BT /F 12 Tf 0 1 -1 0 50 400 Tm (a) Tj ET", 12],
  ["BT /F 0.1 Tf 50 400 Td (a) Tj ET", 1],
])("the size of %s", async (drawn, size) => {
  expect((await runOf(drawn)).size).toBeCloseTo(size, 3);
});

test.each([
  ["1 0 0 1", 0],
  ["0 1 -1 0", 90],
  ["-1 0 0 -1", 180],
  ["0 -1 1 0", 270],
  ["0.9998 0.0174 -0.0174 0.9998", 0],
  ["0.9994 0.0349 -0.0349 0.9994", null],
  ["0.7071 0.7071 -0.7071 0.7071", null],
  ["0.0174 0.9998 -0.9998 0.0174", 90],
])("letters with the matrix %s are upright on a page turned by %s", async (matrix, turn) => {
  expect((await runOf(`BT /F 12 Tf ${matrix} 100 300 Tm (a) Tj ET`)).turn).toBe(turn);
});

test("a run begins where its first character is, on the baseline", async () => {
  const { origin } = await runOf("BT /F 12 Tf 50 400 Td (a) Tj ET");
  expect(origin[0]).toBeCloseTo(50, 2);
  expect(origin[1]).toBeCloseTo(400, 2);
  expect((await runOf("BT /F 12 Tf 50 400 Td 5 Ts (a) Tj ET")).origin[1]).toBeCloseTo(405, 2);
});

test("each operator that shows text begins a run; those of one share it", async () => {
  const chars = await charsOf("BT /F 12 Tf 50 400 Td (ab) Tj /B 12 Tf (cd) Tj ET");
  expect(textOf(chars)).toBe("abcd");
  expect([chars.together(0, 1), chars.together(1, 2), chars.together(2, 3)]).toEqual([true, false, true]);
  expect([chars.run(0), chars.run(2)].map(({ font, bold }) => [font, bold])).toEqual([
    ["Helvetica", false],
    ["Helvetica-Bold", true],
  ]);
});

const font = (name: string, descriptor = ""): string[] => [
  `<</Type/Font/Subtype/TrueType/BaseFont/${name}/FirstChar 97/LastChar 97/Widths[500]/FontDescriptor 8 0 R>>`,
  `<</Type/FontDescriptor/FontName/${name}/Flags 32/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 900/Descent -200/CapHeight 700/StemV 80${descriptor}>>`,
];
const named = (name: string, descriptor = ""): Promise<CharRun> =>
  runOf("BT /T 12 Tf 50 400 Td (a) Tj ET", font(name, descriptor), "/Resources<</Font<</T 7 0 R>>>>");

test.each([
  ["Arial", "", false, false],
  ["Arial-BoldMT", "", true, false],
  ["ABCDEF+SourceSans-Black", "", true, false],
  ["Roboto-Heavy", "", true, false],
  ["Times-Italic", "", false, true],
  ["Arial-BoldOblique", "", true, true],
  ["Plain", "/Flags 96", false, true],
  // A program may state any width of stems: what the name says goes before it.
  ["Some-Regular", "/StemV 200", false, false],
  ["Some-Book", "/StemV 200", false, false],
])("the font %s with %j is bold: %s, italic: %s", async (name, descriptor, bold, italic) => {
  const run = await named(name, descriptor);
  expect([run.bold, run.italic]).toEqual([bold, italic]);
});

test.each([
  ["ABCDEF+Some", "Some"],
  ["Some", "Some"],
  ["ABCDE+Some", "ABCDE+Some"],
  ["abcdef+Some", "abcdef+Some"],
])("the font %s is known as %s", async (name, known) => {
  expect((await named(name)).font).toBe(known);
});

// 14.6 and 14.8.2.2.
test.each([
  ["BT /F 12 Tf 50 400 Td (a) Tj ET", -1],
  ["/P<</MCID 7>>BDC BT /F 12 Tf 50 400 Td (a) Tj ET EMC", 7],
  ["/P<</MCID 0>>BDC BT /F 12 Tf 50 400 Td (a) Tj ET EMC", 0],
  ["/Artifact BMC BT /F 12 Tf 50 400 Td (a) Tj ET EMC", artifact],
  ["/Artifact<</Type/Pagination>>BDC BT /F 12 Tf 50 400 Td (a) Tj ET EMC", artifact],
  ["/Artifact BMC /Span BMC BT /F 12 Tf 50 400 Td (a) Tj ET EMC EMC", artifact],
  ["/Artefact BMC BT /F 12 Tf 50 400 Td (a) Tj ET EMC", -1],
  [`/${"Artifact".repeat(12)} BMC BT /F 12 Tf 50 400 Td (a) Tj ET EMC`, -1],
  ["/Artifact BMC EMC BT /F 12 Tf 50 400 Td (a) Tj ET", -1],
])("the marked content of %s is %d", async (drawn, content) => {
  expect((await runOf(drawn)).content).toBe(content);
});

test("the foot of a digit is its ink, of a letter its box", async () => {
  const chars = await charsOf("BT /F 20 Tf 50 400 Td (a1*) Tj ET");
  expect(chars.foot(0)).toBe(chars.bottom(0));
  // A digit is drawn on the baseline, an asterisk above it.
  expect(chars.foot(1)).toBeGreaterThan(398);
  expect(chars.foot(1)).toBeLessThan(401);
  expect(chars.foot(2)).toBeGreaterThan(404);
});

test.each([..."0123456789*†‡"])("%s may be the mark of a note", (char) => {
  expect(mayBeMark(char.codePointAt(0) ?? 0)).toBe(true);
});

test.each([..."/:a)+,…§¶²", "\u2022", "٣"])("%s is none", (char) => {
  expect(mayBeMark(char.codePointAt(0) ?? 0)).toBe(false);
});

test("characters that have no letter are counted and left out", async () => {
  // A map to NUL and to half of a surrogate pair, as fonts without a usable map have them.
  const map =
    "1 begincodespacerange <00> <ff> endcodespacerange 3 beginbfchar <61> <0000> <62> <d835> <63> <0041> endbfchar";
  const stream = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap ${map} endcmap end end`;
  const more = [
    "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 8 0 R>>",
    `<</Length ${stream.length}>>stream\n${stream}\nendstream`,
  ];
  const chars = await charsOf("BT /T 12 Tf 50 400 Td (abc) Tj ET", more, "/Resources<</Font<</T 7 0 R>>>>");
  expect([textOf(chars), chars.lost]).toEqual(["A", 2]);
});

test("a hyphen at a line end that parts a word is known as one, another is not", async () => {
  const lines = await charsOf("BT /F 12 Tf 14 TL 50 400 Td (a govern-) Tj T* (ment of well-known) Tj ET");
  const hyphens = Array.from({ length: lines.length }, (_, k) => k).filter((k) => lines.isHyphen(k));
  expect(hyphens).toHaveLength(1);
  expect(textOf(lines)).toContain("well-known");
});

/** The text of a page whose font says for its letter A that it is this, in UTF-16. */
async function mapped(utf16: string): Promise<string> {
  const map = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /M def /CMapType 2 def
1 begincodespacerange <00> <FF> endcodespacerange
1 beginbfchar <41> <${utf16}> endbfchar endcmap end end`;
  const more = [
    "<</Type/Font/Subtype/TrueType/BaseFont/Cambria/Encoding/WinAnsiEncoding/FirstChar 65/LastChar 66/Widths[600 600]/ToUnicode 8 0 R>>",
    `<</Length ${map.length}>>stream\n${map}\nendstream`,
  ];
  return textOf(await charsOf("BT /M 12 Tf 50 400 Td (BAB) Tj ET", more, "/Resources<</Font<</M 7 0 R>>>>"));
}

// PDFium gives each half of a pair of surrogates as a character of its own.
test.each([
  ["D83DDE00", "B😀B"],
  ["D840DC0B", "B𠀋B"],
  // Letters and figures of formulas as the plain ones that other programs have for them.
  ["D835DC49", "BVB"],
  ["D835DFD9", "B1B"],
  // As Word writes it.
  ["D835DF07D835DF07", "BμB"],
  ["0056", "BVB"],
])("a letter that is %s in its font’s map", async (utf16, text) => {
  expect(await mapped(utf16)).toBe(text);
});

test("half a pair is no letter", async () => {
  expect(await mapped("D835")).toBe("BB");
});

/** Glyphs for which the file says what they stand for (ISO 32000-1, 14.9.4), shown by an operator each. */
const spanOf = (value: string, ...glyphs: readonly string[]): string =>
  `/Span<</ActualText ${value}>>BDC ${glyphs.join(" ")} EMC`;
const glyph = (text: string, x: number): string => `BT /F 10 Tf ${x} 400 Td (${text}) Tj ET`;

test("what a file says that glyphs stand for is read once, where another letter comes between the glyphs", async () => {
  const chars = await charsOf([spanOf("<feff0939093f>", glyph("a", 50), glyph("b", 56)), glyph("c", 53)].join("\n"));
  const inked = chars.all().filter((k) => !chars.isBlank(k));
  expect(inked.map((k) => chars.text(k)).join("")).toBe("हिc");
  expect(inked.map((k) => chars.run(k).isActual === true)).toEqual([true, true, false]);
});

test("letters with the same name in the file are read as often as it has them", async () => {
  const drawn = [
    spanOf("(at)", glyph("@", 50)),
    spanOf("(at)", glyph("@", 90)),
    spanOf("<feff09130902>", glyph("x", 130)),
  ];
  expect(textOf(await charsOf(drawn.join("\n")))).toBe("at at ओं");
});

test("glyphs that stand for nothing, as a file says, are read as they are", async () => {
  const chars = await charsOf([spanOf("()", glyph("a", 50), glyph("b", 56)), glyph("c", 53)].join("\n"));
  expect(textOf(chars).replaceAll(" ", "")).toBe("acb");
});

test("what glyphs stand for is read at the widest of them, and not at a sign that comes before it", async () => {
  const chars = await charsOf([spanOf("(ab)", glyph("i", 50), glyph("W", 60)), glyph("c", 54)].join("\n"));
  const inked = chars.all().filter((k) => !chars.isBlank(k));
  expect(inked.map((k) => chars.text(k)).join("")).toBe("cab");
  expect(chars.left(inked[1] ?? -1)).toBeCloseTo(60, 0);
});
