import { expect, test } from "vitest";
import { printedAuthors, statedAuthors } from "./authors.ts";

test.each([
  ["Jane Doe", ["Jane Doe"]],
  [" Jane Doe ", ["Jane Doe"]],
  ["Jane Doe; John Roe", ["Jane Doe", "John Roe"]],
  ["Jane Doe, John Roe and Ana da Silva", ["Jane Doe", "John Roe", "Ana da Silva"]],
  ["Doe, Jane", ["Doe, Jane"]],
  ["Doe, Jane; Roe, John", ["Doe, Jane", "Roe, John"]],
  ["Harbour Board", ["Harbour Board"]],
  ["اسٹیٹ بینک", ["اسٹیٹ بینک"]],
  ["FAA", ["FAA"]],
  ["JOHNSCA", []],
  ["r.salles", []],
  ["office-2007", []],
  ["Microsoft Word", []],
  ["Administrator", []],
  ["Acrobat PDFWriter", []],
  ["DESKTOP-4F2K", []],
  ["report_final.docx", []],
  ["", []],
])("the metadata %s state", (author, names) => {
  expect(statedAuthors(author)).toEqual(names);
});

const title = "Who Pays for the Grid";
test.each([
  ["a line of names", ["Jane Doe, John Roe"], ["Jane Doe", "John Roe"]],
  ["marks of affiliation", ["Jane Q. Doe1∗ and Ana da Silva2,†"], ["Jane Q. Doe", "Ana da Silva"]],
  ["after a subtitle", ["Evidence from eight states", "By Jane Doe"], ["Jane Doe"]],
  ["an office after “by”", ["By the Harbour Board"], ["the Harbour Board"]],
  ["an office alone", ["Ministry of Finance"], []],
  ["a date", ["March 2021"], []],
  ["a heading", ["Key Findings"], []],
  ["a numbered heading", ["II. Partnership Readiness"], []],
  ["a heading in Portuguese", ["Secretaria de Estado de Trabalho"], []],
  ["a sentence", ["The grid is paid for by few."], []],
  ["too far down", ["A b c.", "D e f.", "G h i.", "J k l.", "Jane Doe"], []],
] as const)("under the title: %s", (_name, below, names) => {
  expect(printedAuthors([title, ...below], title)).toEqual(names);
});

test("a file's title is not its author", () => {
  expect(statedAuthors("Who pays for the grid?", title)).toEqual([]);
  expect(statedAuthors("Jane Doe", title)).toEqual(["Jane Doe"]);
});

test("no title, no authors", () => {
  expect(printedAuthors(["Jane Doe"], null)).toEqual([]);
  expect(printedAuthors(["Jane Doe"], "Another paper")).toEqual([]);
});
