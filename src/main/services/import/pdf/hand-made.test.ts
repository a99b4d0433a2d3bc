import { expect, test } from "vitest";
import type { Mark, PaperContent } from "../../../../shared/model/content.ts";
import { handMade } from "../../export/pdf/pdf.cases.ts";
import { areasOf, openGeometry } from "../../geometry/geometry.ts";
import { onePage } from "../../pdfium/page.cases.ts";
import { wholePdf } from "../whole.cases.ts";
import { importPdf } from "./import-pdf.ts";

const words = (content: PaperContent): string[] =>
  content.blocks.map(({ start, end }) => content.text.slice(start, end));
const shown = (text: string, place = "50 400 Td", font = "/F 12 Tf"): string => `BT ${font} ${place} (${text}) Tj ET`;

/** Pages of these operators, with more entries of each. */
function pages(
  all: readonly string[],
  entries: (index: number) => string = () => "",
  trailer = "",
  more: readonly string[] = [],
) {
  const first = 4;
  const kids = all.map((_, index) => `${first + index * 2} 0 R`);
  const objects = all.flatMap((drawn, index) => [
    `<</Type/Page/Parent 2 0 R/Contents ${first + index * 2 + 1} 0 R${entries(index)}>>`,
    `<</Length ${drawn.length}>>stream\n${drawn}\nendstream`,
  ]);
  return handMade(
    [
      "<</Type/Catalog/Pages 2 0 R>>",
      `<</Type/Pages/Kids[${kids.join(" ")}]/Count ${all.length}/MediaBox[0 0 400 500]/Resources<</Font<</F 3 0 R>>>>>>`,
      "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
      ...objects,
      ...more,
    ],
    trailer,
  );
}

// ISO 32000-1, 7.9.4: month and day may be left out; what no calendar has is no date.
test.each([
  ["D:20210309120000Z", "2021-03-09"],
  ["D:20210309", "2021-03-09"],
  ["D:202103", "2021-03"],
  ["D:2021", "2021"],
  ["D:20211345", null],
  ["D:20210230120000", null],
  ["D:20210000", null],
  ["2021-03-09", null],
  ["D:soon", null],
  ["", null],
])("a creation date %j is %s", async (stated, date) => {
  const file = onePage({ drawn: shown("Words"), trailer: "/Info 7 0 R", more: [`<</CreationDate(${stated})>>`] });
  expect((await wholePdf(file)).date).toBe(date);
});

test.each([
  ["<</Title(The Port)/Author(Ada Lind)>>", "The Port", ["Ada Lind"]],
  ["<</Title(Microsoft Word - x.doc)/Author(admin)>>", null, []],
  ["<</Title<FEFF067E06270646064A>>>", "پاني", []],
  ["<<>>", null, []],
])("of the information %s", async (info, title, authors) => {
  const file = onePage({ drawn: shown("only words of text, and no heading."), trailer: "/Info 7 0 R", more: [info] });
  const read = await wholePdf(file);
  expect([read.title, read.suggestedAuthors, read.authors]).toEqual([title, authors, []]);
});

test("pages without text are named, of a paper that has others", async () => {
  const { content } = await wholePdf(pages([shown("One"), "", shown("Three"), "0 0 9 9 re f"]));
  expect(content.warnings.map(({ key }) => key)).toEqual(["pdf.pagesWithoutText"]);
  expect(content.warnings[0]).toMatchObject({ values: { count: 2, pages: "2, 4", more: 0 } });
  expect(words(content)).toEqual(["One", "Three"]);
  expect(content.pages).toHaveLength(4);
});

test.each([
  ["sentences", ["Fares rise.", "Costs fall."], ["Fares rise.", "Costs fall."]],
  ["a sentence over its page's end", ["Fares rise and so", "do costs."], ["Fares rise and so", "do costs."]],
])("pages of a line each, as slides are: %s", async (_, lines, wanted) => {
  const { content } = await wholePdf(pages(lines.map((line) => shown(line))));
  expect(words(content)).toEqual(wanted);
  expect(content.blocks[1]?.continues).toBe(!(lines[0] ?? "").endsWith("."));
});

test("of many pages without text the first twenty are named, the others counted", async () => {
  const { content } = await wholePdf(pages([shown("One."), ...Array.from({ length: 25 }, () => "")]));
  const named = Array.from({ length: 20 }, (_, index) => index + 2).join(", ");
  expect(content.warnings[0]).toMatchObject({ values: { count: 25, pages: named, more: 5 } });
});

