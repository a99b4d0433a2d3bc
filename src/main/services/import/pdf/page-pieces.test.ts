import { expect, test } from "vitest";
import { linesFrom } from "./fixtures/lines.ts";
import { textOf } from "./lines.ts";
import { beforeUnfinished, pagePieces } from "./page-pieces.ts";

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

test.each([
  ["a caption", { text: "Figure 3: Ships at the pier", size: 10 }, true],
  ["small print", { text: "Source: harbour board", size: 7 }, true],
  ["print of the text's own size", { text: "The board has since met", size: 10 }, false],
] as const)("%s after a sentence that stops short comes before it: %s", (_what, print, isBefore) => {
  const page = linesFrom([
    { text: "The board has written to the", x: 50, y: 500 },
    { text: "ministers of both islands on", x: 50, y: 488 },
    { x: 50, y: 300, ...print },
  ]);
  const { text } = pagePieces(page, around);
  expect(text.map((piece) => piece.lines.map(textOf)[0])[isBefore ? 0 : 1]).toBe(print.text);
});

const pieceOf = (words: string) => {
  const [piece] = pagePieces(linesFrom([{ text: words, x: 50, y: 500 }]), around).text;
  if (piece === undefined) throw new Error("no piece");
  return { piece };
};

test.each([
  [["The board has met."], ["A box."], ["The board has met.", "A box."]],
  [["The board has met.", "It wrote to the"], ["A box."], ["The board has met.", "A box.", "It wrote to the"]],
  [["It wrote to the"], [], ["It wrote to the"]],
  [[], ["A box."], ["A box."]],
] as const)("of a page with %j and %j beside it, the order is %j", (own, beside, order) => {
  const all = beforeUnfinished(own.map(pieceOf), beside.map(pieceOf));
  expect(all.map(({ piece }) => piece.lines.map(textOf).join(" "))).toEqual(order);
});
