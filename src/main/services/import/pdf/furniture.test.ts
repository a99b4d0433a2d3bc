import { expect, test } from "vitest";
import type { Box } from "../../pdfium/module.ts";
import type { Print } from "./fixtures/lines.ts";
import { downFrom, proseLines, readPageOf } from "./fixtures/read-pages.ts";
import { Furniture } from "./furniture.ts";
import type { ReadPage } from "./page.ts";

type Paper = readonly (readonly Print[])[];

/** What is left of each page, and the numbers that were printed on it. */
function cleared(paper: Paper): { texts: string[][]; numbers: (string | undefined)[] } {
  const pages = paper.map((prints, index) => readPageOf(index, prints));
  const furniture = new Furniture();
  for (const page of pages) furniture.watch(page);
  const printed = pages.map((page) => furniture.remove(page));
  return {
    texts: pages.map((page) => page.lines.map((line) => line.text)),
    numbers: printed.map((all) => all.find(({ alone }) => alone)?.text ?? all[0]?.text),
  };
}
const body = (page: number): Print[] => downFrom(520, proseLines(20, page));
const bodies = (count: number): string[][] => Array.from({ length: count }, (_, page) => proseLines(20, page));
const paper = (count: number, more: (page: number) => readonly Print[]): Paper =>
  Array.from({ length: count }, (_, page) => [...more(page), ...body(page)]);

test.each<[string, (page: number) => readonly Print[]]>([
  ["the same words at the top", () => [{ text: "The Harbour Review", x: 50, y: 570 }]],
  ["the same words at the foot", () => [{ text: "Institute of Ports", x: 50, y: 30 }]],
  ["words with the page's number", (page) => [{ text: `The Harbour Review ${page + 1}`, x: 50, y: 570 }]],
  ["a number before the words", (page) => [{ text: `${page + 12} The Harbour Review`, x: 50, y: 570 }]],
  ["words on left and right pages", (page) => [{ text: page % 2 ? "Chapter One" : "The Harbour", x: 50, y: 570 }]],
  [
    "a head and a foot",
    () => [
      { text: "The Harbour Review", x: 50, y: 570 },
      { text: "Institute of Ports", x: 50, y: 30 },
    ],
  ],
  ["a watermark", () => [{ text: "DRAFT", x: 80, y: 300, size: 60 }]],
])("%s on each page is no text", (_, more) => {
  expect(cleared(paper(6, more)).texts).toEqual(bodies(6));
});

test.each<[string, readonly string[]]>([
  [
    "of a page each",
    ["Annex I", "Annex II", "Annex III", "Annex IV", "Annex V", "Annex VI", "Annex VII", "Annex VIII"],
  ],
  ["that come again", ["ANEXO II", "Edital", "Aviso", "ANEXO II", "Portaria", "Contrato", "ANEXO II", "Termo"]],
])("heads of annexes %s are text under a running head", (_, heads) => {
  const { texts } = cleared(
    heads.map((text, page) => [{ text: "The Harbour Gazette", x: 50, y: 580 }, { text, x: 50, y: 545 }, ...body(page)]),
  );
  expect(texts).toEqual(heads.map((head, page) => [head, ...proseLines(20, page)]));
});

/** Another font than the text's, as that of listings is. */
const inMono = (page: ReadPage, isCode: (text: string) => boolean): ReadPage => ({
  ...page,
  lines: page.lines.map((line) => ({ ...line, font: isCode(line.text) ? "Serif" : "Sans" })),
});

test("lines of a listing that come again at the top of pages are text", () => {
  const code = ["SELECT", "ferries.name AS ferry,", "FROM ferries", "LEFT JOIN islands ON id", "WHERE fare = 12;"];
  const pages = Array.from({ length: 6 }, (_, page) =>
    inMono(
      readPageOf(page, [
        { text: "1", x: 20, y: 580, size: 6 },
        ...downFrom(580, code),
        ...downFrom(420, proseLines(16, page)),
        { text: "Harbour Review", x: 150, y: 20 },
      ]),
      (text) => code.includes(text),
    ),
  );
  const furniture = new Furniture();
  for (const page of pages) furniture.watch(page);
  for (const page of pages) furniture.remove(page);
  for (const [index, page] of pages.entries())
    expect(page.lines.map((line) => line.text).filter((text) => text !== "1")).toEqual([
      ...code,
      ...proseLines(16, index),
    ]);
});

