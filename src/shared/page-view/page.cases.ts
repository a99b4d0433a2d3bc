import { openPageText, type PageUnits, packBoxes } from "./page-text.ts";
import type { Rect } from "./sheet.ts";

/** A line of a drawn page: where it begins on the sheet and its words. Letters are 5 points wide and 10 high. */
export type Drawn = readonly [x: number, y: number, words: string, rightToLeft?: "rtl"];

/** A page of 400 by 600 points from blocks of lines, and its text: lines joined by a space, blocks by a line feed. */
export function drawnPage(blocks: readonly (readonly Drawn[])[]): { text: string; page: PageUnits } {
  const boxes: (Rect | null)[] = [];
  const starts: number[] = [];
  let text = "";
  for (const [index, lines] of blocks.entries()) {
    if (index > 0) join("\n");
    starts.push(text.length);
    for (const [row, [x, y, words, way]] of lines.entries()) {
      if (row > 0) join(" ");
      for (const [k, char] of [...words].entries()) {
        const x0 = way === "rtl" ? x - (k + 1) * 5 : x + k * 5;
        text += char;
        boxes.push(char === " " ? null : { x0, y0: y, x1: x0 + 5, y1: y + 10 });
      }
    }
  }
  function join(by: string): void {
    text += by;
    boxes.push(null);
  }
  const ranges = text === "" ? [] : [{ start: 0, end: text.length }];
  const sheet = { width: 400, height: 600, matrix: [1, 0, 0, 1, 0, 0] };
  return { text, page: openPageText({ ...sheet, ranges, boxes: packBoxes(boxes) }, starts) };
}

/** A title over two columns; the sentence at the foot of the left one goes on at the head of the right one. */
export const twoColumns: readonly (readonly Drawn[])[] = [
  [[20, 20, "A title that runs over both of the columns of this page here"]],
  [
    [20, 40, "Left column begins here"],
    [20, 52, "and has a second line"],
  ],
  [
    [20, 80, "Its last paragraph goes"],
    [20, 92, "on at the head of the"],
    [220, 40, "right column and ends"],
    [220, 52, "there."],
  ],
  [[220, 80, "Right column closes."]],
];
