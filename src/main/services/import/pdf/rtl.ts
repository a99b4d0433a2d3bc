import type { PageChars } from "../../pdfium/page-chars.ts";
import { inLatinOrder, inOrder, type OrderedPiece } from "./rtl-order.ts";
import { isOfVowelGlyph, isOneBox, isVowel, wideOf } from "./vowels.ts";

/** Letters of Hebrew, Arabic and the scripts beside them, and their presentation forms. */
export function isRightToLeft(code: number): boolean {
  if (code < 0x590) return false;
  return (code <= 0x8ff && !isFigure(code)) || (code >= 0xfb1d && code <= 0xfdff) || (code >= 0xfe70 && code <= 0xfefc);
}

function isFigure(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 0x660 && code <= 0x66c) || (code >= 0x6f0 && code <= 0x6f9);
}

/** Strong from left to right: Latin, Greek, Cyrillic. */
function isLeftToRight(code: number): boolean {
  if (code < 0x80) return (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
  return code >= 0xc0 && code < 0x590 && code !== 0xd7 && code !== 0xf7;
}

/** The least gap beside a vowel sign that has its letter's place which is more than the rest of the letter. */
export const looseGap = 0.25;

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

/**
 * True when two signs that follow each other in the file are beside each other from right to left, a little raised or
 * not.
 */
export function goesLeft(chars: PageChars, last: number, k: number): boolean {
  if (!isRightToLeft(chars.code(last)) && !isRightToLeft(chars.code(k))) return false;
  const [first, two] = [chars.run(last), chars.run(k)];
  const size = Math.max(first.size, two.size);
  const rise = Math.abs(first.origin[1] - two.origin[1]);
  const gap = chars.left(last) - chars.right(k);
  const step = (chars.left(k) + chars.right(k) - chars.left(last) - chars.right(last)) / 2;
  return rise < size * 0.45 && gap > -size * 0.9 && gap < size * 0.5 && step < size * 0.3;
}

/**
 * The characters of a right-to-left line as they are read. Words are taken from right to left as they are (letters
 * within a word as the file has them: in Nastaliq they are over each other); numbers and Latin words from left to
 * right, as Unicode's bidirectional algorithm sets them (UAX 9, rules W2 to W7, N1 and L2); brackets open towards what
 * they hold (BD16); vowel signs follow the letter they are over.
 */
export function asRead(chars: PageChars, own: readonly number[], isLatinPage = false): readonly number[] {
  if (!own.some((k) => isRightToLeft(chars.code(k)))) return own;
  const whole = withoutTwins(chars, own);
  const pieces = piecesOf(chars, whole);
  const isLatinLine = !runsLeft(chars, own) && (isLatinPage || !beginsRight(chars, own));
  // A name of one word has its letters in their order.
  if (isLatinLine && !hasNameOfWords(pieces)) return withBrackets(chars, withSpacesInPlace(chars, own));
  if (isLatinLine || isLatinSentence(chars, pieces, isLatinPage))
    return withBrackets(
      chars,
      withVowels(
        chars,
        spaced(
          chars,
          inLatinOrder(chars, pieces),
          whole.find((k) => chars.isBlank(k)),
          1,
        ),
      ),
    );
  const isPlain = pieces.every(({ kind }) => kind === "left");
  const isSorted = pieces.every((piece, n) => n === 0 || (pieces[n - 1]?.x ?? 0) >= piece.x);
  const ordered = isPlain && isSorted ? pieces : inOrder(chars, pieces);
  const space = whole.find((k) => chars.isBlank(k));
  const read = spaced(chars, ordered, space, -1);
  return withBrackets(chars, withVowels(chars, read));
}

/** What one span of “actual text” (ISO 32000-1, 14.9.4) says, said again for its next glyph. */
function withoutTwins(chars: PageChars, own: readonly number[]): readonly number[] {
  if (!own.some((k) => isVowel(chars.code(k)))) return own;
  const kept: number[] = [];
  for (let index = 0; index < own.length; index++) {
    const [first, two] = [own[index] ?? -1, own[index + 1] ?? -1];
    const isTwin =
      isVowel(chars.code(first)) &&
      [2, 3, 4].some((n) => {
        const [other, next] = [own[index + n] ?? -1, own[index + n + 1] ?? -1];
        return (
          chars.code(other) === chars.code(first) &&
          chars.code(next) === chars.code(two) &&
          Math.abs(chars.left(first) - chars.left(other)) < chars.run(first).size * 0.4
        );
      });
    if (isTwin) index++;
    else kept.push(first);
  }
  return kept;
}

function piecesOf(chars: PageChars, own: readonly number[]): OrderedPiece[] {
  const pieces: OrderedPiece[] = [];
  let last: OrderedPiece | undefined;
  let after: number | null = null;
  const hebrew = !own.some((k) => isRightToLeft(chars.code(k)) && chars.code(k) > 0x5ff && chars.code(k) < 0xfb00);
  for (const [index, k] of own.entries()) {
    if (chars.isBlank(k)) {
      after = k;
      last = undefined;
      continue;
    }
    const kind = kindOf(chars, own, index, hebrew);
    if (last === undefined || last.kind !== kind || kind === "sign") {
      const edges = { x: 0, x0: Number.POSITIVE_INFINITY, x1: Number.NEGATIVE_INFINITY };
      last = { kind, own: [], ...edges, before: after, after: pieces.at(-1) };
      pieces.push(last);
      after = null;
    }
    last.own.push(k);
  }
  for (const piece of pieces) {
    // A vowel sign may be that of another word; where it alone is the piece, it has a place all the same.
    const letters = wideOf(chars, piece.own);
    for (const k of letters.length > 0 ? letters : piece.own) {
      piece.x0 = Math.min(piece.x0, chars.left(k));
      piece.x1 = Math.max(piece.x1, chars.right(k));
    }
    piece.x = (piece.x0 + piece.x1) / 2;
    if (piece.kind === "left") unreverse(chars, piece.own);
    else piece.own.sort((a, b) => chars.left(a) - chars.left(b));
  }
  return pieces;
}

/** The letters of one glyph, which PDFium has side by side in its box and the last one first. */
function unreverse(chars: PageChars, own: number[]): void {
  const isNext = (a: number | undefined, b: number | undefined): boolean =>
    a !== undefined &&
    b !== undefined &&
    Math.abs(chars.left(b) - chars.right(a)) < 0.05 &&
    chars.bottom(a) === chars.bottom(b) &&
    chars.top(a) === chars.top(b);
  for (let index = 0; index < own.length; index++) {
    let end = index;
    while (isNext(own[end], own[end + 1])) end++;
    // Where its vowel sign is last, it is in its order already.
    if (end > index && !isVowel(chars.code(own[end] ?? -1)))
      own.splice(index, end - index + 1, ...own.slice(index, end + 1).reverse());
    index = end;
  }
}

/** A sign between two figures that does not split a number (classes CS, and ES where figures are European). */
function isInNumber(code: number, hebrew: boolean): boolean {
  return /[.,:/\u066b\u066c\u00a0]/.test(String.fromCodePoint(code)) || (hebrew && (code === 43 || code === 45));
}

function kindOf(chars: PageChars, own: readonly number[], index: number, hebrew: boolean): OrderedPiece["kind"] {
  const code = chars.code(own[index] ?? -1);
  if (isFigure(code)) return "figure";
  if (isLeftToRight(code)) return "right";
  if (isRightToLeft(code) && !/[\u060c\u061b\u061f\u06d4\u066a]/.test(String.fromCodePoint(code))) return "left";
  // A point or a stroke between two figures is part of the number, and one between two Latin letters of the word.
  const [before, after] = [chars.code(own[index - 1] ?? -1), chars.code(own[index + 1] ?? -1)];
  if (isFigure(before) && isFigure(after) && isInNumber(code, hebrew)) return "figure";
  if (isLeftToRight(before) && isLeftToRight(after)) return "right";
  // Signs of money, of degrees and per cent go with the number they touch (W5), but not after Arabic letters (W2).
  const touches = isFigure(before) || isFigure(after);
  if (hebrew && touches && /[%‰$€£¥₪#°+−-]/.test(String.fromCodePoint(code))) return "figure";
  return "sign";
}

/**
 * True when the outermost letter on the right is one that runs to the left, that of an Arabic sentence's first word,
 * and there are other such words.
 */
function beginsRight(chars: PageChars, own: readonly number[]): boolean {
  const strong = own.filter((k) => isRightToLeft(chars.code(k)) || isLeftToRight(chars.code(k)));
  const last = strong.reduce((most, k) => (chars.right(k) > chars.right(most) ? k : most), strong[0] ?? -1);
  const words = piecesOf(chars, own).filter(({ kind }) => kind === "left").length;
  return words > 1 && isRightToLeft(chars.code(last)) && !/[۔؟،؛]/.test(chars.text(last));
}

/** Small words of a sentence in English, French, German or Spanish. */
const small =
  /^(?:a|an|and|are|as|at|by|for|from|has|he|in|is|it|led|met|of|on|or|said|she|that|the|then|to|was|were|which|who|with|et|de|du|des|la|le|les|un|une|und|der|die|das|von|mit|zu|y|en|el|los|las|por)$/i;

/**
 * True when an Arabic majority of letters are names in a Latin sentence, by the small words between them. Beside the
 * line's end one of them may be that of a title which is cited, so that it takes two, or a page of Latin lines.
 */
function isLatinSentence(chars: PageChars, pieces: readonly OrderedPiece[], isLatinPage: boolean): boolean {
  const sorted = pieces.toSorted((a, b) => a.x - b.x);
  const wordAt = (n: number): string => (sorted[n]?.own ?? []).map((k) => chars.text(k)).join("");
  const isArabic = (n: number): boolean => sorted[n]?.kind === "left";
  // A full stop at the right end is that of a sentence which runs to the right.
  const isStopped = sorted.at(-1)?.kind === "sign" && /[.!?]/.test(wordAt(sorted.length - 1));
  let score = isStopped && sorted.at(-2)?.kind !== "left" ? 1 : 0;
  for (const [n, { kind }] of sorted.entries()) {
    // “19-A” is no article.
    if (kind !== "right" || !small.test(wordAt(n)) || wordAt(n) === "A") continue;
    if (isArabic(n - 1) && isArabic(n + 1)) score += 2;
    else if (isArabic(n - 1) || isArabic(n + 1)) score++;
  }
  return score > 0 && score + (isLatinPage ? 1 : 0) >= 2 && sorted.some(({ kind }) => kind === "right");
}

/** True when two Arabic words are side by side, with at most a sign or a number between. */
function hasNameOfWords(pieces: readonly OrderedPiece[]): boolean {
  const kinds = pieces
    .toSorted((a, b) => a.x - b.x)
    .map(({ kind }) => (kind === "left" || kind === "right" ? kind : ""));
  const strong = kinds.filter((kind) => kind !== "");
  return strong.some((kind, n) => kind === "left" && strong[n + 1] === "left");
}

/** Pieces with a space where one is to be seen between two, or where the file has one and the two do not touch. */
function spaced(chars: PageChars, pieces: readonly OrderedPiece[], space: number | undefined, way: 1 | -1): number[] {
  const read: number[] = [];
  const onPage = pieces.toSorted((a, b) => (a.x - b.x) * way);
  const places = new Map(onPage.map((piece, n) => [piece, n]));
  const done = new Set<OrderedPiece>();
  // Before and after a stretch that runs the other way, the space is beside what is at its end on the page.
  const isSpace = (before: OrderedPiece, piece: OrderedPiece): boolean => {
    const [i, j] = [places.get(before) ?? 0, places.get(piece) ?? 0];
    const next = onPage[i + 1];
    if (Math.abs(i - j) <= 1 || next === undefined) return isParted(chars, before, piece);
    return done.has(next) ? isParted(chars, onPage[j - 1] ?? before, piece) : isParted(chars, before, next);
  };
  for (const [n, piece] of pieces.entries()) {
    const before = pieces[n - 1];
    if (before !== undefined && space !== undefined && isSpace(before, piece)) read.push(piece.before ?? space);
    read.push(...piece.own);
    done.add(piece);
  }
  return read;
}

/** Signs that no space is before. */
const closing = /^[.,،۔]$/;

function isParted(chars: PageChars, before: OrderedPiece, piece: OrderedPiece): boolean {
  const size = chars.run(piece.own[0] ?? -1).size;
  const gap = Math.max(before.x0 - piece.x1, piece.x0 - before.x1);
  if (isVowel(chars.code(piece.own[0] ?? -1))) return false;
  const isNext = piece.after === before;
  const space = piece.before === null || isBetween(chars, before, piece) ? piece.before : null;
  if (isNext && space !== null && !chars.isGenerated(space))
    return gap > -size * 0.3 || isOneBox(chars, before.own.at(-1) ?? -1, piece.own[0] ?? -1);
  if (isNext) {
    const loose = isOfVowelGlyph(chars, piece.own, 0) || isOfVowelGlyph(chars, before.own, before.own.length - 1);
    return gap > size * (loose ? looseGap : space === null ? 0.16 : 0.03);
  }
  if (closing.test(chars.text(piece.own[0] ?? -1))) return gap > size * 0.3;
  const isWord = piece.kind === "left" && before.kind === "right" && piece.before !== null;
  return gap > size * (isWord ? -0.1 : 0.08);
}

/** Whether a space of the file is where the space between two pieces is: it may belong after the second one. */
function isBetween(chars: PageChars, before: OrderedPiece, piece: OrderedPiece): boolean {
  const space = piece.before ?? -1;
  // A space that was taken from elsewhere says nothing, nor does one without extent.
  if (!piece.own.includes(space + 1) || chars.left(space) === chars.right(space)) return true;
  const middle = (chars.left(space) + chars.right(space)) / 2;
  const edges = before.x > piece.x ? [before.x0, piece.x1] : [before.x1, piece.x0];
  const spare = chars.run(space).size * 0.25;
  return middle > Math.min(...edges) - spare && middle < Math.max(...edges) + spare;
}

/** Vowel signs after the letter they are over, where the file has them elsewhere in the word. */
function withVowels(chars: PageChars, own: number[]): number[] {
  const marks = own.filter((k, index) => isVowel(chars.code(k)) && isLost(chars, own[index - 1], k));
  if (marks.length === 0) return own;
  const rest = own.filter((k) => !marks.includes(k));
  for (const mark of marks) {
    const letter = letterUnder(chars, rest, mark) ?? own[own.indexOf(mark) - 1] ?? -1;
    rest.splice(rest.indexOf(letter) + 1, 0, mark);
  }
  return rest;
}

/** The letter that a vowel sign is over or under: the one whose middle is nearest, if the sign is close to its box. */
export function letterUnder(chars: PageChars, own: readonly number[], mark: number): number | null {
  const { size, origin } = chars.run(mark);
  const middle = (chars.left(mark) + chars.right(mark)) / 2;
  let [nearest, least] = [null as number | null, Number.POSITIVE_INFINITY];
  for (const k of own) {
    const code = chars.code(k);
    if (!isRightToLeft(code) || isVowel(code) || chars.isBlank(k)) continue;
    if (Math.abs(chars.run(k).origin[1] - origin[1]) > size * 0.6) continue;
    const outside = Math.max(chars.left(k) - middle, middle - chars.right(k), 0);
    if (outside > size * 0.15) continue;
    const distance = outside * 4 + Math.abs((chars.left(k) + chars.right(k)) / 2 - middle);
    if (distance < least) [nearest, least] = [k, distance];
  }
  return nearest;
}

/** A vowel sign at the beginning of a word, or far from the letter before it. */
function isLost(chars: PageChars, before: number | undefined, mark: number): boolean {
  if (before === undefined || chars.isBlank(before)) return true;
  const gap = Math.max(chars.left(before) - chars.right(mark), chars.left(mark) - chars.right(before));
  return !isVowel(chars.code(before)) && gap > chars.run(mark).size * 0.15;
}

/** In a line that runs to the right, a space that the file has before a sign and the page after it. */
function withSpacesInPlace(chars: PageChars, own: readonly number[]): readonly number[] {
  const isMoved = (index: number): boolean => {
    const [space, sign] = [own[index] ?? -1, own[index + 1] ?? -1];
    if (!chars.isBlank(space) || chars.isGenerated(space) || !/[\p{P}\p{S}]/u.test(chars.text(sign))) return false;
    return Math.abs(chars.right(sign) - chars.left(space)) < 0.1;
  };
  if (!own.some((_, index) => isMoved(index))) return own;
  return own.map((k, index) =>
    isMoved(index) ? (own[index + 1] ?? k) : index > 0 && isMoved(index - 1) ? (own[index - 1] ?? k) : k,
  );
}

const openers = "([{«‹“";
const closers = ")]}»›”";

/** Brackets that open before what they hold: files name them by their shape or by their meaning. */
function withBrackets(chars: PageChars, own: readonly number[]): readonly number[] {
  for (const [position, k] of own.entries()) {
    const sign = chars.text(k);
    const n = openers.includes(sign) ? openers.indexOf(sign) : closers.indexOf(sign);
    if (n < 0) continue;
    const [before, after] = [own[position - 1], own[position + 1]].map((index) =>
      index === undefined || chars.isBlank(index) ? " " : chars.text(index),
    );
    const isFree = /[\s([{«"“]/.test(before ?? " ");
    const isEnd = /[\s.,;:!?،؛؟۔)\]}»"”]/.test(after ?? " ");
    if (isFree !== isEnd) chars.write(k, (isFree ? openers : closers).codePointAt(n) ?? chars.code(k));
  }
  return own;
}