test("a running head in a font of listings is no text where no listing is", () => {
  const pages = Array.from({ length: 6 }, (_, page) =>
    inMono(readPageOf(page, [{ text: "draft of march", x: 50, y: 580 }, ...body(page)]), (text) =>
      text.startsWith("draft"),
    ),
  );
  const furniture = new Furniture();
  for (const page of pages) furniture.watch(page);
  for (const page of pages) furniture.remove(page);
  expect(pages.map((page) => page.lines.map((line) => line.text))).toEqual(bodies(6));
});

test("a running head with the number of its chapter is no text", () => {
  expect(cleared(paper(6, () => [{ text: "Chapter 3", x: 50, y: 570 }])).texts).toEqual(bodies(6));
});

test("heads of annexes of a page each are text where nothing is over them", () => {
  const { texts } = cleared(paper(6, (page) => [{ text: `Annex ${page + 1}`, x: 50, y: 545 }]));
  expect(texts).toEqual(bodies(6).map((lines, page) => [`Annex ${page + 1}`, ...lines]));
});

test("the head of a table that goes on over pages is read on the first of them", () => {
  const head = ["Loan", "Annual rate", "Package rate", "Offset"];
  const titles = ["For homes", "For investors", "For farms"];
  const { texts } = cleared(
    Array.from({ length: 3 }, (_, page) => [
      { text: titles[page] ?? "", x: 50, y: 580 },
      ...head.map((text, n) => ({ text, x: 50 + n * 80, y: 555 })),
      ...body(page),
    ]),
  );
  expect(texts[0]).toEqual(["For homes", ...head, ...proseLines(20, 0)]);
  for (const page of [1, 2]) expect(texts[page]?.slice(-20)).toEqual(proseLines(20, page));
});

test("a number at the foot is the page's, however it is set, and counts", () => {
  const { texts, numbers } = cleared(paper(6, (page) => [{ text: `– ${page + 7} –`, x: 190, y: 30 }]));
  expect(texts).toEqual(bodies(6));
  expect(numbers).toEqual(["7", "8", "9", "10", "11", "12"]);
});

test("Roman numbers of a preface count too", () => {
  const roman = ["i", "ii", "iii", "iv", "v", "vi"];
  const { texts, numbers } = cleared(paper(6, (page) => [{ text: roman[page] ?? "", x: 190, y: 30 }]));
  expect(texts).toEqual(bodies(6));
  expect(numbers).toEqual(roman);
});

test("numbers on every other page count the pages between them", () => {
  const { numbers, texts } = cleared(
    paper(8, (page) => (page % 2 === 0 ? [{ text: `${page + 11}`, x: 190, y: 30 }] : [])),
  );
  expect(numbers.filter((_, page) => page % 2 === 0)).toEqual(["11", "13", "15", "17"]);
  expect(texts).toEqual(bodies(8));
});

test("the number is found in a head that has words beside it", () => {
  const { numbers } = cleared(paper(6, (page) => [{ text: `The Harbour Review ${page + 90}`, x: 50, y: 570 }]));
  expect(numbers).toEqual(["90", "91", "92", "93", "94", "95"]);
});

test.each<[string, (page: number) => readonly Print[], (page: number) => string[]]>([
  [
    "words that are on one page alone",
    (page) => (page === 2 ? [{ text: "A heading of its own", x: 50, y: 545 }] : []),
    (page) => (page === 2 ? ["A heading of its own"] : []),
  ],
  [
    "words that come again in the middle of pages",
    () => [{ text: "The ministry answers", x: 50, y: 240 }],
    () => ["The ministry answers"],
  ],
  [
    "captions that come again at the top",
    (page) => [{ text: `Table ${page + 1}. Fares`, x: 50, y: 545 }],
    (page) => [`Table ${page + 1}. Fares`],
  ],
])("%s stay", (_, more, kept) => {
  const { texts } = cleared(paper(6, more));
  for (const [page, lines] of texts.entries()) for (const text of kept(page)) expect(lines).toContain(text);
});

