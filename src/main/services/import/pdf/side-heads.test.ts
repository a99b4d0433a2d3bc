import { expect, test } from "vitest";
import { linesFrom, type Print } from "./fixtures/lines.ts";
import { sideHeads, withSideHeads } from "./side-heads.ts";

const prose: Print[] = Array.from({ length: 12 }, (_, n) => ({
  text: `the words of line ${n} of the text go on`,
  x: 200,
  y: 400 - n * 12 - (n > 5 ? 10 : 0),
}));
const headsOf = (...prints: readonly Print[]): string[][] =>
  sideHeads(linesFrom([...prose, ...prints])).heads.map((head) => head.map(({ text }) => text));

test.each<[string, readonly Print[], string[][]]>([
  ["a word beside the text", [{ text: "Summary", x: 50, y: 401 }], [["Summary"]]],
  [
    "two lines of one head",
    [
      { text: "What it", x: 50, y: 401 },
      { text: "has cost", x: 50, y: 390 },
    ],
    [["What it", "has cost"]],
  ],
  [
    "two heads",
    [
      { text: "One head", x: 50, y: 401 },
      { text: "Another", x: 50, y: 330 },
    ],
    [["One head"], ["Another"]],
  ],
  ["the number of a paragraph", [{ text: "12.", x: 150, y: 400 }], []],
  [
    "a label with its value",
    [
      { text: "Author", x: 50, y: 430 },
      { text: "Jane Doe", x: 200, y: 430 },
    ],
    [],
  ],
])("%s", (_, prints, heads) => {
  expect(headsOf(...prints)).toEqual(heads);
});

test("a head comes before the paragraph that it is beside", () => {
  const { heads, rest } = sideHeads(linesFrom([...prose, { text: "Findings", x: 50, y: 306 }]));
  const read = withSideHeads(rest, heads).map(({ text }) => text);
  expect(read.indexOf("Findings")).toBe(6);
});
