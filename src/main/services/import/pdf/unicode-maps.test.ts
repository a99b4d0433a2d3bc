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
