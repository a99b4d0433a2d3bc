import { expect, test } from "vitest";
import { onePage, reading } from "../../pdfium/page.cases.ts";
import type { Tag } from "../../pdfium/structure.ts";
import { cutsWords, joinTornFigures } from "./torn-figures.ts";

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

test("a figure is put together on a page whose lines are turned, too", async () => {
  const turned = (mark: string, text: string, y: number): string =>
    `${mark} BDC BT /F 10 Tf 0 1 -1 0 400 ${y} Tm (${text}) Tj ET EMC`;
  const parts = [turned("/P <</MCID 1>>", "12", 60 - 11.12), turned("/P <</MCID 2>>", "345", 60)];
  expect(await content(...parts)).toBe("11 21 31 41 51");
});

/** A word of which each part is a content of its own, the parts without a gap (Helvetica, size 10), or so far apart. */
const inParts = (row: number, parts: readonly string[], apart = 0): string => {
  const widths: Readonly<Record<string, number>> = { D: 7.22, i: 2.22, s: 5, p: 5.56, o: 5.56, a: 5.56, l: 2.22 };
  let x = 60;
  return parts
    .map((part, index) => {
      const drawn = `/P <</MCID ${row * 10 + index}>> BDC BT /F 10 Tf ${x} ${400 - row * 20} Td (${part}) Tj ET EMC`;
      x += [...part].reduce((width, letter) => width + (widths[letter] ?? 5.56), 0) + apart;
      return drawn;
    })
    .join("\n");
};
const cell: Tag = { id: 0, kind: "cell", level: 0, label: false, table: 1, row: 1, header: false };
const cut = (words: readonly string[], blockOf: (content: number) => number): Promise<boolean> =>
  reading(onePage({ drawn: words.join("\n") }), (reader) => {
    const { chars } = reader.page(0);
    const contents = chars.parts().map(({ run }) => run.content);
    return cutsWords(chars, new Map(contents.map((content) => [content, { ...cell, id: blockOf(content) }])));
  });
const disposals = [0, 1, 2].map((row) => inParts(row, ["Dispos", "als"]));
const eachItsOwn = (content: number): number => content;

test.each<[string, readonly string[], (content: number) => number, boolean]>([
  ["three words of which each is in two cells", disposals, eachItsOwn, true],
  ["figures too", [0, 1, 2].map((row) => inParts(row, ["12", "345"])), eachItsOwn, true],
  ["two such words may be a slip", disposals.slice(1), eachItsOwn, false],
  ["parts of a word in one block", disposals, (content) => Math.floor(content / 10), false],
  ["cells with a gap between them", [0, 1, 2].map((row) => inParts(row, ["Dispos", "als"], 3)), eachItsOwn, false],
  ["whole words and a capital after them", [0, 1, 2].map((row) => inParts(row, ["also", "Do"])), eachItsOwn, false],
])("tags cut words: %s", async (_, words, blockOf, wanted) => {
  expect(await cut(words, blockOf)).toBe(wanted);
});
