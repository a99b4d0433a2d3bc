import type { Piece } from "./blocks.ts";
import { middle, textOf } from "./lines.ts";

/** True when a paragraph at the top of a page or column goes on with the sentence at the foot of the one before. */
function goesOn(before: string, after: string): boolean {
  return !/[.!?:;”"。！？：；؟۔](?:[)\]’']|\s)*$/.test(before) || /^\p{Ll}/u.test(after);
}

/**
 * True when a paragraph at the top of a page or column is part of the one at the foot of the one before: in the midst
 * of a sentence, or after one that fills its line so that the next word had to be in another.
 */
export function carriesOver(before: Piece, after: Piece): boolean {
  return goesOn(wordsOf(before), wordsOf(after)) || (after.need > before.room && after.need < after.size * 50);
}

/** True when a paragraph stops in the midst of a sentence. */
export function isUnfinished(piece: Piece): boolean {
  return piece.kind === "paragraph" && goesOn(wordsOf(piece), "");
}

/** True when a piece at the top of a column goes on with the one at the foot of the column before. */
export function samePart(before: Piece, after: Piece): boolean {
  if (!mayGoOn(before, after) || !looksAlike(before, after)) return false;
  const [last, first] = [before.lines.at(-1), after.lines[0]];
  if (after.kind === "paragraph" && last?.tag != null && first?.tag != null) return last.tag.id === first.tag.id;
  return carriesOver(before, after);
}

/**
 * True when one piece may be the rest of another by their kinds. Word tags the rest of a numbered item, in the next
 * column or page, as an item too, which has no number of its own.
 */
export function mayGoOn(before: Piece, after: Piece): boolean {
  if (before.kind !== "paragraph" && before.kind !== "listItem") return false;
  return after.kind === "paragraph" || (after.kind === "listItem" && after.skip === 0 && before.skip > 0);
}

/** Size, weight and font: a listing or a note does not go on with the running text. */
export function looksAlike(before: Piece, after: Piece): boolean {
  return (
    Math.abs(before.size - after.size) < after.size * 0.08 &&
    before.bold === after.bold &&
    fontsOf(before).some((font) => fontsOf(after).includes(font))
  );
}

function fontsOf(piece: Piece): string[] {
  return piece.lines.map((line) => line.font);
}

/** Two pieces as one. */
export function joined(before: Piece, after: Piece): Piece {
  const lines = [...before.lines, ...after.lines];
  return { ...before, lines, room: after.room, size: middle(lines.map((line) => line.size)) };
}

function wordsOf(piece: Piece): string {
  return piece.lines.map(textOf).join(" ");
}
