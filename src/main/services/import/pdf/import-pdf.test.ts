import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { message } from "../../../../shared/messages/message.ts";
import { PaperContent } from "../../../../shared/model/content.ts";
import { areasOf, openGeometry, placeAt } from "../../geometry/geometry.ts";
import { typst } from "../../typst/typst.ts";
import type { Imported } from "../imported.ts";
import { wholePdf } from "../whole.cases.ts";
import { furnished, hyperlinked, inScript, oneColumn, scan, threeColumns, twoColumns } from "./fixtures/papers.ts";

/**
 * How much of the truth comes out in order: the longest common subsequence of words, spaces told apart, by the longer
 * of the two.
 */
function likeness(want: string, got: string): number {
  const [a, b] = [want.split(/(\s)/), got.split(/(\s)/)];
  let row = new Uint32Array(b.length + 1);
  for (const word of a) {
    const next = new Uint32Array(b.length + 1);
    for (let j = 1; j <= b.length; j++)
      next[j] = word === b[j - 1] ? (row[j - 1] ?? 0) + 1 : Math.max(row[j] ?? 0, next[j - 1] ?? 0);
    row = next;
  }
  return (row[b.length] ?? 0) / Math.max(a.length, b.length);
}

/** What holds for every paper: the schema, blocks one after the other, and a place for each unit that is no space. */
function checkWhole({ content, geometry }: Imported): void {
  PaperContent.parse(content);
  let end = 0;
  for (const block of content.blocks) {
    expect(block.start).toBeGreaterThanOrEqual(end);
    expect(block.start - end).toBeLessThanOrEqual(1);
    end = block.end;
  }
  expect(end).toBe(content.text.length);
  if (geometry === null) throw new Error("A PDF has geometry");
  const open = openGeometry(geometry);
  expect(open.length).toBe(content.text.length);
  for (let offset = 0; offset < content.text.length; offset++)
    if (/\S/.test(content.text[offset] ?? "")) expect(placeAt(open, offset), `unit ${offset}`).not.toBeNull();
}

test.each([
  ["one column", oneColumn, 0.99],
  ["two columns", twoColumns, 0.98],
  ["three columns", threeColumns, 0.98],
  ["running heads, notes, lists", furnished, 0.98],
  ["Arabic", () => inScript("ar"), 0.99],
  ["Chinese", () => inScript("zh"), 0.99],
] as const)("%s: the text is the truth", async (name, make, least) => {
  const { bytes, text } = make();
  const imported = await wholePdf(bytes);
  const ratio = likeness(text, imported.content.text);
  console.log(`${name.padEnd(30)} ${ratio.toFixed(4)} of ${text.length} characters`);
  checkWhole(imported);
  expect(ratio).toBeGreaterThanOrEqual(least);
});

test("headings, lists and footnotes are what they are, and pages have their own labels", async () => {
  const { content } = await wholePdf(furnished().bytes);
  const texts = (kind: string): string[] =>
    content.blocks.filter((block) => block.kind === kind).map((block) => content.text.slice(block.start, block.end));
  expect(texts("heading")).toEqual(["Summary of Findings", "The Charge"]);
  expect(texts("listItem")).toHaveLength(2);
  expect(texts("footnote")).toEqual(["Treasury paper of 9 March 2021, annex B."]);
  expect(content.pages.map((page) => page.label).slice(0, 3)).toEqual(["i", "1", "2"]);
  expect(content.text).not.toContain("Draft");
  expect(content.text).not.toMatch(/treasury\.\s?1/);
  const note = content.blocks.findIndex((block) => block.kind === "footnote");
  const before = content.blocks[note - 1];
  expect(content.text.slice(before?.start, before?.end)).toMatch(/^The charge was first proposed/);
});

test("a paragraph over a page break goes on in a second block of the same sentence", async () => {
  const { content } = await wholePdf(furnished().bytes);
  const index = content.blocks.findIndex((block) => block.continues);
  const [before, after] = [content.blocks[index - 1], content.blocks[index]];
  expect(index).toBeGreaterThan(0);
  expect(after?.page).toBe((before?.page ?? 0) + 1);
  expect(content.text.slice(before?.end, after?.start)).toMatch(/^ ?$/);
});

test("marks: bold, italic and links that lead somewhere safe", async () => {
  const { content } = await wholePdf(hyperlinked());
  const marked = content.blocks
    .flatMap((block) => block.marks)
    .map((mark) => [
      mark.kind,
      content.text.slice(mark.start, mark.end).trim(),
      mark.kind === "link" ? mark.href : null,
    ]);
  expect(marked).toContainEqual(["link", "full report", "https://example.org/report"]);
  expect(marked).toContainEqual(["bold", "bold", null]);
  expect(marked).toContainEqual(["italic", "slanted", null]);
});

test("a claim's quads lie on its lines, one for each", async () => {
  const { content, geometry } = await wholePdf(oneColumn().bytes);
  const quote = "The office of the commissioner found that an efficient";
  const start = content.text.indexOf(quote);
  const open = openGeometry(geometry ?? new Uint8Array());
  const areas = areasOf(open, [{ start, end: start + 400 }]);
  expect(areas.map((area) => area.page)).toEqual([0]);
  const tops = areas[0]?.quads.map((quad) => quad[1] ?? 0) ?? [];
  expect(tops.length).toBeGreaterThan(3);
  expect(tops).toEqual(tops.toSorted((a, b) => b - a));
  for (const [left = 0, , right = 0] of areas[0]?.quads ?? []) {
    expect(left).toBeGreaterThanOrEqual(49);
    expect(right).toBeLessThanOrEqual(371);
  }
});

test("geometry stays small: at most 6 bytes for a character", async () => {
  for (const { bytes } of [oneColumn(), twoColumns()]) {
    const { content, geometry } = await wholePdf(bytes);
    expect((geometry?.length ?? 0) / content.text.length).toBeLessThanOrEqual(6);
  }
});

test("a scan says that it holds no text", async () => {
  const { content } = await wholePdf(scan());
  expect(content.warnings).toEqual([message("pdf.noText")]);
});

test("the sample paper is read whole", async () => {
  const file = path.resolve(import.meta.dirname, "../../../../../resources/sample/sample.pdf");
  const imported = await wholePdf(readFileSync(file));
  checkWhole(imported);
  expect(imported.content.blocks.filter((block) => block.kind === "heading").length).toBeGreaterThan(5);
});

test("the authors that a file's metadata or its page name are suggested, never stated", async () => {
  const bytes = typst('#set document(author: ("Ada Lind", "Ben Oak"))\n= Gates\nEvery gate must open.');
  expect(await wholePdf(bytes)).toMatchObject({ authors: [], suggestedAuthors: ["Ada Lind", "Ben Oak"] });
  const printed = typst("= Gates\n\nAda Lind and Ben Oak\n\nEvery gate must open, and each of them at once.");
  expect(await wholePdf(printed)).toMatchObject({ authors: [], suggestedAuthors: ["Ada Lind", "Ben Oak"] });
});

test("bytes that are no PDF, and a PDF cut off, are refused in a sentence", async () => {
  await expect(wholePdf(Buffer.from("%PDF-1.7\nnothing here"))).rejects.toMatchObject({ code: "unreadable" });
  await expect(wholePdf(oneColumn().bytes.slice(0, 300))).rejects.toMatchObject({ code: "unreadable" });
});
