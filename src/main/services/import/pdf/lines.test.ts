import { expect, test } from "vitest";
import { withCells } from "./cells.ts";
import { allOf, charsFrom, linesFrom } from "./fixtures/lines.ts";
import { readable } from "./glyphs.ts";
import { linesOf } from "./lines.ts";
import { readingOrder } from "./reading-order.ts";

const at = (y: number, text: string) => ({ text, x: 50, y });

test("digits of a font whose lines are very high are digits, and those that are raised are the mark of a note", () => {
  const chars = charsFrom(at(100, "In 2019 it rose12"));
  for (const k of allOf(chars)) {
    chars.place(k, chars.left(k), 94, chars.right(k), chars.top(k));
    chars.setFoot(k, k < 15 ? 100 : 103.5);
  }
  const [line] = linesOf(chars, allOf(chars), new Map());
  expect(line?.text).toBe("In 2019 it rose");
  expect(line?.notes).toEqual([{ label: "12", at: 15 }]);
});

test("a small raised figure after a unit is a power, and after a word the mark of a note", () => {
  const raised = (word: string) => {
    const chars = charsFrom(at(100, word), { text: "2", x: 50 + word.length * 5, y: 104, size: 6 });
    return linesOf(chars, allOf(chars), new Map());
  };
  const [power] = raised("of 20 km");
  expect([power?.text, power?.notes]).toEqual(["of 20 km2", []]);
  expect([power?.chars.isRaised(8), power?.chars.isRaised(7)]).toEqual([true, false]);
  const [mark] = raised("the towns");
  expect([mark?.text, mark?.notes]).toEqual(["the towns", [{ label: "2", at: 9 }]]);
});

test("dots that lead to a page number are one gap", () => {
  const [line] = linesFrom([at(100, "Harbour dues ........ 12")]);
  expect(line?.text).toBe("Harbour dues 12");
  expect(line?.chars.isGenerated(12)).toBe(true);
});

/** The text read from letters that are each between two x, on one baseline. */
const readAt = (...printed: readonly (readonly [string, number, number])[]): string => {
  const chars = charsFrom({ text: printed.map(([text]) => text).join(""), x: 0, y: 0 });
  for (const [k, [, x0, x1]] of printed.entries()) chars.place(k, x0, 0, x1, 10);
  return readable(chars, allOf(chars))
    .map((k) => chars.text(k))
    .join("");
};

test.each([
  [
    "lam and alef drawn as one sign, in one box",
    "لا",
    [
      ["ا", 20, 30],
      ["ل", 20, 30],
    ],
  ],
  [
    "lam and alef drawn as one sign, in the halves of one",
    "لا",
    [
      ["ا", 20, 25],
      ["ل", 25, 30],
    ],
  ],
  [
    "alef before lam, each drawn for itself",
    "ال",
    [
      ["ا", 25, 30],
      ["ل", 20, 25],
    ],
  ],
  [
    "an accent before its letter",
    "aé",
    [
      ["a", 0, 5],
      ["´", 6, 9],
      ["e", 5, 10],
    ],
  ],
  [
    "an accent after its letter",
    "éa",
    [
      ["e", 0, 5],
      ["´", 1, 4],
      ["a", 5, 10],
    ],
  ],
  [
    "an accent over a letter without its dot",
    "ï",
    [
      ["¨", 1, 4],
      ["ı", 0, 5],
    ],
  ],
  [
    "an accent beside a letter",
    "´e",
    [
      ["´", 0, 5],
      ["e", 6, 10],
    ],
  ],
  [
    "an accent at the end of its line",
    "Oğuz.",
    [
      ["O", 0, 5],
      ["g", 5, 10],
      ["u", 10, 15],
      ["z", 15, 20],
      [".", 20, 22],
      ["˘", 6, 9],
    ],
  ],
  [
    "accents of two letters side by side",
    "áč",
    [
      ["a", 0, 5],
      ["´", 1, 4],
      ["c", 5, 10],
      ["ˇ", 6, 9],
    ],
  ],
  [
    "a sign of a calculation that no letter is under",
    "x^2~y",
    [
      ["x", 0, 5],
      ["^", 5, 8],
      ["2", 8, 12],
      ["~", 12, 16],
      ["y", 16, 20],
    ],
  ],
  [
    "a combining mark",
    "ũn",
    [
      ["u", 0, 5],
      ["\u0303", 1, 4],
      ["n", 5, 10],
    ],
  ],
  [
    "a mark that no letter has a form with",
    "x\u0303",
    [
      ["x", 0, 5],
      ["\u0303", 1, 4],
    ],
  ],
] as const)("%s", (_name, read, printed) => {
  expect(readAt(...printed)).toBe(read);
});

/** A row of words with gaps of a given width between them. */
const row = (y: number, words: readonly string[], gaps: readonly number[]) => {
  let x = 50;
  const prints = words.map((text, index) => {
    const print = { text, x, y };
    x += text.length * 5 + (gaps[index] ?? 0);
    return print;
  });
  const chars = charsFrom(...prints);
  return linesOf(chars, allOf(chars), new Map());
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
  expect(read(left.flatMap((line, index) => [line, ...right.slice(index, index + 1)]))).toEqual([
    words,
    other,
    words,
    other,
    words,
    other,
  ]);
});
