import { expect, test } from "vitest";
import { linesFrom, type Print } from "./fixtures/lines.ts";
import { downFrom, proseLines, readPageOf } from "./fixtures/read-pages.ts";
import { bodyOf, edgeRows, marginalRows } from "./margins.ts";

const { frame } = readPageOf(0, []);
const prose = downFrom(500, proseLines(24));

/** How many rows from an edge are no part of a page of prose that these prints are added to. */
function marginal(side: "top" | "bottom", ...more: readonly Print[]): number {
  const lines = linesFrom([...prose, ...more]);
  return marginalRows(edgeRows(lines, side), side, bodyOf(lines, frame), frame);
}
const top = (text: string, part: Partial<Print> = {}): Print => ({ text, x: 50, y: 560, ...part });
const foot = (text: string, part: Partial<Print> = {}): Print => ({ text, x: 50, y: 40, ...part });

test.each([
  ["a number", foot("12", { x: 195 })],
  ["a number in dashes", foot("– 12 –", { x: 185 })],
  ["a number with the count of pages", foot("Page 3 of 9")],
  ["a DOI", foot("doi: 10.1000/182 of the review")],
  ["a copyright", foot("© 2021 Institute of Ports")],
  ["an address in small print", foot("https://example.org/review", { size: 8 })],
  ["where it was downloaded", foot("Downloaded from example.org on 3 May")],
  ["an ISSN", foot("ISSN 1234-5678")],
  ["a short name in tiny print a little higher", foot("NETS 2015", { size: 6, y: 60 })],
  ["short words in small print", foot("Institute of Ports", { size: 8 })],
])("%s alone at the foot is none of the text", (_, print) => {
  expect(marginal("bottom", print)).toBe(1);
});

test.each([
  ["a volume and an issue", top("The Harbour Review, Vol. 3")],
  ["the word draft", top("Draft", { size: 9 })],
  ["short words in small print at the very edge", top("Institute of Ports", { size: 8, y: 575 })],
])("%s alone at the top is none of the text", (_, print) => {
  expect(marginal("top", print)).toBe(1);
});

test.each([
  ["a sentence", "bottom", foot("The council has said so.")],
  ["words of full size", "bottom", foot("Institute of Ports")],
  ["a note", "bottom", foot("1 See the letter of March.", { size: 8 })],
  ["a starred note", "bottom", foot("* The author thanks the board", { size: 8 })],
  ["a note in Urdu whose number touches its first word", "bottom", foot("1وزارت خزانہ، صفحہ 12", { size: 8 })],
  [
    "a note that names an address",
    "bottom",
    foot("The Harbour as it was, above note 1, at https://example.org/harbour/1901.", { size: 8 }),
  ],
  ["a sentence that names a page", "bottom", foot("each department, as shown in Figure 44 on page 63")],
  ["a sentence in Chinese", "bottom", foot("緩解交通噪音。", { size: 8 })],
  ["a source", "bottom", foot("Source: Institute of Ports", { size: 8 })],
  ["a caption", "top", top("Figure 3. Fares", { size: 8 })],
  ["a large title", "top", top("The Harbour Review, Vol. 3", { size: 18 })],
  ["a long line", "bottom", foot(`doi: 10.1000/182 ${"and so on ".repeat(16)}`, { size: 4 })],
] as const)("%s at the %s stays", (_, side, print) => {
  expect(marginal(side, print)).toBe(0);
});

test("what is close above other words is not apart from them", () => {
  const last = prose.at(-1)?.y ?? 0;
  expect(marginal("bottom", foot("doi: 10.1000/182", { y: last - 14 }))).toBe(0);
  expect(marginal("bottom", foot("12", { y: last - 14 }))).toBe(0);
});

test("pieces far apart with a number at either end are a running head", () => {
  const head = (...texts: readonly [number, string][]): Print[] => texts.map(([x, text]) => top(text, { x }));
  expect(marginal("top", ...head([50, "The Harbour Review"], [330, "12"]))).toBe(1);
  expect(marginal("top", ...head([50, "12"], [200, "The Harbour Review"]))).toBe(1);
  expect(marginal("top", ...head([50, "The Harbour Review"], [200, "Fares and costs"]))).toBe(0);
});

test("several rows at the foot go together, as far as they have room above them", () => {
  const rows = [foot("© 2021 Institute of Ports", { y: 38 }), foot("ISSN 1234-5678", { y: 24 })];
  expect(marginal("bottom", ...rows)).toBe(2);
  expect(marginal("bottom", ...rows, foot("The council has said so.", { y: 64 }))).toBe(2);
  expect(marginal("bottom", ...rows, foot("The council has said so.", { y: 52 }))).toBe(0);
});

test("words of full size right under a heading are its text", () => {
  const notice = [
    foot("Copyright (c) 2024 the persons named as the", { y: 46 }),
    foot("authors. All rights reserved.", { y: 32 }),
  ];
  const heading = foot("Copyright notice", { y: 70, bold: true });
  expect(marginal("bottom", ...notice, heading)).toBe(0);
  expect(marginal("bottom", ...notice.map((print) => ({ ...print, x: 65 })), heading)).toBe(0);
  // Not under one that is far above, of the same look, or beside it.
  expect(marginal("bottom", ...notice, { ...heading, bold: false })).toBe(2);
  expect(marginal("bottom", ...notice, { ...heading, x: 200 })).toBe(2);
  expect(marginal("bottom", ...notice, { ...heading, y: 105 })).toBe(2);
  expect(marginal("bottom", ...notice.map((print) => ({ ...print, size: 7 })), heading)).toBe(2);
});

test("a page of prose alone has none", () => {
  expect([marginal("top"), marginal("bottom")]).toEqual([0, 0]);
  expect(marginalRows([], "top", bodyOf([], frame), frame)).toBe(0);
});
