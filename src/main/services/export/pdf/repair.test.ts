import { expect, test } from "vitest";
import { PdfSource } from "../../pdf/source.ts";
import { onePage, reading } from "../../pdfium/page.cases.ts";
import { handMade } from "./pdf.cases.ts";
import { foundIn, repaired } from "./repair.ts";

const drawn = "BT /F 12 Tf 50 400 Td (words) Tj ET";
const mark = (name: string): string => `<</Type/Annot/Subtype/Highlight/Rect[1 2 3 4]/NM(${name})>>`;

test.each([
  ["a cross-reference that leads elsewhere", (file: string) => file.replace(/startxref\n\d+/, "startxref\n7")],
  ["offsets that are wrong", (file: string) => file.replace(/^0{6}(\d{4}) 00000 n/gm, "0000009999 00000 n")],
  ["no end", (file: string) => file.slice(0, file.indexOf("startxref"))],
])("a file with %s is rewritten with its text, and can be read strictly", async (_, damage) => {
  const file = Buffer.from(damage(onePage({ drawn }).toString("latin1")), "latin1");
  expect(() => new PdfSource(file).object(4)).toThrow();
  const copy = await repaired(file, null);
  expect(new PdfSource(copy).catalog().dict.size).toBeGreaterThan(0);
  const text = await reading(copy, (reader) => {
    const { chars } = reader.page(0);
    return Array.from({ length: chars.length }, (_unit, k) => chars.text(k)).join("");
  });
  expect(text).toBe("words");
});

test.each([
  ["text", Buffer.from("no PDF")],
  ["no page", handMade(["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[]/Count 0>>"])],
])("a file with %s is refused as unreadable", async (_, file) => {
  await expect(repaired(file, null)).rejects.toMatchObject({ code: "unreadable" });
});

test("annotations are found by the names an export gives, each once whatever pages it is on", async () => {
  const file = onePage({ page: `/Annots[${mark("a")}${mark("a-p2")}${mark("b-p3")}${mark("c")}${mark("A")}]` });
  const count = (...names: string[]): Promise<number> => foundIn(file, null, new Set(names));
  expect(await Promise.all([count("a"), count("a", "b"), count("b", "d"), count("d"), count()])).toEqual([
    1, 2, 1, 0, 0,
  ]);
});
