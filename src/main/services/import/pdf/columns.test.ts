import { expect, test } from "vitest";
import { linesFrom, type Print } from "./fixtures/lines.ts";
import { downFrom, proseLines } from "./fixtures/read-pages.ts";
import { readingOrder } from "./reading-order.ts";

const short = (count: number, seed: number): string[] =>
  proseLines(count, seed).map((text) => text.slice(0, 30).trim());
const column = (x: number, y: number, count: number, seed: number): Print[] => downFrom(y, short(count, seed), { x });
const read = (prints: readonly Print[]): string[] =>
  readingOrder(linesFrom(prints)).flatMap((own) => own.map(({ text }) => text));
const texts = (...prints: readonly (readonly Print[])[]): string[] => prints.flat().map(({ text }) => text);

const left = column(40, 500, 12, 0);
const right = column(230, 500, 12, 5);

test("columns from right to left are read from the right", () => {
  const words = ["بندرگاہ کا کرایہ بڑھ گیا ہے", "کونسل نے اس کی مخالفت کی ہے", "حکومت اسے ضروری سمجھتی ہے"];
  const reversed = (text: string): string => [...text].toReversed().join("");
  const rtl = (x: number, seed: number): Print[] =>
    downFrom(
      500,
      Array.from({ length: 9 }, (_, n) => reversed(words[(n + seed) % 3] ?? "")),
      { x },
    );
  const [first, two] = [rtl(40, 0), rtl(230, 1)];
  const wanted = [...two, ...first].map(({ text }) => reversed(text));
  expect(read([...first, ...two])).toEqual(wanted);
});

test("three columns are read one after the other", () => {
  const narrow = (x: number, seed: number): Print[] =>
    downFrom(
      500,
      proseLines(12, seed).map((text) => text.slice(0, 22).trim()),
      { x },
    );
  const all = [narrow(30, 0), narrow(160, 4), narrow(290, 8)];
  expect(read(all.flat())).toEqual(texts(...all));
  expect(read([...all].reverse().flat())).toEqual(texts(...all));
});

test("columns of unlike length are read whole, and what is under the shorter one after them", () => {
  const long = column(230, 500, 20, 5);
  expect(read([...left, ...long])).toEqual(texts(left, long));
});

test("the last line of a paragraph over the columns is read before them", () => {
  const over = downFrom(
    542,
    ["The fares and the costs of the northern ferry, a study of the islands, and", "of their winters."],
    { x: 40 },
  );
  expect(
    read([
      ...over,
      ...left.map((print) => ({ ...print, y: print.y - 20 })),
      ...right.map((print) => ({ ...print, y: print.y - 20 })),
    ]),
  ).toEqual(texts(over, left, right));
});

test("one article over another: each has both of its columns before the next, as in the file", () => {
  const [upperLeft, upperRight] = [column(40, 560, 8, 0), column(230, 560, 8, 3)];
  const [lowerLeft, lowerRight] = [column(40, 420, 8, 6), column(230, 420, 8, 9)];
  const file = [...upperLeft, ...upperRight, ...lowerLeft, ...lowerRight];
  expect(read(file)).toEqual(texts(upperLeft, upperRight, lowerLeft, lowerRight));
});

test("numbered heads show that columns come first, where the file has one article over another", () => {
  const numbered = (prints: readonly Print[], number: number): Print[] =>
    prints.map((print, n) => (n === 0 ? { ...print, text: `${number}. ${print.text}`.slice(0, 30) } : print));
  const [upperLeft, lowerLeft] = [numbered(column(40, 560, 8, 0), 1), numbered(column(40, 420, 8, 6), 2)];
  const [upperRight, lowerRight] = [numbered(column(230, 560, 8, 3), 3), numbered(column(230, 420, 8, 9), 4)];
  const file = [...upperLeft, ...upperRight, ...lowerLeft, ...lowerRight];
  expect(read(file)).toEqual(texts(upperLeft, lowerLeft, upperRight, lowerRight));
});

test("a formula's small signs are on the line of the large ones", () => {
  const prints: Print[] = [
    { text: "x", x: 50, y: 400, size: 20 },
    { text: "2", x: 62, y: 408, size: 8 },
    { text: "and the rest", x: 80, y: 400, size: 20 },
    { text: "below", x: 50, y: 370, size: 20 },
  ];
  expect(read(prints)).toHaveLength(4);
  expect(read(prints).at(-1)).toBe("below");
});

test("a caption under both columns that begins on the left is read last", () => {
  const caption: Print = { text: "Figure 1. Fares", x: 40, y: 310 };
  expect(read([...left, ...right, caption]).at(-1)).toBe(caption.text);
});

test("labels beside long words are read row by row", () => {
  const rows = Array.from({ length: 8 }, (_, n): Print[] => [
    { text: ["North", "South", "East", "West"][n % 4] ?? "", x: 40, y: 500 - n * 14 },
    { text: short(8, n)[0] ?? "", x: 150, y: 500 - n * 14 },
  ]);
  expect(read(rows.flat())).toEqual(texts(...rows));
});

test("figures in two columns are read row by row", () => {
  const rows = Array.from({ length: 10 }, (_, n): Print[] => [
    { text: String(n * 7 + 3), x: 40, y: 500 - n * 14 },
    { text: String(n * 13 + 8), x: 230, y: 500 - n * 14 },
  ]);
  expect(read(rows.flat())).toEqual(texts(...rows));
});

test("two lines alone on a side are a column only where the file says so", () => {
  const two = column(230, 500, 2, 5);
  expect(read([...left, ...two]).slice(-2)).toEqual(texts(two));
  const mixed = [...left.slice(0, 1), ...two, ...left.slice(1)];
  expect(read(mixed).toSorted()).toEqual(texts(mixed).toSorted());
});
