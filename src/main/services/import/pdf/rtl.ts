import type { PageChars } from "../../pdfium/page-chars.ts";

/** Letters of Hebrew, Arabic and the scripts beside them, and their presentation forms. */
export function isRightToLeft(code: number): boolean {
  if (code < 0x590) return false;
  return (code <= 0x8ff && !isFigure(code)) || (code >= 0xfb1d && code <= 0xfdff) || (code >= 0xfe70 && code <= 0xfefc);
}

function isFigure(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 0x660 && code <= 0x66c) || (code >= 0x6f0 && code <= 0x6f9);
}

/** Vowel signs and other marks over and under letters (category Mn of Arabic and Hebrew). */
function isVowel(code: number): boolean {
  return (code >= 0x64b && code <= 0x65f) || code === 0x670 || (code >= 0x591 && code <= 0x5c7) || isKoranic(code);
}

function isKoranic(code: number): boolean {
  return (code >= 0x610 && code <= 0x61a) || (code >= 0x6d6 && code <= 0x6dc) || (code >= 0x6df && code <= 0x6e8);
}

/** Strong from left to right: Latin, Greek, Cyrillic. */
function isLeftToRight(code: number): boolean {
  if (code < 0x80) return (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
  return code >= 0xc0 && code < 0x590 && code !== 0xd7 && code !== 0xf7;
}

/** True when most letters of some characters run from right to left. */
export function runsLeft(chars: PageChars, own: readonly number[]): boolean {
  let [left, right] = [0, 0];
  for (const k of own) {
    const code = chars.code(k);
    if (isRightToLeft(code)) left++;
    else if (isLeftToRight(code)) right++;
  }
  return left > right;
}

/** True when two signs that follow each other in the file stand beside each other from right to left, a little raised or not. */
export function goesLeft(chars: PageChars, last: number, k: number): boolean {
  if (!isRightToLeft(chars.code(last)) && !isRightToLeft(chars.code(k))) return false;
  const [one, two] = [chars.run(last), chars.run(k)];
  const size = Math.max(one.size, two.size);
  const rise = Math.abs(one.origin[1] - two.origin[1]);
  const gap = chars.left(last) - chars.right(k);
  return rise < size * 0.45 && gap > -size * 0.9 && gap < size * 0.5;
}

type Segment = { own: number[]; base: number; size: number; x0: number; x1: number };

/**
 * Segments of one line of right-to-left text as one: PDFium ends a line at a raised vowel sign, and has points at a line's end as
 * lines of their own. `apart` says of two characters that the file has them in different blocks.
 */
export function joinLeft(
  chars: PageChars,
  all: readonly number[][],
  apart: (a: number, b: number) => boolean,
): number[][] {
  if (!all.some((own) => own.some((k) => isRightToLeft(chars.code(k))))) return [...all];
  const joined: Segment[] = [];
  const taken = new Map<Segment, number>();
  const result: (number[] | Segment)[] = [];
  for (const own of all) {
    const segment = segmentOf(chars, own);
    const isPart = segment !== null && (runsLeft(chars, own) || !own.some((k) => isLeftToRight(chars.code(k))));
    if (segment === null || !isPart) {
      result.push(own);
      continue;
    }
    const near = joined.find((one) => fits(chars, one, segment, apart));
    if (near === undefined) {
      joined.push(segment);
      taken.set(segment, result.push(segment) - 1);
    } else join(chars, near, segment);
  }
  // What was joined may have closed the gap between two that stood apart.
  for (const one of [...joined])
    for (const other of joined)
      if (one !== other && taken.has(one) && taken.has(other) && fits(chars, one, other, apart)) {
        join(chars, one, other);
        const at = taken.get(other);
        if (at !== undefined) result[at] = [];
        taken.delete(other);
      }
  return result.map((one) => (Array.isArray(one) ? one : one.own)).filter((own) => own.length > 0);
}

function segmentOf(chars: PageChars, own: readonly number[]): Segment | null {
  const inked = own.filter((k) => !chars.isBlank(k));
  const first = inked.find((k) => !isVowel(chars.code(k)) && !chars.isBlank(k)) ?? inked[0];
  if (first === undefined) return null;
  const { size, origin } = chars.run(first);
  return {
    own: [...own],
    base: origin[1],
    size,
    x0: Math.min(...inked.map((k) => chars.left(k))),
    x1: Math.max(...inked.map((k) => chars.right(k))),
  };
}

function fits(chars: PageChars, a: Segment, b: Segment, apart: (a: number, b: number) => boolean): boolean {
  if (!runsLeft(chars, a.own) && !runsLeft(chars, b.own)) return false;
  const size = Math.min(a.size, b.size);
  if (Math.abs(a.base - b.base) > size * 0.1 || Math.abs(a.size - b.size) > size * 0.15) return false;
  const gap = Math.max(a.x0 - b.x1, b.x0 - a.x1);
  return gap < size * 0.5 && gap > -size * 0.6 && !apart(a.own[0] ?? 0, b.own[0] ?? 0);
}

function join(chars: PageChars, a: Segment, b: Segment): void {
  const gap = Math.max(a.x0 - b.x1, b.x0 - a.x1);
  const space = gap > a.size * 0.12 ? [...a.own, ...b.own].filter((k) => chars.isBlank(k)).slice(0, 1) : [];
  a.own = b.x1 > a.x1 ? [...b.own, ...space, ...a.own] : [...a.own, ...space, ...b.own];
  a.x0 = Math.min(a.x0, b.x0);
  a.x1 = Math.max(a.x1, b.x1);
}

/**
 * The characters of a right-to-left line as they are read. Words are taken from right to left as they stand (letters within a word
 * as the file has them: in Nastaliq they stand over each other); numbers and Latin words from left to right, as Unicode's
 * bidirectional algorithm sets them (UAX 9, rules W2 to W7, N1 and L2); brackets open towards what they hold (BD16); vowel signs
 * follow the letter they stand over.
 */
export function asRead(chars: PageChars, own: readonly number[]): readonly number[] {
  if (!runsLeft(chars, own)) return own;
  const whole = withoutTwins(chars, own);
  const pieces = piecesOf(chars, whole);
  const isPlain = pieces.every(({ kind }) => kind === "left");
  const isSorted = pieces.every((piece, n) => n === 0 || (pieces[n - 1]?.x ?? 0) >= piece.x);
  const ordered = isPlain && isSorted ? pieces : inOrder(pieces);
  const space = whole.find((k) => chars.isBlank(k));
  const read = spaced(chars, ordered, space);
  return withBrackets(chars, withVowels(chars, read));
}

/** What one span of “actual text” (ISO 32000-1, 14.9.4) says, said again for its next glyph. */
function withoutTwins(chars: PageChars, own: readonly number[]): readonly number[] {
  if (!own.some((k) => isVowel(chars.code(k)))) return own;
  const kept: number[] = [];
  for (let at = 0; at < own.length; at++) {
    const [one, two] = [own[at] ?? -1, own[at + 1] ?? -1];
    const isTwin =
      isVowel(chars.code(one)) &&
      [2, 3, 4].some((n) => {
        const [other, next] = [own[at + n] ?? -1, own[at + n + 1] ?? -1];
        return (
          chars.code(other) === chars.code(one) &&
          chars.code(next) === chars.code(two) &&
          Math.abs(chars.left(one) - chars.left(other)) < chars.run(one).size * 0.4
        );
      });
    if (isTwin) at++;
    else kept.push(one);
  }
  return kept;
}

/**
 * Letters that stay together: a word or a part of one, a number, a Latin word, a sign; the piece that the file has before it, and the
 * space between the two.
 */
type Piece = {
  kind: "left" | "right" | "figure" | "sign";
  own: number[];
  x: number;
  x0: number;
  x1: number;
  before: number | null;
  after: Piece | undefined;
};

function piecesOf(chars: PageChars, own: readonly number[]): Piece[] {
  const pieces: Piece[] = [];
  let last: Piece | undefined;
  let after: number | null = null;
  for (const [at, k] of own.entries()) {
    if (chars.isBlank(k)) {
      after = k;
      last = undefined;
      continue;
    }
    const kind = kindOf(chars, own, at);
    if (last === undefined || last.kind !== kind || kind === "sign") {
      const edges = { x: 0, x0: Number.POSITIVE_INFINITY, x1: Number.NEGATIVE_INFINITY };
      last = { kind, own: [], ...edges, before: after, after: pieces.at(-1) };
      pieces.push(last);
      after = null;
    }
    last.own.push(k);
    last.x0 = Math.min(last.x0, chars.left(k));
    last.x1 = Math.max(last.x1, chars.right(k));
  }
  for (const piece of pieces) {
    piece.x = (piece.x0 + piece.x1) / 2;
    if (piece.kind === "figure" || piece.kind === "right") piece.own.sort((a, b) => chars.left(a) - chars.left(b));
  }
  return pieces;
}

function kindOf(chars: PageChars, own: readonly number[], at: number): Piece["kind"] {
  const code = chars.code(own[at] ?? -1);
  if (isFigure(code)) return "figure";
  if (isLeftToRight(code)) return "right";
  if (isRightToLeft(code) && !/[\u060c\u061b\u061f\u06d4\u066a]/.test(String.fromCodePoint(code))) return "left";
  // A point or a stroke between two figures is part of the number, and one between two Latin letters of the word.
  const [before, after] = [chars.code(own[at - 1] ?? -1), chars.code(own[at + 1] ?? -1)];
  if (isFigure(before) && isFigure(after) && /[.,:/٫٬-]/.test(String.fromCodePoint(code))) return "figure";
  if (isLeftToRight(before) && isLeftToRight(after)) return "right";
  // Signs of money, of degrees and per cent go with the number they touch (W5).
  if ((isFigure(before) || isFigure(after)) && /[%‰٪$€£¥₨₹#°+−]/.test(String.fromCodePoint(code))) return "figure";
  return "sign";
}

/** From right to left; stretches of Latin words, with the numbers and signs among them, from left to right. */
function inOrder(pieces: readonly Piece[]): Piece[] {
  const sorted = pieces.toSorted((a, b) => b.x - a.x);
  const read: Piece[] = [];
  for (let at = 0; at < sorted.length; ) {
    const piece = sorted[at];
    if (piece === undefined) break;
    let end = at;
    // The stretch runs to the last Latin word before the next Arabic one.
    if (piece.kind === "right" || piece.kind === "figure")
      for (let next = at; next < sorted.length && sorted[next]?.kind !== "left"; next++)
        if (sorted[next]?.kind === "right") end = next;
    read.push(...sorted.slice(at, end + 1).reverse());
    at = end + 1;
  }
  return read;
}

/** Pieces with a space where one is to be seen between two, or where the file has one and the two do not touch. */
function spaced(chars: PageChars, pieces: readonly Piece[], space: number | undefined): number[] {
  const read: number[] = [];
  for (const [n, piece] of pieces.entries()) {
    const before = pieces[n - 1];
    if (before !== undefined && space !== undefined && isParted(chars, before, piece)) read.push(piece.before ?? space);
    read.push(...piece.own);
  }
  return read;
}

function isParted(chars: PageChars, before: Piece, piece: Piece): boolean {
  const size = chars.run(piece.own[0] ?? -1).size;
  const gap = Math.max(before.x0 - piece.x1, piece.x0 - before.x1);
  if (isVowel(chars.code(piece.own[0] ?? -1))) return false;
  const isNext = piece.after === before;
  if (isNext && piece.before !== null && !chars.isGenerated(piece.before)) return gap > -size * 0.3;
  if (isNext) return gap > size * (piece.before === null ? 0.16 : 0.03);
  return gap > size * 0.08;
}

/** Vowel signs behind the letter they stand over, where the file has them elsewhere in the word. */
function withVowels(chars: PageChars, own: number[]): number[] {
  const marks = own.filter((k, at) => isVowel(chars.code(k)) && !isOver(chars, own[at - 1], k));
  if (marks.length === 0) return own;
  const rest = own.filter((k) => !marks.includes(k));
  for (const mark of marks) {
    const at = rest.findIndex((k) => isRightToLeft(chars.code(k)) && !isVowel(chars.code(k)) && isOver(chars, k, mark));
    const behind = own.indexOf(mark);
    const place = at >= 0 ? at + 1 : rest.indexOf(own[behind - 1] ?? -1) + 1;
    rest.splice(place, 0, mark);
  }
  return rest;
}

function isOver(chars: PageChars, letter: number | undefined, mark: number): boolean {
  if (letter === undefined || chars.isBlank(letter)) return false;
  const middle = (chars.left(mark) + chars.right(mark)) / 2;
  return middle >= chars.left(letter) - 0.5 && middle <= chars.right(letter) + 0.5;
}

const openers = "([{«‹";
const closers = ")]}»›";

/** Brackets that open before what they hold: files name them by their shape or by their meaning. */
function withBrackets(chars: PageChars, own: readonly number[]): readonly number[] {
  for (const [at, k] of own.entries()) {
    const sign = chars.text(k);
    const n = openers.includes(sign) ? openers.indexOf(sign) : closers.indexOf(sign);
    if (n < 0) continue;
    const [before, after] = [own[at - 1], own[at + 1]].map((one) =>
      one === undefined || chars.isBlank(one) ? " " : chars.text(one),
    );
    const isFree = /[\s([{«"“]/.test(before ?? " ");
    const isEnd = /[\s.,;:!?،؛؟۔)\]}»"”]/.test(after ?? " ");
    if (isFree !== isEnd) chars.write(k, (isFree ? openers : closers).codePointAt(n) ?? chars.code(k));
  }
  return own;
}
