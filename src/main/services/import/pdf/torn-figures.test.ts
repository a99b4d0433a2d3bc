import { expect, test } from "vitest";
import { onePage, reading } from "../../pdfium/page.cases.ts";
import { joinTornFigures } from "./torn-figures.ts";

/** Figures of 5.56 points each (Helvetica at 10), a comma and a bracket of 2.78 and 3.33; each part in a mark. */
const marked = (mark: string, text: string, x: number): string =>
  `${mark} BDC BT /F 10 Tf ${x} 400 Td (${text}) Tj ET EMC`;
const content = async (...drawn: readonly string[]): Promise<string> =>
  reading(onePage({ drawn: drawn.join("\n") }), (reader) => {
    const { chars } = reader.page(0);
    joinTornFigures(chars);
    return chars
      .all()
      .filter((k) => !chars.isBlank(k))
      .map((k) => `${chars.text(k)}${chars.run(k).content}`)
      .join(" ");
  });

test.each([
  ["a cell and an artifact", ["/P <</MCID 1>>", "/Artifact <<>>"], 60, "11 21 31 41 51"],
  ["two cells", ["/P <</MCID 1>>", "/P <</MCID 2>>"], 60, "11 21 31 41 51"],
  ["cells with a gap between them", ["/P <</MCID 1>>", "/P <</MCID 2>>"], 64, "11 21 32 42 52"],
])("a figure that the tags part into %s", async (_, [first = "", two = ""], x, wanted) => {
  expect(await content(marked(first, "12", 60 - 11.12), marked(two, "345", x))).toBe(wanted);
});
