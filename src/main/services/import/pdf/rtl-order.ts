import type { PageChars } from "../../pdfium/page-chars.ts";

/**
 * Letters that stay together: a word or a part of one, a number, a Latin word, a sign; the piece that the file has
 * before it, and the space between the two.
 */
export type OrderedPiece = {
  kind: "left" | "right" | "figure" | "sign";
  own: number[];
  x: number;
  x0: number;
  x1: number;
  before: number | null;
  after: OrderedPiece | undefined;
};

/** From right to left; stretches of Latin words, with the numbers and signs among them, from left to right. */
export function inOrder(chars: PageChars, pieces: readonly OrderedPiece[]): OrderedPiece[] {
  const sorted = pieces.toSorted((a, b) => b.x - a.x);
  // The stretch runs to the last Latin word before the next Arabic one.
  const endOf = (index: number): number => {
    const { kind } = sorted[index] ?? {};
    let end = index;
    if (isDesignation(chars, sorted, index)) return index;
    if (kind === "right" || kind === "figure")
      for (let next = index; next < sorted.length && sorted[next]?.kind !== "left"; next++)
        if (sorted[next]?.kind === "right") end = next;
    return end;
  };
  return withStretches(sorted, (index) =>
    isClosed(chars, sorted, index, endOf(index + 1)) ? endOf(index + 1) : endOf(index),
  );
}

/** Pieces in their order, each stretch of them the other way round; `endOf` says where one that begins there ends. */
function withStretches(sorted: readonly OrderedPiece[], endOf: (index: number) => number): OrderedPiece[] {
  const read: OrderedPiece[] = [];
  for (let index = 0; index < sorted.length; ) {
    const end = endOf(index);
    read.push(...sorted.slice(index, end + 1).reverse());
    index = end + 1;
  }
  return read;
}

/** True for a bracket whose other half is within the stretch that follows it, after words of it: “Smith (2019)”. */
function isClosed(chars: PageChars, sorted: readonly OrderedPiece[], index: number, end: number): boolean {
  const isBracket = (n: number): boolean => /^[()[\]{}]$/.test(textOf(chars, sorted[n]));
  if (!isBracket(index)) return false;
  for (let n = index + 2; n < end; n++) if (isBracket(n)) return true;
  return false;
}

/** A number with a letter after it, “19-A”: on the page as “F-16” is, but the file has the number first. */
function isDesignation(chars: PageChars, sorted: readonly OrderedPiece[], index: number): boolean {
  const [number, dash, letter] = sorted.slice(index, index + 3);
  if (number?.kind !== "figure" || letter?.kind !== "right" || letter.own.length > 1) return false;
  const isAttached = dash !== undefined && Math.max(number.x0 - dash.x1, dash.x0 - letter.x1) < 1;
  return isAttached && /^[-/]$/.test(textOf(chars, dash)) && (number.own[0] ?? 0) < (letter.own[0] ?? 0);
}

function textOf(chars: PageChars, piece: OrderedPiece | undefined): string {
  return (piece?.own ?? []).map((k) => chars.text(k)).join("");
}

/** From left to right; stretches of Arabic words, with the numbers and signs among them, from right to left. */
export function inLatinOrder(chars: PageChars, pieces: readonly OrderedPiece[]): OrderedPiece[] {
  const sorted = pieces.toSorted((a, b) => a.x - b.x);
  const endOf = (index: number): number => {
    let end = index;
    if (sorted[index]?.kind === "left")
      for (let next = index; next < sorted.length && sorted[next]?.kind !== "right"; next++)
        if (sorted[next]?.kind === "left") end = next;
    return end;
  };
  // A number on the left of Arabic words may be before or after them; it is after them where no word is before it.
  const isAfter = (index: number): boolean =>
    sorted[index]?.kind === "figure" &&
    sorted[index + 1]?.kind === "left" &&
    (sorted[index - 1]?.kind === "figure" || /^[:([]$/.test(textOf(chars, sorted[index - 1])));
  return withStretches(sorted, (index) =>
    isAfter(index) || isClosed(chars, sorted, index, endOf(index + 1)) ? endOf(index + 1) : endOf(index),
  );
}
