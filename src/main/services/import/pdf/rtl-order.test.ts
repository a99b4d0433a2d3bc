import fc from "fast-check";
import { expect, test } from "vitest";
import type { PageChars } from "../../pdfium/page-chars.ts";
import { charsFrom } from "./fixtures/lines.ts";
import { inLatinOrder, inOrder, type OrderedPiece } from "./rtl-order.ts";

const kindOf = (word: string): OrderedPiece["kind"] => {
  if (/\d/.test(word)) return "figure";
  if (/[a-z]/i.test(word)) return "right";
  return /\p{L}/u.test(word) ? "left" : "sign";
};

type Row = Readonly<{ chars: PageChars; pieces: OrderedPiece[] }>;

/**
 * Pieces as they are on the page from left to right, 5 points apart; one that begins with “~” touches the one before
 * it. The file has them from the left, or from the right.
 */
function rowOf(words: readonly string[], from: "left" | "right" = "left"): Row {
  let x = 50;
  const prints = words.map((word) => {
    const text = word.replace("~", "");
    if (word === text) x += 5;
    const print = { text, x, y: 100 };
    x += text.length * 5;
    return print;
  });
  const stream = from === "left" ? prints : prints.toReversed();
  const chars = charsFrom(...stream);
  let k = 0;
  const pieces = stream.map(({ text, x: x0 }): OrderedPiece => {
    const own = [...text].map(() => k++);
    const x1 = x0 + text.length * 5;
    return { kind: kindOf(text), own, x: (x0 + x1) / 2, x0, x1, before: null, after: undefined };
  });
  return { chars, pieces };
}

const textOf = (chars: PageChars, pieces: readonly OrderedPiece[]): string =>
  pieces.map(({ own }) => own.map((k) => chars.text(k)).join("")).join(" ");

test.each<[string, string[], string]>([
  ["nothing", [], ""],
  ["words", ["ج", "ب", "ا"], "ا ب ج"],
  ["a number among words", ["ب", "2021", "ا"], "ا 2021 ب"],
  ["two numbers", ["ب", "2021", "2020", "ا"], "ا 2020 2021 ب"],
  ["Latin words", ["ب", "Indus", "Basin", "ا"], "ا Indus Basin ب"],
  ["Latin words with a sign between", ["ب", "Smith", "&", "Jones", "ا"], "ا Smith & Jones ب"],
  ["Latin words with Arabic ones between", ["Jones", "و", "Smith", "ا"], "ا Smith و Jones"],
  ["a sign after Latin words, which is the Arabic sentence’s", ["ب", "Smith", ",", "ا"], "ا , Smith ب"],
  ["a number on the right of a Latin word, which is after it", ["ب", "Act", "1973", "ا"], "ا Act 1973 ب"],
  ["a number on the left of a Latin word, which is after it too", ["ب", "1973", "Act", "ا"], "ا Act 1973 ب"],
  ["a Latin word alone", ["Python"], "Python"],
  ["Latin words at the line’s beginning", ["ب", "ا", "Indus", "Basin"], "Indus Basin ا ب"],
  ["Latin words at the line’s end", ["Indus", "Basin", "ب", "ا"], "ا ب Indus Basin"],
  ["a year in brackets after a name", ["ب", "Smith", "(", "2019", ")", "ا"], "ا Smith ( 2019 ) ب"],
  ["a name in brackets, which are the Arabic sentence’s", ["ب", "(", "Smith", ")", "ا"], "ا ) Smith ( ب"],
  ["a bracket that nothing closes", ["ب", "Smith", "2019", ")", "ا"], "ا ) Smith 2019 ب"],
])("from right to left: %s", (_, words, wanted) => {
  for (const from of ["left", "right"] as const) {
    const { chars, pieces } = rowOf(words, from);
    expect(textOf(chars, inOrder(chars, pieces))).toBe(wanted);
  }
});

test.each<[string, string[], "left" | "right", string]>([
  ["a number that the file has before its letter", ["ب", "A", "~-", "~19", "ا"], "right", "ا 19 - A ب"],
  ["the same with a stroke", ["ب", "A", "~/", "~19", "ا"], "right", "ا 19 / A ب"],
  ["a letter that the file has before its number", ["ب", "F", "~-", "~16", "ا"], "left", "ا F - 16 ب"],
  ["a word and its number", ["ب", "Covid", "~-", "~19", "ا"], "right", "ا Covid - 19 ب"],
  ["a dash apart from its letter", ["ب", "A", "-", "~19", "ا"], "right", "ا A - 19 ب"],
  ["a dash apart from its number", ["ب", "A", "~-", "19", "ا"], "right", "ا A - 19 ب"],
  ["another sign", ["ب", "A", "~+", "~19", "ا"], "right", "ا A + 19 ب"],
])("from right to left, a designation: %s", (_, words, from, wanted) => {
  const { chars, pieces } = rowOf(words, from);
  expect(textOf(chars, inOrder(chars, pieces))).toBe(wanted);
});

