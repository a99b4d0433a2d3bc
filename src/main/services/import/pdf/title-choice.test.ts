import { expect, test } from "vitest";
import { statedAuthors } from "./authors.ts";
import { bare, isJunkTitle, printedTitle, titleOf } from "./title.ts";

test.each([
  "report.pdf",
  "Report.DOCX",
  "chapter 3.indd",
  "scan.tif [read-only]",
  "Untitled-1",
  "[Insert title of document]",
  "MergedFile",
  "Dokument 3",
  "New Microsoft Word Document",
  "Titel",
  "https://example.org/paper",
  "www.example.org",
  "ada@example.org",
  "arXiv:2101.00001v2",
  "C:\\Users\\ada\\paper",
  "/home/ada/paper",
  "page 12",
  "TeX output 2021.03.09:1200",
  "Adobe InDesign CS6",
  "12",
  "???",
  "A",
  "ms0815final",
  "0.1 Cover page_V1",
  "my_paper",
  "Word 2007",
  "Word for Windows",
  "PowerPoint Presentation",
  "LaTeX with hyperref",
  "pdfTeX-1.40.21",
  "Broken \ufffd title",
  "＊＊＊",
])("%j is no title", (title) => {
  expect(isJunkTitle(title)).toBe(true);
});

test.each([
  "Covid19 and the ports",
  "The .NET economy",
  "Word and deed",
  "Excel or leave",
  "Excel at work: a study of the islands",
  "Page-turners and their readers",
  "Untitled landscapes of the north",
  "A4",
  "Who owns example.org and why it matters",
  "Brexit",
  "水",
])("%j may be one", (title) => {
  expect(isJunkTitle(title)).toBe(title === "水" || title === "A4");
});

test.each([
  ["Stated", "Printed", "Stated"],
  [" Stated ", "Printed", "Stated"],
  ["", "Printed", "Printed"],
  ["   ", "Printed", "Printed"],
  ["Document1", "Printed", "Printed"],
  ["Document1", null, null],
])("of the stated %j and the printed %j the title is %j", (stated, printed, title) => {
  expect(titleOf(stated, printed)).toBe(title);
});

test.each([
  ["Ada Lind", ["Ada Lind"]],
  ["Lind, Ada; Ray, Ben", ["Lind, Ada", "Ray, Ben"]],
  ["admin", []],
  ["(anonymous)", []],
  ["Administrator", []],
  ["LAPTOP-7G5", []],
  ["DOMAIN\\ada", []],
  ["Canon iR-ADV", []],
  ["2021", []],
  ["--", []],
  ["paper.docx", []],
  ["Adams, Ann", ["Adams, Ann"]],
  ["عمران خان", ["عمران خان"]],
])("the author %j is %j", (author, authors) => {
  expect(statedAuthors(author)).toEqual(authors);
});

const at = (text: string, size: number, page = 0) => ({ text, size, page });

test.each([
  ["the largest of its page", [at("Summary", 12), at("The Strait Crossing", 20)], "The Strait Crossing"],
  ["the first of two that are as large", [at("First title", 20), at("Second title", 20)], "First title"],
  ["one that is hardly smaller than the largest", [at("First title", 19.5), at("Second title", 20)], "First title"],
  ["none of a later page", [at("Here", 12, 1), at("Later title", 30, 2)], "Here"],
  ["no number", [at("12", 40), at("The port", 20)], "The port"],
  ["no heading of a part", [at("Chapter 4", 40), at("The port", 20)], "The port"],
  ["no text of a page", [at("word ".repeat(90), 40), at("The port", 20)], "The port"],
  ["two Chinese signs", [at("水价", 20)], "水价"],
  ["nothing", [at("I", 30), at("2021", 20)], null],
])("the printed title is %s", (_, headings, title) => {
  expect(printedTitle(headings)).toBe(title);
});

test.each([
  ["The Port – A Study!", "theportastudy"],
  ["ﬁnal ＡＢＣ", "finalabc"],
  ["پانی، سب", "پانیسب"],
  ["…", ""],
])("%j is compared as %j", (text, plain) => {
  expect(bare(text)).toBe(plain);
});

test("one word that the paper does not have is a file's name beside a printed title", () => {
  const printed = "Minimum wages and prices on the islands";
  expect(titleOf("makale", printed, [printed, "Planning office, April 2026"])).toBe(printed);
  expect(titleOf("Makale", printed, [printed, "Makale türü: araştırma"])).toBe("Makale");
  expect(titleOf("Harbours", "Part one", ["Part one"])).toBe("Harbours");
});
