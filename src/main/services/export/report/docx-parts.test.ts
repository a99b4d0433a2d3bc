import { Document, type FileChild, Packer } from "docx";
import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import { AnnotationId } from "../../../../shared/model/ids.ts";
import type { ReportBlock, ReportLook, ReportQuote, ReportTree, TableBlock } from "../../../../shared/report/tree.ts";
import { englishWords } from "../../../../shared/report/words.ts";
import { pairTable, quoteParagraphs } from "./docx-quote.ts";
import { reportDocx } from "./docx-report.ts";
import { bodyWidth, docxTable } from "./docx-table.ts";
import { clean, runOf, runTexts } from "./docx-text.ts";

const claim = AnnotationId.parse("018f0000-0000-7000-8000-000000000001");
const quote: ReportQuote = {
  claim,
  words: "Fares must rise",
  direction: "ltr",
  look: "supports",
  source: "A paper, p. 4",
  details: "certainty 4 of 5",
  note: "",
  moved: false,
};

async function xmlOf(...children: FileChild[]): Promise<string> {
  const bytes = await Packer.toBuffer(new Document({ sections: [{ children }] }));
  return strFromU8(unzipSync(new Uint8Array(bytes))["word/document.xml"] ?? new Uint8Array());
}
async function partsOf(...blocks: ReportBlock[]): Promise<Record<string, string>> {
  const tree: ReportTree = {
    title: "Title",
    byline: "By Ada",
    made: "2026-05-01T06:07:08.000Z",
    blocks,
    flags: [],
    words: englishWords,
  };
  const parts = unzipSync(await reportDocx(tree));
  return Object.fromEntries(Object.entries(parts).map(([name, bytes]) => [name, strFromU8(bytes)]));
}
const textsOf = (xml: string): string[] => [...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text = ""]) => text);
const count = (xml: string, part: string): number => xml.split(part).length - 1;

test.each([
  ["a\u0000b\u0008c", "a b c"],
  ["a\nb\tc", "a b c"],
  ["\uffffx\ufffe", " x "],
  ["plain – “words” پانی 😀", "plain – “words” پانی 😀"],
])("%j is written as %j", (text, written) => {
  expect(clean(text)).toBe(written);
});

test.each([
  ["words", undefined],
  ["پانی", true],
  ["2026 پانی", true],
  ["words پانی", undefined],
  ["2026", undefined],
])("the run %s from right to left: %s", (text, rightToLeft) => {
  expect(runTexts(text).rightToLeft).toBe(rightToLeft);
});

test("each look of a claim has a shade of its own, and support and opposition different lines", () => {
  const looks: ReportLook[] = ["supports", "opposes", "neutral", "mixed", "unclear", "none", "several", "note"];
  const drawn = looks.map((look) => runOf(look) as { shading: { fill: string }; underline: { type: string } });
  expect(new Set(drawn.map(({ shading }) => shading.fill)).size).toBe(looks.length);
  const [supports, opposes, neutral, , , none, several] = drawn.map(({ underline }) => underline.type);
  expect(new Set([supports, opposes, neutral, none, several]).size).toBe(5);
  expect(runOf(undefined)).toEqual({});
});

test("a quote has its words in quotation marks, source and details, and what is not there has no line", async () => {
  expect(textsOf(await xmlOf(...quoteParagraphs(quote, englishWords)))).toEqual([
    "“Fares must rise”",
    "A paper, p. 4",
    "certainty 4 of 5",
  ]);
  const all = textsOf(await xmlOf(...quoteParagraphs({ ...quote, note: "Because", moved: true }, englishWords)));
  expect(all.slice(3)).toEqual(["Because", "⚠ This quote can no longer be found at its place in the paper."]);
});

test.each<[ReportLook, string]>([
  ["supports", "single"],
  ["opposes", "dashed"],
  ["neutral", "dotted"],
  ["none", "dotted"],
])("a quote that %s has a %s line beside it", async (look, line) => {
  const xml = await xmlOf(...quoteParagraphs({ ...quote, look }, englishWords));
  expect(count(xml, `<w:left w:val="${line}"`)).toBe(3);
});

test("a quote from right to left has its line on the right, and its source in Latin letters stays readable", async () => {
  const xml = await xmlOf(...quoteParagraphs({ ...quote, words: "پانی سب کا ہے", direction: "rtl" }, englishWords));
  expect([count(xml, "<w:right w:val"), count(xml, "<w:left w:val")]).toEqual([3, 0]);
  expect(count(xml, "<w:bidi/>")).toBe(1);
});

test("two quotes are side by side in halves of the page, without lines", async () => {
  const xml = await xmlOf(pairTable([quote, { ...quote, words: "Fares must fall" }], englishWords));
  expect(count(xml, "<w:tc>")).toBe(2);
  expect([...xml.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) => Number(width))).toEqual([
    bodyWidth / 2,
    bodyWidth / 2,
  ]);
  expect(textsOf(xml).filter((text) => text.startsWith("“"))).toEqual(["“Fares must rise”", "“Fares must fall”"]);
});

const table = (part: Partial<TableBlock>): TableBlock => ({
  kind: "table",
  caption: "All",
  heads: ["issue", "count"],
  lines: [["Water", 3]],
  foot: null,
  ...part,
});

