import { expect, test } from "vitest";
import type { PdfChar } from "../../pdfium/chars.ts";
import { withCells } from "./cells.ts";
import { charsFrom, linesFrom } from "./fixtures/lines.ts";
import { readable } from "./glyphs.ts";
import { linesOf } from "./lines.ts";
import { readingOrder } from "./reading-order.ts";

const at = (y: number, text: string) => ({ text, x: 50, y });

test("digits of a font whose lines are very high are digits, and those that stand raised are the mark of a note", () => {
  const deep = (char: PdfChar, foot: number): PdfChar => {
    const [x0, , x1, y1] = char.box;
    return { ...char, box: [x0, 94, x1, y1], foot };
  };
  const chars = charsFrom(at(100, "In 2019 it rose12"));
  const printed = chars.map((char, index) => deep(char, index < 15 ? 100 : 103.5));
  const [line] = linesOf(printed, new Map());
  expect(line?.text).toBe("In 2019 it rose");
  expect(line?.notes).toEqual([{ label: "12", at: 15 }]);
});

test.each([
  ["in one box", [20, 30], [20, 30]],
  ["in the halves of one", [20, 25], [25, 30]],
])("lam and alef drawn as one sign %s stand in order", (_name, [a = 0, b = 0], [c = 0, d = 0]) => {
  const [alef, lam] = charsFrom({ text: "ال", x: 0, y: 0 });
  if (alef === undefined || lam === undefined) throw new Error("two letters");
  const drawn = [
    { ...alef, box: [a, 0, b, 10] as const },
    { ...lam, box: [c, 0, d, 10] as const },
  ];
  expect(readable(drawn).map((char) => char.text)).toEqual(["ل", "ا"]);
});

test("alef before lam, each drawn for itself, stay as they are", () => {
  const [alef, lam] = charsFrom({ text: "ال", x: 0, y: 0 });
  if (alef === undefined || lam === undefined) throw new Error("two letters");
  const apart = [
    { ...alef, box: [25, 0, 30, 10] as const },
    { ...lam, box: [20, 0, 25, 10] as const },
  ];
  expect(readable(apart).map((char) => char.text)).toEqual(["ا", "ل"]);
});

/** A row of words with gaps of a given width between them. */
const row = (y: number, words: readonly string[], gaps: readonly number[]) => {
  let x = 50;
  const chars = words.flatMap((text, index) => {
    const made = charsFrom({ text, x, y });
    x += text.length * 5 + (gaps[index] ?? 0);
    return made;
  });
  return linesOf(chars, new Map());
};

test("justified prose with wide gaps is no table; words under each other are", () => {
  const prose = [
    ...row(100, ["On", "appeal", "it", "was"], [15, 15, 15]),
    ...row(88, ["Nevertheless", "a", "man"], [16, 16]),
    ...row(76, ["recommends", "that", "the"], [15.5, 15.5]),
  ];
  expect(withCells(prose)).toEqual(prose);
  const table = [
    ...row(100, ["Households", "38", "43"], [15, 15]),
    ...row(88, ["Industries", "51", "47"], [15, 15]),
    ...row(76, ["Farmsteads", "11", "10"], [15, 15]),
  ];
  expect(withCells(table).map((line) => line.text)).toEqual([
    ..."Households 38 43 Industries 51 47 Farmsteads 11 10".split(" "),
  ]);
});

const words = "some words of the first side";
const other = "and words of the second side";

test("two short columns are columns where the file has one before the other, and rows where it has them in turn", () => {
  const [left, right] = [
    [100, 88, 76].map((y) => ({ text: words, x: 50, y })),
    [100, 88, 76].map((y) => ({ text: other, x: 250, y })),
  ];
  const read = (prints: Parameters<typeof linesFrom>[0]): string[] =>
    readingOrder(linesFrom(prints)).flatMap((column) => column.map((line) => line.text));
  expect(read([...left, ...right])).toEqual([words, words, words, other, other, other]);
  expect(read(left.flatMap((one, index) => [one, ...right.slice(index, index + 1)]))).toEqual([
    words,
    other,
    words,
    other,
    words,
    other,
  ]);
});
