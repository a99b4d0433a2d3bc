import { expect, test } from "vitest";
import { isJunkTitle, printedTitle, titleOf } from "./title.ts";

test.each([
  "88300 162..177",
  "10811.exe",
  "05-30197-CV0.wpd",
  "Microsoft Word - Jagels Opinion Draft copy",
  "PowerPoint Presentation",
  "untitled",
  "Document1",
  "about:blank",
  "Paper Title (use style: paper title)",
  "RUBRIK_Editorial_01-06.indd",
  "RUBRIK_Editorial_01-06",
  "doi:10.1108/01425450710719996",
  "file:///C:/Users/me/report.html",
  "Slide 1",
  "-",
])("%s is no title", (title) => {
  expect(isJunkTitle(title)).toBe(true);
  expect(titleOf(title, "Shift work interventions")).toBe("Shift work interventions");
});

test.each(["Who Pays for the Grid", "Energiewende", "پانی کا بحران", "2021 Annual Report", "COVID-19", "电网融资"])(
  "%s is a title",
  (title) => {
    expect(titleOf(title, "Another")).toBe(title);
  },
);

test("the printed title is the largest heading of the first page that says something", () => {
  const at = (text: string, size: number, page = 0) => ({ text, size, page });
  expect(printedTitle([at("I", 30), at("The Strait Crossing", 20), at("Summary", 14)])).toBe("The Strait Crossing");
  expect(printedTitle([at("Summary", 12), at("Annex", 20, 1)])).toBe("Summary");
  expect(printedTitle([])).toBeNull();
});

test.each([
  [["Tilburg University", "Digital Rights Management in Information Publishing"], 1],
  [["UvA-DARE (Digital Academic Repository)", "Molecular markers of breast cancer metastasis"], 1],
  [["United States Court of Appeals", "Government of Pakistan", "Water Policy 2018"], 0],
  [["Report of the Commission on Water, 2018", "Summary"], 0],
  [["Ministry of Water"], 0],
] as const)("the institution over a title is not the title: %j", (texts, index) => {
  expect(printedTitle(texts.map((text) => ({ text, size: 20, page: 0 })))).toBe(texts[index]);
});