test("pages whose font says the wrong letters are named", async () => {
  const map = "1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfrange <20> <7e> <e020> endbfrange";
  const cmap = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap ${map} endcmap end end`;
  const file = onePage({
    drawn: shown("Words that nobody can read at all", "50 400 Td", "/G 12 Tf"),
    page: "/Resources<</Font<</G 7 0 R>>>>",
    more: [
      "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 8 0 R>>",
      `<</Length ${cmap.length}>>stream\n${cmap}\nendstream`,
    ],
  });
  expect((await wholePdf(file)).content.warnings).toMatchObject([
    { key: "pdf.fontsGarbled", values: { count: 1, pages: "1", more: 0 } },
  ]);
});

test("a paper of pages without text says that it has none", async () => {
  const { content } = await wholePdf(pages(["", ""]));
  expect([content.text, content.warnings.map(({ key }) => key)]).toEqual(["", ["pdf.noText"]]);
});

test("a file without pages is refused", async () => {
  const file = handMade(["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[]/Count 0>>"]);
  await expect(wholePdf(file)).rejects.toMatchObject({ code: "unreadable" });
});

test.each([
  ["", { width: 400, height: 500 }],
  ["/CropBox[50 100 350 450]", { width: 300, height: 350, left: 50, bottom: 100 }],
  ["/MediaBox[-10 -20 390 480]", { width: 400, height: 500, left: -10, bottom: -20 }],
  ["/CropBox[0 100 350 450]", { width: 350, height: 350, left: 0, bottom: 100 }],
  ["/CropBox[50 0 350 450]", { width: 300, height: 450, left: 50, bottom: 0 }],
  ["/Rotate 90", { width: 400, height: 500, rotation: 90 }],
])("a page with %j has this size", async (entries, size) => {
  const { content } = await wholePdf(pages([shown("Words", "60 200 Td")], () => entries));
  expect(content.pages[0]).toMatchObject(size);
});

test("what a crop box cuts off is not read", async () => {
  const drawn = `${shown("Inside", "60 200 Td")} ${shown("Outside", "60 40 Td")}`;
  const { content } = await wholePdf(pages([drawn], () => "/CropBox[50 100 350 450]"));
  expect(content.text).toBe("Inside");
});

test("letters outside of a page's own text that are askew or turned another way are not read", async () => {
  const drawn = `${shown("Upright words of the page")} ${shown("Askew", "0.7 0.7 -0.7 0.7 100 100 Tm")} ${shown("Turned", "0 1 -1 0 300 100 Tm")}`;
  expect((await wholePdf(pages([drawn]))).content.text).toBe("Upright words of the page");
});

test("a page set on its side is read as it is turned", async () => {
  const drawn = `${shown("First line", "0 1 -1 0 100 100 Tm")} ${shown("second line", "0 1 -1 0 114 100 Tm")}`;
  expect((await wholePdf(pages([drawn]))).content.text).toBe("First line second line");
});

test("each letter is where it is printed, whatever the page's box and turn", async () => {
  for (const entries of ["", "/CropBox[20 30 390 480]", "/Rotate 90"]) {
    const { content, geometry } = await wholePdf(pages([shown("Words here", "60 200 Td")], () => entries));
    const start = content.text.indexOf("here");
    const [area] = areasOf(openGeometry(geometry ?? new Uint8Array()), [{ start, end: start + 4 }]);
    const [x0 = 0, y0 = 0, x1 = 0, , , y2 = 0] = area?.quads[0] ?? [];
    // Helvetica, 12 points: "Words " is 944 + 556 + 333 + 556 + 500 + 278 thousandths wide.
    expect(x0).toBeCloseTo(60 + 3.167 * 12, 0);
    expect(x1).toBeGreaterThan(x0 + 20);
    expect(y2).toBeLessThan(200);
    expect(y0).toBeGreaterThan(206);
  }
});

const link = (uri: string, rect: string): string => `<</Type/Annot/Subtype/Link/Rect${rect}/A<</S/URI/URI(${uri})>>>>`;

test("a link is over the words it is printed on, and another beside it is apart", async () => {
  // "See " is 667 + 556 + 556 + 278 thousandths of 12 points wide.
  const file = onePage({
    drawn: shown("See here and there now"),
    page: `/Annots[${link("https://example.org/a", "[74 395 100 412]")}${link("https://example.org/b", "[124 395 152 412]")}]`,
  });
  const { content } = await wholePdf(file);
  const links = content.blocks
    .flatMap((block): readonly Mark[] => block.marks)
    .flatMap((mark) => (mark.kind === "link" ? [[content.text.slice(mark.start, mark.end), mark.href]] : []));
  expect(links).toEqual([
    ["here", "https://example.org/a"],
    ["there", "https://example.org/b"],
  ]);
});

test("bold words are marked over the spaces between them", async () => {
  const drawn = "BT /F 12 Tf 50 400 Td (Plain ) Tj /B 12 Tf (bold words ) Tj /F 12 Tf (plain) Tj ET";
  const { content } = await wholePdf(onePage({ drawn }));
  const marks = content.blocks.flatMap((block): readonly Mark[] => block.marks);
  expect(marks.map((mark) => [mark.kind, content.text.slice(mark.start, mark.end)])).toEqual([["bold", "bold words"]]);
});

test("mark-up that the file holds comes with the page it is on", async () => {
  const mark = "/Annots[<</Type/Annot/Subtype/Highlight/Rect[50 395 90 412]/NM(m)/T(Ada)>>]";
  const read = await wholePdf(pages([shown("One"), shown("Two")], (index) => (index === 1 ? mark : "")));
  expect(read.marks?.map(({ name, author, page }) => [name, author, page])).toEqual([["m", "Ada", 1]]);
});

test("reading tells how many pages are done of how many", async () => {
  const progress: (readonly [number, number])[] = [];
  const parts: string[] = [];
  await importPdf(pages([shown("One."), "", shown("Three.")]), null, {
    onProgress: (_, done, all) => progress.push([done, all]),
    onPart: ({ text }) => parts.push(text),
  });
  expect(progress).toEqual([
    [1, 3],
    [2, 3],
    [3, 3],
  ]);
  expect(parts.join("")).toBe("One.\nThree.");
});

test("most letters say what is the size of the text: a heading is larger than it, and bold means nothing in bold", async () => {
  const body = Array.from({ length: 12 }, (_, n) =>
    shown(`line ${n} of the harbour council and of the islands and so on,`, `50 ${400 - n * 15} Td`, "/F 10 Tf"),
  ).join(" ");
  const { content } = await wholePdf(pages([`${shown("Fares and costs", "50 450 Td", "/F 16 Tf")} ${body}`]));
  expect(content.blocks.map(({ kind }) => kind)).toEqual(["heading", "paragraph"]);
});

test("words are handed out in parts that are the whole when they are put together", async () => {
  const many = Array.from({ length: 60 }, (_, page) =>
    Array.from({ length: 30 }, (_unit, line) =>
      shown(`Page ${page} line ${line} of the harbour council and so on`, `50 ${480 - line * 15} Td`, "/F 10 Tf"),
    ).join(" "),
  );
  const { content } = await wholePdf(pages(many));
  for (const page of [0, 17, 59]) expect(content.text).toContain(`Page ${page} line 7 of the harbour`);
  expect(content.text.length).toBeGreaterThan(70_000);
  for (const [index, block] of content.blocks.entries())
    expect(block.start).toBeGreaterThanOrEqual(content.blocks[index - 1]?.end ?? 0);
});

test("what is filled in is in the line of its label, a box of text after the page’s own text", async () => {
  const lines = [
    "The panel met in the old hall and",
    "heard the ministry on charges for",
    "water in the villages of the north.",
  ];
  const prose = lines.map((line, n) => shown(line, `50 ${300 - n * 14} Td`)).join("\n");
  const file = onePage({
    drawn: `${shown("Name:")}\n${shown("Agreed:", "50 370 Td")}\n${prose}`,
    page: "/Annots[7 0 R 8 0 R 9 0 R]",
    catalog: "/AcroForm<</Fields[7 0 R 8 0 R]/DR<</Font<</F 5 0 R>>>>/DA(/F 12 Tf 0 g)>>",
    more: [
      "<</Type/Annot/Subtype/Widget/FT/Tx/T(name)/V(Amina Khan)/DA(/F 12 Tf 0 g)/Rect[92 394 250 414]/F 4>>",
      "<</Type/Annot/Subtype/Widget/FT/Btn/T(yes)/V/Yes/AS/Yes/AP<</N<</Yes 10 0 R>>>>/Rect[100 368 112 380]/F 4>>",
      "<</Type/Annot/Subtype/FreeText/Contents(Check this)/DA(/F 12 Tf 0 g)/Rect[270 284 380 300]/F 4>>",
      "<</Type/XObject/Subtype/Form/BBox[0 0 12 12]/Length 12>>stream\n0 0 9 9 re f\nendstream",
    ],
  });
  const { content } = await wholePdf(file);
  expect(words(content)).toEqual(["Name: Amina Khan", "Agreed: ☑", lines.join(" "), "Check this"]);
});
