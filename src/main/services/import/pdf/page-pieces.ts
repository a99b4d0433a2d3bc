import { type Around, type Piece, piecesOf } from "./blocks.ts";
import { withCells } from "./cells.ts";
import { type Line, textOf } from "./lines.ts";
import { notePieces, partNotes } from "./notes.ts";
import { readingOrder } from "./reading-order.ts";
import { isUnfinished, joined, samePart } from "./sentences.ts";

/** Most pieces that a paragraph may go on over: a figure with its labels, a box, a note on copyright. */
const mostBetween = 12;

/** A page's pieces. `open` is true when its last note stops in the midst of a sentence. */
export type PagePieces = { text: Piece[]; notes: Piece[]; open: boolean };

/** Whether the last note of the page before stops in the midst of a sentence, and whether no page comes after it. */
type InPaper = Readonly<{ open?: boolean; isLast?: boolean }>;

/**
 * A page's pieces column after column, its footnotes apart. A paragraph goes on in the next column, and over figures,
 * tables and boxes that are between; those come after it. One that ends in the midst of a sentence is last on its page,
 * where there is another page for it to go on.
 */
export function pagePieces(lines: readonly Line[], around: Around, inPaper: InPaper = {}): PagePieces {
  const { open = false, isLast = false } = inPaper;
  const text: Piece[] = [];
  const notes: Piece[] = [];
  const marks = new Set(lines.flatMap((line) => line.notes.flatMap(({ label, at }) => (at > 0 ? [label] : []))));
  let isOpen = open;
  for (const column of readingOrder(lines)) {
    const parted = partNotes(column, { body: around.body, foot: around.foot, marks, open: isOpen });
    const pieces = piecesOf(withCells(parted.text), around);
    const own = [...pieces.filter((piece) => piece.kind === "footnote"), ...notePieces(parted.notes, marks)];
    notes.push(...own);
    const last = own.at(-1);
    if (last !== undefined) isOpen = stopsShort(last);
    const [first, ...rest] = pieces.filter((piece) => piece.kind !== "footnote");
    if (first === undefined) continue;
    const before = text.findLastIndex((piece) => !isFloat(piece, around.body));
    const held = text[before];
    const near = text.length - before <= mostBetween;
    if (held !== undefined && near && samePart(held, first)) text.splice(before, 1, joined(held, first));
    else text.push(first);
    text.push(...rest);
  }
  return { text: isLast ? text : unfinishedLast(text, around.body), notes, open: isOpen && notes.length > 0 };
}

/**
 * What is beside a page's own text, such as a box of text that somebody has put on it, as paragraphs and tables in the
 * place of headings, items and notes.
 */
export function asideOf({ text, notes }: PagePieces): Piece[] {
  return [...text, ...notes].map((piece) =>
    piece.kind === "table" ? piece : { ...piece, kind: "paragraph", skip: 0, marker: "" },
  );
}

/**
 * A page's own pieces and those beside them. These come last, or before a paragraph that goes on on the next page:
 * wherever they are on the page, they are in the midst of no sentence of its own.
 */
export function beforeUnfinished<Own extends Readonly<{ piece: Piece }>>(
  own: readonly Own[],
  beside: readonly Own[],
): readonly Own[] {
  const last = own.at(-1);
  if (beside.length === 0 || last === undefined || !isUnfinished(last.piece)) return [...own, ...beside];
  return [...own.slice(0, -1), ...beside, last];
}

/** True when a note's last line ends in the midst of a sentence. */
function stopsShort({ lines }: Piece): boolean {
  const last = lines.at(-1);
  return last !== undefined && !/[.!?…](?:[)\]’'”"]|\s)*$/.test(textOf(last));
}

function isFloat(piece: Piece, body: number): boolean {
  return piece.kind === "table" || piece.kind === "caption" || (piece.kind !== "heading" && piece.size < body * 0.92);
}

function unfinishedLast(text: Piece[], body: number): Piece[] {
  const index = text.findLastIndex((piece) => !isFloat(piece, body));
  const last = text[index];
  const floats = text.length - index - 1;
  if (last === undefined || floats === 0 || floats > mostBetween || !isUnfinished(last)) return text;
  return [...text.slice(0, index), ...text.slice(index + 1), last];
}