test.each<[string, string[], string]>([
  ["nothing", [], ""],
  ["words", ["the", "old", "hall"], "the old hall"],
  ["a name of two words", ["the", "ب", "ا", "is"], "the ا ب is"],
  ["a number within a name", ["the", "ب", "12", "ا", "is"], "the ا 12 ب is"],
  ["a sign within a name", ["the", "ب", "-", "ا", "is"], "the ا - ب is"],
  ["two names", ["ب", "ا", "and", "د", "ج"], "ا ب and ج د"],
  ["a number before a name, which is the sentence’s", ["in", "12", "ب", "ا", "is"], "in 12 ا ب is"],
  ["a number after a colon, which is the name’s", ["See", ":", "12", "ب", "ا"], "See : ا ب 12"],
  ["a number after a bracket, which is the name’s", ["See", "(", "12", "ب", "ا"], "See ( ا ب 12"],
  ["two numbers, of which the second is the name’s", ["in", "11", "12", "ب", "ا"], "in 11 ا ب 12"],
  ["a number after a comma, which is the sentence’s", ["See", ",", "12", "ب", "ا"], "See , 12 ا ب"],
  ["a number on the right of a name", ["in", "ب", "ا", "12", "is"], "in ا ب 12 is"],
  ["brackets within a name", ["see", "(", "ب", ")", "ا", "is"], "see ا ) ب ( is"],
  ["a name in brackets", ["see", "(", "ب", "ا", ")", "is"], "see ( ا ب ) is"],
])("from left to right: %s", (_, words, wanted) => {
  for (const from of ["left", "right"] as const) {
    const { chars, pieces } = rowOf(words, from);
    expect(textOf(chars, inLatinOrder(chars, pieces))).toBe(wanted);
  }
});

const anyWords = fc.array(
  fc.constantFrom("ا", "بپ", "جدہ", "the", "A", "Indus", "7", "2021", "(", ")", "-", "~-", "~19", ":", "۔"),
  { maxLength: 12 },
);

test("each piece is read once, wherever the file has it", () => {
  fc.assert(
    fc.property(anyWords, fc.infiniteStream(fc.nat()), (words, order) => {
      const { chars, pieces } = rowOf(words);
      const keys = new Map(pieces.map((piece) => [piece, order.next().value]));
      const shuffled = pieces.toSorted((a, b) => (keys.get(a) ?? 0) - (keys.get(b) ?? 0));
      for (const read of [inOrder, inLatinOrder]) {
        const all = read(chars, pieces);
        expect(all).toHaveLength(pieces.length);
        expect(new Set(all)).toEqual(new Set(pieces));
        expect(textOf(chars, read(chars, shuffled))).toBe(textOf(chars, all));
      }
    }),
  );
});

test("the words that run the line’s way follow each other that way, and the others the other way", () => {
  const rises = (pieces: readonly OrderedPiece[]): boolean =>
    pieces.every(({ x }, n) => n === 0 || (pieces[n - 1]?.x ?? 0) < x);
  const stretches = (
    all: readonly OrderedPiece[],
    kind: OrderedPiece["kind"],
    other: OrderedPiece["kind"],
  ): OrderedPiece[][] => {
    const found: OrderedPiece[][] = [[]];
    for (const piece of all)
      if (piece.kind === other) found.push([]);
      else if (piece.kind === kind) found.at(-1)?.push(piece);
    return found;
  };
  fc.assert(
    fc.property(anyWords, (words) => {
      const { chars, pieces } = rowOf(words);
      const [right, left] = [inOrder(chars, pieces), inLatinOrder(chars, pieces)];
      expect(rises(right.filter(({ kind }) => kind === "left").toReversed())).toBe(true);
      expect(rises(left.filter(({ kind }) => kind === "right"))).toBe(true);
      for (const own of stretches(left, "left", "right")) expect(rises(own.toReversed())).toBe(true);
      // A designation, “19-A”, is the one thing that is read against its letters.
      if (!words.includes("A")) for (const own of stretches(right, "right", "left")) expect(rises(own)).toBe(true);
    }),
  );
});