test("a table has its head, its lines and its foot, in order; nothing and zero are empty", async () => {
  const xml = await xmlOf(
    docxTable(
      table({
        lines: [
          ["Water", 3],
          ["Air", 0],
          ["Sea", null],
          ["Land", 1.256],
        ],
        foot: ["all", 4],
      }),
      "ltr",
    ),
  );
  const cells = [...xml.matchAll(/<w:tc>(.*?)<\/w:tc>/gs)].map(([, cell = ""]) => textsOf(cell).join(""));
  expect(cells).toEqual(["issue", "count", "Water", "3", "Air", "", "Sea", "", "Land", "1.26", "all", "4"]);
  expect(count(xml, "<w:tblHeader/>")).toBe(1);
  expect(count(xml, "<w:cantSplit/>")).toBe(6);
});

test("a column of numbers is right-aligned with its head, one of words is not", async () => {
  const xml = await xmlOf(docxTable(table({ lines: [["1", 3]] }), "ltr"));
  const cells = [...xml.matchAll(/<w:tc>(.*?)<\/w:tc>/gs)].map(([, cell = ""]) => cell.includes('w:val="right"'));
  expect(cells).toEqual([false, true, false, true]);
});

test("the lines of a tree are indented under their parents, and only roots are bold", async () => {
  const lines = [
    ["Water", 3],
    ["Water › Fares", 2],
    ["Water › Fares › Night", 1],
    ["Air", 1],
  ];
  const xml = await xmlOf(docxTable(table({ tree: true, lines }), "ltr"));
  const stems = [...xml.matchAll(/<w:tr>(.*?)<\/w:tr>/gs)].slice(1).map(([, row = ""]) => {
    const [cell = ""] = row.split("</w:tc>");
    return [textsOf(cell).join(""), cell.includes("CellRoot"), Number(/<w:ind w:left="(\d+)"/.exec(cell)?.[1] ?? 0)];
  });
  expect(stems).toEqual([
    ["Water", true, 0],
    ["Fares", false, 170],
    ["Night", false, 340],
    ["Air", true, 0],
  ]);
  const flat = await xmlOf(docxTable(table({ lines }), "ltr"));
  expect(flat).not.toContain("CellRoot");
});

test.each([
  ["short words", ["a", "b", "c"], [["x", "y", "z"]]],
  ["one long cell", ["a", "b"], [["x ".repeat(300), "y"]]],
  ["a long word", ["a", "b"], [["x".repeat(80), "y"]]],
  ["no lines", ["a", "b"], []],
])("the columns of a table with %s fill the page", async (_, heads, lines) => {
  const xml = await xmlOf(docxTable(table({ heads, lines }), "ltr"));
  const widths = [...xml.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) => Number(width));
  expect(widths).toHaveLength(heads.length);
  expect(Math.abs(widths.reduce((sum, width) => sum + width, 0) - bodyWidth)).toBeLessThan(heads.length);
  for (const width of widths) expect(width).toBeGreaterThan(200);
});

test("footnotes are numbered through paragraphs and lists, and each has its words", async () => {
  const note = (text: string) => ({ kind: "note" as const, words: [{ kind: "text" as const, text }] });
  const words = { kind: "text" as const, text: "words" };
  const parts = await partsOf(
    { kind: "paragraph", runs: [words, note("one"), words, note("two")] },
    { kind: "list", items: [[words], [words, note("three")]] },
  );
  const references = [...(parts["word/document.xml"] ?? "").matchAll(/<w:footnoteReference w:id="(\d+)"/g)];
  expect(references.map(([, number]) => number)).toEqual(["1", "2", "3"]);
  const notes = parts["word/footnotes.xml"] ?? "";
  expect(textsOf(notes).filter((text) => text.trim() !== "")).toEqual(["one", "two", "three"]);
});

test("tables and figures are numbered each on their own", async () => {
  const chart: ReportBlock = {
    kind: "chart",
    caption: "Counts",
    picture: { title: "Counts", width: 100, height: 50, shapes: [] },
  };
  const parts = await partsOf(table({ caption: "First" }), chart, table({ caption: "Second" }), chart);
  const captions = textsOf(parts["word/document.xml"] ?? "").filter((text) => /^(Table|Figure) /.test(text));
  expect(captions).toEqual(["Table 1. First", "Figure 1. Counts", "Table 2. Second", "Figure 2. Counts"]);
});

test("a link of the web is one, and a warning is told from the words around it", async () => {
  const parts = await partsOf({
    kind: "paragraph",
    runs: [
      { kind: "link", text: "here", href: "https://example.org/?a=1&b=2" },
      { kind: "flag", text: "gone" },
    ],
  });
  expect(parts["word/_rels/document.xml.rels"]).toContain('Target="https://example.org/?a=1&amp;b=2"');
  expect(textsOf(parts["word/document.xml"] ?? "")).toContain(" [⚠ gone] ");
});

test.each([
  ["with contents asks Word to fill them in", [{ kind: "contents" as const }], true],
  ["without contents does not", [], false],
])("a report %s", async (_, blocks, asks) => {
  expect((await partsOf(...blocks))["word/settings.xml"]?.includes("<w:updateFields/>")).toBe(asks);
});

test("title, byline and the day are in the file, and nothing in it is no XML", async () => {
  const parts = await partsOf({ kind: "paragraph", runs: [{ kind: "text", text: "a\u0000<b>&" }] });
  const xml = parts["word/document.xml"] ?? "";
  expect(textsOf(xml)).toEqual(["Title", "By Ada", "a &lt;b&gt;&amp;"]);
  const heads = Object.entries(parts).filter(([name]) => /^word\/header\d+\.xml$/.test(name));
  expect(heads.map(([, head]) => head).join("")).toContain("2026-05-01");
});
