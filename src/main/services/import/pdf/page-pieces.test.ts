import { expect, test } from "vitest";
import { linesFrom } from "./fixtures/lines.ts";
import { textOf } from "./lines.ts";
import { pagePieces } from "./page-pieces.ts";

const around = { body: 10, bold: false, foot: 400, outlined: () => null, called: new Set<string>() };

/** A paragraph that stops in the midst of a sentence, and a small line far below it. */
const lines = linesFrom([
  { text: "The board has written to the", x: 50, y: 500 },
  { text: "ministers of both islands on", x: 50, y: 488 },
  { text: "Spring meeting", x: 200, y: 300, size: 7 },
]);

test.each([
  ["on a page in the midst of a paper", false, ["Spring meeting", "The board has written to the"]],
  ["on the last page", true, ["The board has written to the", "Spring meeting"]],
] as const)("a sentence that stops short, %s", (_where, isLast, firsts) => {
  const { text } = pagePieces(lines, around, { isLast });
  expect(text.map((piece) => piece.lines.map(textOf)[0])).toEqual(firsts);
});
