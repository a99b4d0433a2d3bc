import { expect, test } from "vitest";
import { isJunkTitle, printedTitle, titleOf } from "./title.ts";

test.each([
  "88300 162..177",
  "ja010932 1..12",
  "(anonymous)",
  "[Untitled]",
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
  [["United States Court of Appeals", "Government of Pakistan", "Water Policy 2018"], 2],
  [["Report of the Commission on Water, 2018", "Summary"], 0],
  [["Ministry of Water"], 0],
  [["IN THE HIGH COURT OF THE ISLANDS, SANDWICK", "Water Petition No. 4 of 2021"], 1],
  [["PARLIAMENT OF THE REPUBLIC OF", "THE NORTHERN ISLANDS", "HARBOURS (AMENDMENT) ACT, No. 12"], 2],
  [["THE HARBOUR AUTHORITY", "SANDWICK", "Who Pays for the Pier"], 2],
  [["وزارت خزانہ", "آبی پالیسی کا جائزہ"], 1],
] as const)("the institution over a title is not the title: %j", (texts, index) => {
  expect(printedTitle(texts.map((text) => ({ text, size: 20, page: 0 })))).toBe(texts[index]);
});

test.each([
  ["Policy Brief No. 4", "Who pays for the pier", 9, true],
  ["WORKING PAPER SERIES, No. 12", "Who pays for the pier", 12, true],
  ["Press release", "Council votes for the pier", 12, true],
  ["JUDGMENT SHEET", "Water Petition No. 4 of 2021", 16, true],
  ["Arbeitspapier 7/2020", "Wer zahlt für den Hafen", 12, true],
  ["پالیسی بریف", "بندرگاہ کا خرچ کون اٹھائے", 12, true],
  ["Policy Brief", "Small print of the series", 7, false],
  ["Briefing the council: a guide", "Part one of it", 16, false],
  ["Report of the Harbour Commission", "Findings of 2019", 16, false],
  ["Notices to the people of the islands", "A first notice", 16, false],
])("%j over %j of %s points is a kind of paper: %s", (over, below, size, isKind) => {
  const printed = printedTitle([
    { text: over, size: 16, page: 0 },
    { text: below, size, page: 0 },
  ]);
  expect(printed).toBe(isKind ? below : over);
});

test.each(["Table 5: Outlay by island", "(1) Whether the fee is a tax", "14 CFR Part 39", "Part II"])(
  "%s is passed over for what is below it",
  (text) => {
    const below = { text: "Harbour fees after 2019", size: 12, page: 0 };
    expect(printedTitle([{ text, size: 16, page: 0 }, below])).toBe(below.text);
  },
);

test.each([
  ["LAWS OF THE ISLANDS", "Act 164", "HARBOURS (FEES) ACT 1976"],
  ["27TH SEPTEMBER, 2024", "Friday 8 October 2010", "2025 Budget address"],
  ["9 de octubre de 2015", "12. Oktober 2015", "Presupuesto de 2016"],
])("%s and %s over a title are passed over", (...texts) => {
  expect(printedTitle(texts.map((text, n) => ({ text, size: 20 - n * 3, page: 0 })))).toBe(texts[2]);
});

test.each(["May 2021 in the harbour", "September", "The march of 2019", "1984"])("%s may be a title", (text) => {
  expect(printedTitle([{ text, size: 20, page: 0 }])).toBe(/\p{L}{3}/u.test(text) ? text : null);
});

test.each([
  ["Organic&#x02010;Semiconductor Layers", "Organic‐Semiconductor Layers"],
  ["Ports &amp; ferries &#8211; a study", "Ports & ferries – a study"],
  ["Ports &amp ferries &unknown; &#xd800;", "Ports &amp ferries &unknown; &#xd800;"],
  ["BI", "Printed"],
  ["v2", "Printed"],
  ["~txt17", "Printed"],
  ["Tài liệu không có tiêu đề", "Printed"],
  ["Documento sin título", "Printed"],
  ["无标题文档", "Printed"],
])("the stated title %s is %s", (stated, title) => {
  expect(titleOf(stated, "Printed")).toBe(title);
});

test.each([
  ["LUẬT ĐẤT ĐAI", ["LUẬT", "ĐẤT ĐAI"], [16, 16]],
  ["ACT on the charges for water", ["ACT", "on the charges for water"], [16, 13]],
  ["Regulation, supervision and stability", ["Regulation, supervision and", "stability"], [16, 16]],
  [
    "Who pays for the pier of the northern islands",
    ["Who pays for the", "pier of", "the northern islands"],
    [16, 16, 16],
  ],
  ["Who pays for the", ["Who pays for the", "1. Introduction"], [16, 16]],
  ["Who pays for the", ["Who pays for the", "pier"], [16, 11]],
  ["ACT", ["ACT", "Short title"], [16, 10]],
  ["Harbour Act", ["Harbour Act", "Part one of it"], [16, 16]],
  ["Charges for water", ["NATIONAL ASSEMBLY", "Charges for water"], [18, 12]],
  ["National Assembly", ["National Assembly", "Charges for water"], [18, 12]],
  ["Water Act, 2019", ["GOVERNMENT GAZETTE", "Water Act, 2019"], [24, 14]],
  ["Loi relative aux eaux", ["Journal officiel", "Loi relative aux eaux"], [24, 14]],
] as const)("a title goes on in the next heading where it must: %s", (title, texts, sizes) => {
  expect(printedTitle(texts.map((text, n) => ({ text, size: sizes[n] ?? 10, page: 0 })))).toBe(title);
});

test("a kind of paper alone is its title, a list of contents is none", () => {
  const at = (text: string) => ({ text, size: 20, page: 0 });
  expect(printedTitle([at("Policy Brief"), at("Harbour Commission")])).toBe("Policy Brief");
  for (const text of ["Contents", "TABLE OF CONTENTS", "Inhaltsverzeichnis", "فہرست مضامین"])
    expect(printedTitle([at(text)])).toBeNull();
});

test.each([
  ["Tariff model 3, approved by board", ["Harbour fees", "from March"], "Harbour fees"],
  ["Harbour model 3, approved", ["Harbour fees", "from March"], "Harbour model 3, approved"],
  ["Harbour-Fees", ["Harbour fees", "from March"], "Harbour-Fees"],
  ["Tariffs", ["Harbour fees", "from March"], "Tariffs"],
  ["Tariff model 3, approved by board", [], "Tariff model 3, approved by board"],
])("the stated title %j of a paper that begins with %j gives %j", (stated, opening, title) => {
  expect(titleOf(stated, "Harbour fees", opening)).toBe(title);
});