/** Rows of four cells each, from `y` down. */
const cells = (rows: readonly (readonly string[])[], y: number): Print[] =>
  rows.flatMap((row, n) => row.map((text, column) => ({ text, x: 50 + column * 80, y: y - n * 14 })));
const parcels = (page: number): string[][] =>
  Array.from({ length: 4 }, (_, row) => [`S-${row + 1}B`, "District", `${page}${row}7,1${row}0`, `${page + row}.5`]);

test.each<[string, (page: number) => readonly Print[]]>([
  // Where it is apart from the text, as in minutes.
  [
    "a set phrase that comes again on some pages",
    (page) => (page % 4 === 1 ? [{ text: "The chair asked all members to vote now.", x: 50, y: 560 }] : []),
  ],
  ["a table at the foot some of whose cells come again", (page) => cells(parcels(page), 90)],
  [
    "the heads of a table that goes on over three pages",
    (page) =>
      page > 3 && page < 7 ? cells([["Element", "Alberta", "Ontario", "Federal"], ...parcels(page).slice(1)], 572) : [],
  ],
  [
    "what comes again on some pages right above the text",
    (page) => (page % 4 === 0 ? [{ text: "SELECT NAME, SALARY", x: 50, y: 534 }] : []),
  ],
])("%s stays", (_, more) => {
  const texts = cleared(paper(12, more)).texts;
  for (const [page, lines] of texts.entries())
    expect(lines.toSorted()).toEqual([...more(page).map(({ text }) => text), ...proseLines(20, page)].toSorted());
});

test.each<[string, (page: number) => readonly Print[]]>([
  ["a sentence on every page", () => [{ text: "This copy is for the members of the council only.", x: 50, y: 560 }]],
  [
    "words right above the text on every other page",
    (page) => (page % 2 ? [{ text: "The Harbour", x: 50, y: 534 }] : []),
  ],
  [
    "a foot of three rows in columns",
    () =>
      cells(
        [
          ["Version:", "0.2"],
          ["Date:", "20-10-2009"],
          ["Author:", "A. Weaver"],
        ],
        60,
      ),
  ],
])("%s is no text", (_, more) => {
  expect(cleared(paper(12, more)).texts).toEqual(bodies(12));
});

test("the last row of a table stays, and the number below it goes", () => {
  const rows = cells([...parcels(0), ...parcels(1)], 160);
  const { texts, numbers } = cleared([[...rows, { text: "15", x: 340, y: 24 }, ...body(0)]]);
  expect(texts[0]?.toSorted()).toEqual([...rows.map(({ text }) => text), ...proseLines(20, 0)].toSorted());
  expect(numbers).toEqual(["15"]);
});

test("the last row stays in a table whose columns a rule parts, however few rows it has", () => {
  const rows = [
    { text: "Total", x: 50, y: 40 },
    { text: "District", x: 200, y: 40 },
    { text: "50,565", x: 330, y: 40 },
  ];
  const page = (index: number, rules: Box[]) => ({ ...readPageOf(index, [...rows, ...body(index)]), rules });
  const left = (rules: Box[]): string[] => {
    const furniture = new Furniture();
    const only = page(0, rules);
    furniture.watch(only);
    furniture.remove(only);
    return only.lines.map((line) => line.text);
  };
  expect(left([[180, 30, 180, 250]])).toContain("50,565");
  expect(left([])).not.toContain("50,565");
});

test("no line of the text is lost, whatever is at the edges", () => {
  const { texts } = cleared(
    paper(8, (page) => [
      { text: "The Harbour Review", x: 50, y: 580 },
      { text: `${page + 1}`, x: 340, y: 580 },
      { text: "© Institute of Ports", x: 50, y: 24, size: 8 },
    ]),
  );
  expect(texts).toEqual(bodies(8));
});

test("pages that say hardly more than their heads keep them, as there is nothing else to read", () => {
  const slides = Array.from({ length: 5 }, () => [{ text: "The Harbour Review", x: 50, y: 570 }]);
  expect(cleared(slides).texts).toEqual(slides.map(() => ["The Harbour Review"]));
});

test("a page without text has none afterwards", () => {
  const { texts, numbers } = cleared([[], ...paper(3, () => [])]);
  expect(texts[0]).toEqual([]);
  expect(numbers[0]).toBeUndefined();
});

