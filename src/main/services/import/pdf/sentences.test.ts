import { expect, test } from "vitest";
import type { Piece } from "./blocks.ts";
import { linesFrom } from "./fixtures/lines.ts";
import { carriesOver, isUnfinished, joined, looksAlike, samePart } from "./sentences.ts";

const piece = (text: string, part: Partial<Piece> = {}): Piece => ({
  kind: "paragraph",
  lines: linesFrom([{ text, x: 50, y: 400 }]),
  size: 10,
  bold: false,
  skip: 0,
  marker: "",
  level: null,
  rows: [],
  room: 100,
  need: 30,
  ...part,
});

test.each([
  ["the board of the", "islands has said", true],
  ["the board of the", "Islands has said", true],
  ["the board has said.", "Islands are", false],
  ["the board has said.", "islands are", true],
  ["“Nobody pays.”", "The board", false],
  ["the board (see below.)", "The board", false],
  ["the board said:", "The islands", false],
  ["the board said;", "The islands", false],
  ["委员会不同意。", "政府", false],
  ["委员会不同意", "政府", true],
  ["حکومت نے کہا۔", "کونسل", false],
])("%j is carried over to %j: %s", (before, after, carries) => {
  expect(carriesOver(piece(before), piece(after))).toBe(carries);
});

test("a sentence that fills its line goes on where the next word would have found no room", () => {
  const full = piece("the board has said.", { room: 5 });
  expect(carriesOver(full, piece("The islands", { need: 30 }))).toBe(true);
  expect(carriesOver(full, piece("The islands", { need: 4 }))).toBe(false);
  // An indented line asks for more than any word is wide.
  expect(carriesOver(full, piece("The islands", { need: 990 }))).toBe(false);
});

test.each([
  ["the board of the", "paragraph", true],
  ["the board has said.", "paragraph", false],
  ["the board of the", "heading", false],
  ["the board of the", "listItem", false],
] as const)("%j as a %s is unfinished: %s", (text, kind, is) => {
  expect(isUnfinished(piece(text, { kind }))).toBe(is);
});

test.each<[string, Partial<Piece>, boolean]>([
  ["the same", {}, true],
  ["a little larger", { size: 10.5 }, true],
  ["much larger", { size: 12 }, false],
  ["bold", { bold: true }, false],
])("print that is %s looks alike: %s", (_, part, alike) => {
  expect(looksAlike(piece("one"), piece("two", part))).toBe(alike);
});

test("print in another font does not look alike", () => {
  const other = piece("two");
  expect(looksAlike(piece("one"), { ...other, lines: other.lines.map((line) => ({ ...line, font: "Sans" })) })).toBe(
    false,
  );
});

test.each([
  ["paragraph", "paragraph", true],
  ["listItem", "paragraph", true],
  ["paragraph", "listItem", false],
  ["heading", "paragraph", false],
  ["paragraph", "heading", false],
] as const)("a %s goes on as a %s: %s", (before, after, goes) => {
  expect(samePart(piece("the board of the", { kind: before }), piece("islands", { kind: after }))).toBe(goes);
});

test.each<[string, Partial<Piece>, string, Partial<Piece>, boolean]>([
  ["because, for the", { skip: 3 }, "first time in years", { skip: 0 }, true],
  ["because, for the", { skip: 3 }, "New Dawn ferries", { skip: 0 }, true],
  ["because, for the", { skip: 3 }, "4. The ferries", { skip: 3 }, false],
  ["because it is the first.", { skip: 3 }, "The ferries", { skip: 0 }, false],
  // Where no item has a mark of its own, each is one.
  ["ferries and boats", { skip: 0 }, "harbours", { skip: 0 }, false],
])("an item %j %o goes on in the item %j %o: %s", (before, one, after, two, goes) => {
  const item = (text: string, part: Partial<Piece>): Piece => piece(text, { kind: "listItem", ...part });
  expect(samePart(item(before, one), item(after, two))).toBe(goes);
});

test("two pieces as one have the lines of both, and the room after the second", () => {
  const [first, two] = [piece("the board of", { room: 1 }), piece("the islands", { room: 7, size: 12 })];
  const both = joined(first, two);
  expect(both.lines.map((line) => line.text)).toEqual(["the board of", "the islands"]);
  expect([both.room, both.need, both.kind]).toEqual([7, 30, "paragraph"]);
});
