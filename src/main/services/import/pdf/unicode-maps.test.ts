import { expect, test } from "vitest";
import { onePage } from "../../pdfium/page.cases.ts";
import { wholePdf } from "../whole.cases.ts";
import { withUnicodeMaps } from "./unicode-maps.ts";

const sentence = "Prices rose by 34.8 per cent in March, the council of the islands said in its second report.";
const names = new Map([
  [" ", "space"],
  [",", "comma"],
  [".", "period"],
  ["3", "three"],
  ["4", "four"],
  ["8", "eight"],
]);

/** A font of drawn boxes whose codes count its glyphs in the order in which the text has them. */
function drawn({ glyphName = (char: string) => names.get(char) ?? char, more = "" } = {}) {
  const chars = [...new Set(sentence)];
  const glyphs = chars.map(glyphName);
  const box = "600 0 0 0 500 700 d1 0 0 500 700 re f";
  const font =
    "<</Type/Font/Subtype/Type3/FontBBox[0 0 600 700]/FontMatrix[.001 0 0 .001 0 0]/FirstChar 0" +
    `/LastChar ${chars.length - 1}/Widths[${chars.map(() => 600).join(" ")}]/Resources<<>>` +
    `/Encoding<</Type/Encoding/Differences[0 ${glyphs.map((name) => `/${name}`).join(" ")}]>>` +
    `/CharProcs<<${glyphs.map((name) => `/${name} 8 0 R`).join("")}>>${more}>>`;
  const codes = [...sentence].map((char) => chars.indexOf(char).toString(16).padStart(2, "0")).join("");
  const text = `BT /T 6 Tf 20 400 Td <${codes}> Tj ET`;
  return { text, objects: [font, `<</Length ${box.length}>>stream\n${box}\nendstream`] };
}

const resources = "/Resources<</Font<</F 5 0 R/T 7 0 R>>>>";

test("glyphs drawn by a page are read by their names where the font has no map to Unicode", async () => {
  const { text, objects } = drawn();
  const { content } = await wholePdf(onePage({ drawn: text, page: resources, more: objects }));
  expect(content.text).toBe(sentence);
  expect(content.warnings).toMatchObject([{ key: "pdf.fontsNamed", values: { pages: "1" } }]);
});

test("so are those of a form on the page", async () => {
  const { text, objects } = drawn();
  const form =
    `<</Type/XObject/Subtype/Form/BBox[0 0 400 500]${resources}/Length ${text.length}>>` + `stream\n${text}\nendstream`;
  const page = "/Resources<</XObject<</X 9 0 R>>>>";
  const { content } = await wholePdf(onePage({ drawn: "/X Do", page, more: [...objects, form] }));
  expect(content.text).toBe(sentence);
});

/** A font whose code 31 is a ligature by its name, and a page that shows a word with it. */
const ligature = (name: string, more = "") => ({
  text: "BT /T 10 Tf 50 400 Td (con\\037dential) Tj ET",
  font: `<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding<</Type/Encoding/Differences[31/${name}]>>${more}>>`,
});

test.each([
  ["f_i", "confidential"],
  ["f_f_i", "conffidential"],
])("a ligature named %s is read by its name in a font without a map to Unicode", async (name, wanted) => {
  const { text, font } = ligature(name);
  const { content } = await wholePdf(onePage({ drawn: text, page: resources, more: [font] }));
  expect(content.text).toBe(wanted);
  expect(content.warnings).toEqual([]);
});

test("signs of Mathematical Pi are read by their names, which are numbers", async () => {
  const text =
    "BT /F 10 Tf 50 400 Td (y ) Tj /T 10 Tf (\\001) Tj /F 10 Tf ( 1.16 ) Tj /T 10 Tf (\\004) Tj /F 10 Tf ( 3 ) Tj /T 10 Tf (\\003) Tj ET";
  const font =
    "<</Type/Font/Subtype/Type1/BaseFont/ABCDEF+MathematicalPi-One/FirstChar 1/LastChar 4/Widths[833 833 672 833]" +
    "/Encoding<</Type/Encoding/Differences[1/H11005/H11021/H9262/H11002]>>>>";
  const { content } = await wholePdf(onePage({ drawn: text, page: resources, more: [font] }));
  expect(content.text).toBe("y = 1.16 − 3 μ");
  expect(content.warnings).toEqual([]);
});

test("other names of fonts that are not drawn are PDFium's to read", () => {
  const { text, font } = ligature("fi");
  expect(withUnicodeMaps(onePage({ drawn: text, page: resources, more: [font] }), null)).toBeNull();
});

test("a file without such glyphs needs no map", () => {
  expect(withUnicodeMaps(onePage({ drawn: "BT /F 12 Tf 50 400 Td (Fares) Tj ET" }), null)).toBeNull();
});

test("names that say nothing leave the page reported as not readable", async () => {
  const { text, objects } = drawn({ glyphName: (char) => `g${char.codePointAt(0)}` });
  const { content } = await wholePdf(onePage({ drawn: text, page: resources, more: objects }));
  expect(content.warnings).toMatchObject([{ key: "pdf.fontsGarbled" }]);
});

test("a font that has a map keeps it", () => {
  const { text, objects } = drawn({ more: "/ToUnicode 8 0 R" });
  expect(withUnicodeMaps(onePage({ drawn: text, page: resources, more: objects }), null)).toBeNull();
});

test.each([
  ["no PDF", Buffer.from("words")],
  ["a damaged one", onePage({}).subarray(0, 300)],
])("of %s there is nothing to be made", (_name, bytes) => {
  expect(withUnicodeMaps(bytes, null)).toBeNull();
});
