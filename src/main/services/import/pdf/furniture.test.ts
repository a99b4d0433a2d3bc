import { expect, test } from "vitest";
import type { Print } from "./fixtures/lines.ts";
import { downFrom, proseLines, readPageOf } from "./fixtures/read-pages.ts";
import { Furniture } from "./furniture.ts";

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
