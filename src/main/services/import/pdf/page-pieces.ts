import { type Around, type Piece, piecesOf } from "./blocks.ts";
import { withCells } from "./cells.ts";
import type { Line } from "./lines.ts";
import { readingOrder } from "./reading-order.ts";
import { isUnfinished, joined, samePart } from "./sentences.ts";

/** Most pieces that a paragraph may go on over: a figure with its labels, a box, a note on copyright. */
const mostBetween = 12;

/**
 * A page's pieces column after column, its footnotes apart. A paragraph goes on in the next column, and over figures, tables
 * and boxes that stand between; those come behind it. One that ends in the midst of a sentence stands last on its page.
 */
export function pagePieces(lines: readonly Line[], around: Around): { text: Piece[]; notes: Piece[] } {
  const text: Piece[] = [];
  const notes: Piece[] = [];
  for (const column of readingOrder(lines)) {
    const pieces = piecesOf(withCells(column), around);
    notes.push(...pieces.filter((piece) => piece.kind === "footnote"));
    const [first, ...rest] = pieces.filter((piece) => piece.kind !== "footnote");
    if (first === undefined) continue;
    const before = text.findLastIndex((piece) => !isFloat(piece, around.body));
    const last = text[before];
    const near = text.length - before <= mostBetween;
    if (last !== undefined && near && samePart(last, first)) text.splice(before, 1, joined(last, first));
    else text.push(first);
    text.push(...rest);
  }
  return { text: unfinishedLast(text, around.body), notes };
}

function isFloat(piece: Piece, body: number): boolean {
  return piece.kind === "table" || piece.kind === "caption" || (piece.kind !== "heading" && piece.size < body * 0.92);
}

function unfinishedLast(text: Piece[], body: number): Piece[] {
  const at = text.findLastIndex((piece) => !isFloat(piece, body));
  const last = text[at];
  const floats = text.length - at - 1;
  if (last === undefined || floats === 0 || floats > mostBetween || !isUnfinished(last)) return text;
  return [...text.slice(0, at), ...text.slice(at + 1), last];
}