test("a title on one page that opens the text of the other in smaller print is on both", () => {
  const { texts } = cleared([
    [
      { text: "Tariffs", x: 50, y: 480, size: 7 },
      { text: "by the Ministry", x: 50, y: 440, size: 7 },
    ],
    [{ text: "Tariffs", x: 50, y: 478, size: 10 }, ...downFrom(440, proseLines(4, 1))],
  ]);
  expect(texts.map(([first]) => first)).toEqual(["Tariffs", "Tariffs"]);
});

test("a page with nothing but a figure above its running foot has the figure", () => {
  const foot = { text: "Review of Charges Volume Seven", x: 50, y: 30 };
  const { texts } = cleared(["harbour", "1,250", "harbour dues"].map((text) => [{ text, x: 50, y: 480 }, foot]));
  expect(texts).toEqual([["harbour"], ["1,250"], ["harbour dues"]]);
});

test("the cell of a table beside the text is no margin because another page says the same word in its text", () => {
  const { texts } = cleared([
    [
      ...[480, 468, 456].flatMap((y) => [50, 157, 263].map((x) => ({ text: y === 468 ? "of" : "harbour", x, y }))),
      ...downFrom(
        430,
        Array.from({ length: 6 }, () => "harbour harbour harbour harbour"),
        {},
        12,
      ),
    ],
    [
      { text: "(annex", x: 50, y: 480 },
      { text: "of", x: 50, y: 469 },
      { text: "harbour harbour", x: 50, y: 458 },
    ],
  ]);
  expect(texts.flat().filter((text) => text === "of")).toHaveLength(4);
});

/** A head of three rows that begins further in than the outer eighth of the page: part, name, and what it tells of. */
const three = (page: number, last: (page: number) => string): Print[] => [
  { text: "PART II", x: 130, y: 514 },
  { text: `${page + 190}`, x: 265, y: 514 },
  { text: "THE HARBOUR ACT", x: 110, y: 502 },
  { text: last(page), x: 120, y: 490 },
];
const below = (page: number): Print[] => downFrom(460, proseLines(20, page));

test.each<[string, (page: number) => string]>([
  ["the paragraphs of its page", (page) => `Paras ${page * 4 + 1} – ${page * 5 + 4}`],
  ["the paragraph of its page", (page) => `Para. ${page * 3 + 7}`],
  ["words that come again", () => "and the rules under it"],
])("a running head of three rows with %s is no text", (_, last) => {
  const { texts } = cleared(Array.from({ length: 8 }, (__, page) => [...three(page, last), ...below(page)]));
  expect(texts).toEqual(bodies(8));
});

test("where the third row is another on each page, the rows are a heading of the text", () => {
  const names = ["Fares", "Ports", "Boats", "Coasts", "Masters", "Owners", "Crews", "Tolls"];
  const papers = names.map((name, page) => [...three(page, () => name), ...below(page)]);
  for (const text of cleared(papers).texts) expect(text).toContain("THE HARBOUR ACT");
});

test("what each part of a paper begins with is text, as the rows of an examination paper are", () => {
  const papers = Array.from({ length: 8 }, (_, page) => [
    ...(page % 2 === 0
      ? [
          { text: "Time: 3 hours", x: 50, y: 514 },
          { text: "Most marks: 50", x: 250, y: 514 },
          { text: "Instructions", x: 50, y: 502 },
        ]
      : []),
    ...below(page),
  ]);
  for (const [page, text] of cleared(papers).texts.entries()) expect(text).toHaveLength(page % 2 === 0 ? 23 : 20);
});

test("the number of an article under a running head is no range", () => {
  const papers = Array.from({ length: 8 }, (_, page) => [
    { text: `The Penal Code ${page + 1}`, x: 50, y: 570 },
    { text: `Article 511-${page * 3 + 2}`, x: 50, y: 490 },
    ...below(page),
  ]);
  for (const text of cleared(papers).texts) expect(text[0]).toMatch(/^Article/);
});

test("a range of numbers alone at the top of pages is text", () => {
  const papers = Array.from({ length: 8 }, (_, page) => [
    { text: `Sections ${page * 4 + 1} – ${page * 5 + 4}`, x: 50, y: 490 },
    ...below(page),
  ]);
  for (const text of cleared(papers).texts) expect(text[0]).toMatch(/^Sections/);
});
