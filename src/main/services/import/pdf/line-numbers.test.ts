import { expect, test } from "vitest";
import { linesFrom } from "./fixtures/lines.ts";
import { withoutLineNumbers } from "./line-numbers.ts";
import { textOf } from "./lines.ts";

const prose = [
  "That the council shall meet",
  "in the month of March and",
  "hear the parties to it, and",
  "shall not rise before all",
  "have been heard by it in",
  "the order of their names,",
  "and that it shall answer",
  "each of them in writing.",
];

test.each([
  ["every line", 1],
  ["every fifth line from 5", 5],
] as const)("numbers in the margin of %s are no words", (_name, step) => {
  const all = [...prose, ...prose, ...prose, ...prose];
  const lines = linesFrom(
    all.flatMap((text, n) => {
      const y = 700 - n * 14;
      const number = (n + 1) % step === 0 ? [{ text: String(n + 1), x: 40, y }] : [];
      return [...number, { text, x: 80, y }];
    }),
  );
  expect(withoutLineNumbers(lines).map(textOf)).toEqual(all);
});

test("a number and its line in one piece come apart", () => {
  const lines = linesFrom(prose.map((text, n) => ({ text: `${n + 10}     ${text}`, x: 40, y: 700 - n * 14 })));
  expect(withoutLineNumbers(lines).map(textOf)).toEqual(prose);
});

test.each<[string, string[], number[]?]>([
  ["a list of seven points", prose.slice(0, 7).map((text, n) => `${n + 1}. ${text}`)],
  ["years that do not count", prose.map((text, n) => `${2000 + n * n}     ${text}`)],
  [
    "a table with numbered rows",
    prose.map((_, n) => `${n + 41}     ${["Toluene", "Styrene", "Benzene"][n % 3]}`),
    [180, 230, 280],
  ],
  ["a short table", ["1     one", "2     two", "3     three"]],
])("%s keeps its numbers", (_name, texts, columns: readonly number[] = []) => {
  const lines = linesFrom(
    texts.flatMap((text, n) => [
      { text, x: 40, y: 700 - n * 14 },
      ...columns.map((x) => ({ text: "0.05", x, y: 700 - n * 14 })),
    ]),
  );
  expect(withoutLineNumbers(lines)).toHaveLength(texts.length * (columns.length + 1));
  expect(withoutLineNumbers(lines).map(textOf)).toEqual(expect.arrayContaining(texts));
});
