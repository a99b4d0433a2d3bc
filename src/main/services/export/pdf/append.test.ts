import { expect, test } from "vitest";
import { isArray, isString, nameValue, type PdfDict, type PdfObject, refTo } from "../../pdf/objects.ts";
import { PdfPages } from "../../pdf/pages.ts";
import { PdfSource } from "../../pdf/source.ts";
import { PdfUpdate } from "../../pdf/update.ts";
import { reading } from "../../pdfium/page.cases.ts";
import { appendPages } from "./append.ts";
import { byHand, handMade } from "./pdf.cases.ts";

const uri = (address: string, rect: string): string =>
  `<</Type/Annot/Subtype/Link/Rect${rect}/Contents(to)/A<</S/URI/URI(${address})>>>>`;
/** Two pages, of which the second inherits all and has three links and another annotation. */
const other = handMade([
  "<</Type/Catalog/Pages 2 0 R>>",
  "<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2/MediaBox[0 0 70 80]/Rotate 90/Resources<</Font<</F 6 0 R>>>>>>",
  "<</Type/Page/Parent 2 0 R/MediaBox[0 0 30 40]/Contents 5 0 R/Annots[]/Metadata 9 0 R>>",
  `<</Type/Page/Parent 2 0 R/Contents 5 0 R/Annots[${uri("claim:a", "[1 2 3 4]")}8 0 R${uri("https://example.org/", "[5 6 7 8]")}${uri("claim:gone", "[1 1 2 2]")}]>>`,
  "<</Length 38>>stream\nBT /F 9 Tf 5 20 Td (Appended) Tj ET    \nendstream",
  "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Note 7 0 R>>",
  "[500]",
  "<</Type/Annot/Subtype/Square/Rect[1 2 3 4]>>",
  "<</Secret(metadata)/Length 1>>stream\nx\nendstream",
]);

const place = [refTo(3), nameValue("XYZ"), null, 7, null];
const destinationOf = (address: string): PdfObject => (address === "claim:a" ? place : null);

/** A source with those pages appended. */
function appended(source: Uint8Array): { made: PdfSource; bytes: Uint8Array; front: PdfObject } {
  const update = new PdfUpdate(new PdfSource(source));
  const { entries, front } = appendPages(update, other, destinationOf, null);
  const { ref, dict } = update.source.catalog();
  update.set(ref, new Map([...dict, ...entries]));
  const bytes = update.finish();
  return { made: new PdfSource(bytes), bytes, front };
}
const pagesOf = (made: PdfSource): readonly PdfDict[] => new PdfPages(made).all().map(({ dict }) => dict);
const annotationsOf = (made: PdfSource, page: PdfDict | undefined): PdfDict[] => {
  const all = made.resolve(page?.get("Annots"));
  return isArray(all) ? all.map((value) => made.dict(value)) : [];
};

test("pages come after the paper's own, with their contents and fonts, and the paper's stay", async () => {
  const { bytes, made, front } = appended(byHand());
  const texts = await reading(bytes, (reader) =>
    Array.from({ length: reader.pageCount }, (_, index) => {
      const { chars } = reader.page(index);
      return Array.from({ length: chars.length }, (_unit, k) => chars.text(k)).join("");
    }),
  );
  expect(texts).toEqual(["Ever words End", "Appended", "Appended"]);
  expect(new PdfPages(made).at(1)?.ref).toEqual(front);
});

test("an appended page has its own size and is not turned, and nothing of the paper's is inherited", () => {
  const source = handMade([
    "<</Type/Catalog/Pages 2 0 R>>",
    "<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 400 500]/CropBox[1 1 2 2]/Rotate 270>>",
    "<</Type/Page/Parent 2 0 R>>",
  ]);
  const [own, first, second] = pagesOf(appended(source).made);
  expect(own?.get("MediaBox")).toEqual([0, 0, 400, 500]);
  expect([first, second].map((page) => [page?.get("MediaBox"), page?.get("CropBox"), page?.get("Rotate")])).toEqual([
    [[0, 0, 30, 40], [0, 0, 30, 40], 0],
    [[0, 0, 70, 80], [0, 0, 70, 80], 0],
  ]);
});

test("objects that pages share are copied once, what pages do not need is left behind", () => {
  const { made, bytes } = appended(byHand());
  const [, first, second] = pagesOf(made);
  expect(first?.get("Contents")).toEqual(second?.get("Contents"));
  const fonts = [first, second].map((page) => made.dict(made.dict(page?.get("Resources")).get("Font")).get("F"));
  expect(fonts[0]).toEqual(fonts[1]);
  expect(made.resolve(made.dict(fonts[0]).get("Note"))).toEqual([500]);
  expect(Buffer.from(bytes).toString("latin1")).not.toContain("(metadata)");
});

test("a link whose address is known leads into the file; links to elsewhere and other annotations are left out", () => {
  const { made } = appended(byHand());
  const [own, first, second] = pagesOf(made);
  expect(annotationsOf(made, own)).toHaveLength(1);
  expect(annotationsOf(made, first)).toHaveLength(0);
  const links = annotationsOf(made, second);
  expect(links).toHaveLength(1);
  expect([links[0]?.get("Dest"), links[0]?.get("Rect")]).toEqual([place, [1, 2, 3, 4]]);
  expect(links[0]?.has("A")).toBe(false);
  expect(isString(links[0]?.get("Contents"))).toBe(true);
});

// ISO 32000-1, 12.4.2: labels go on from the last that is stated, so those of the added pages are stated.
test.each([
  ["no labels", "", ["1", "Claims 1", "Claims 2"]],
  ["labels of its own", "/PageLabels<</Nums[0<</S/r/St 4>>]>>", ["iv", "Claims 1", "Claims 2"]],
  ["labels in leaves", "/PageLabels<</Kids[7 0 R]>>", ["A-9", "Claims 1", "Claims 2"]],
])("a paper with %s", async (_, catalog, labels) => {
  const source = byHand(catalog, ["<</Limits[0 0]/Nums[0<</S/D/St 9/P(A-)>>]>>"]);
  const { bytes } = appended(source);
  const seen = await reading(bytes, (reader) =>
    Array.from({ length: reader.pageCount }, (_unit, index) => reader.page(index).label),
  );
  expect(seen).toEqual(labels);
});

test.each([
  ["as it should be", "/Count 1"],
  ["that states no count", ""],
  ["that states another count", "/Count 1 "],
])("a page tree %s counts the added pages", (_, count) => {
  const source = byHand().toString("latin1").replace("/Count 1", count.padEnd(8));
  const { made } = appended(Buffer.from(source, "latin1"));
  const pages = new PdfPages(made);
  expect([pages.count, pages.all().length]).toEqual([3, 3]);
  expect(made.dict(pages.root).get("Count")).toBe(3);
});

test("a catalog that names a page gets a tree of that page and those added", () => {
  const source = handMade([
    "<</Type/Catalog/Pages 2 0 R>>",
    "<</Type/Page/MediaBox[0 0 9 9]/Parent 3 0 R>>",
    "<</Rotate 90>>",
  ]);
  const { made } = appended(source);
  const pages = new PdfPages(made);
  expect(pages.all()).toHaveLength(3);
  expect(pages.all()[0]?.dict.get("Rotate")).toBe(90);
  expect(pages.root).not.toEqual(refTo(2));
  expect(made.dict(refTo(2)).get("Parent")).toEqual(pages.root);
});
