import type { PageChars } from "../../pdfium/page-chars.ts";

/** Most letters that a mark may be away from its own in the file. */
const farthest = 400;
/** Two letters that touch, or nearly so, in sizes of them. */
const touching = 0.12;

/**
 * The places in `order` with the vowel signs and tone marks of Thai and Lao after the letter that they are over or
 * under. Word and Distiller have them after the next letter, or PDFium has them on a line of their own, since some are
 * raised by a hair. Gaps and line ends that PDFium makes beside them are left out where the letters touch. Also gives
 * marks of the code pages of Windows their own codes, and joins the two halves of sara am.
 */
export function withThaiMarks(chars: PageChars, order: readonly number[]): readonly number[] {
  if (!order.some((k) => isThai(chars.code(k)))) return order;
  for (const k of order) if (isShifted(chars.code(k))) chars.write(k, shifted[chars.code(k) - firstShifted] ?? 0);
  nameHalves(chars, order);
  return withSaraAm(chars, withoutGaps(chars, inPlace(chars, order)));
}

/** Thai and Lao (Unicode 16, 16.1 and 16.2), and the marks of Thai that Windows has in the private use area. */
function isThai(code: number): boolean {
  return (code >= 0xe00 && code < 0xf00) || isShifted(code);
}

/**
 * What the glyphs stand for which Thai fonts for Windows have at U+F700 to U+F71A: marks shifted to the left or down
 * beside tall letters, and two letters without their lower part.
 */
const firstShifted = 0xf700;
const shifted = [
  ...[0xe10, 0xe34, 0xe35, 0xe36, 0xe37, 0xe48, 0xe49, 0xe4a, 0xe4b, 0xe4c, 0xe48, 0xe49, 0xe4a, 0xe4b, 0xe4c, 0xe0d],
  ...[0xe31, 0xe4d, 0xe47, 0xe48, 0xe49, 0xe4a, 0xe4b, 0xe4c, 0xe38, 0xe39, 0xe3a],
];

function isShifted(code: number): boolean {
  return code >= firstShifted && code < firstShifted + shifted.length;
}

/** A sign over or under a letter. */
function isMark(code: number): boolean {
  return isVowelSign(code) || isTone(code);
}

function isVowelSign(code: number): boolean {
  if (code < 0xe31 || code > 0xecd) return false;
  const thai = code < 0xe80 ? code : code - 0x80;
  return thai === 0xe31 || (thai >= 0xe34 && thai <= 0xe3c && thai !== 0xe3d) || code === 0xe47 || thai === 0xe4d;
}

function isTone(code: number): boolean {
  return (code >= 0xe48 && code <= 0xe4c) || (code >= 0xec8 && code <= 0xecc) || code === 0xe4e;
}

/** A consonant, which marks are put over. */
function isBase(code: number): boolean {
  return (code >= 0xe01 && code <= 0xe2e) || (code >= 0xe81 && code <= 0xeae) || code === 0xedc || code === 0xedd;
}

/** Each mark after its letter, vowel signs before tone marks. */
function inPlace(chars: PageChars, order: readonly number[]): readonly number[] {
  const marks = new Map<number, number[]>();
  const moved = new Set<number>();
  let isMoved = false;
  for (const [index, k] of order.entries()) {
    if (!isMark(chars.code(k))) continue;
    const letter = letterOf(chars, order, index);
    if (letter === null) continue;
    const own = marks.get(letter);
    if (own === undefined) marks.set(letter, [k]);
    else own.push(k);
    moved.add(k);
    isMoved ||= letter !== before(chars, order, index) || isUnsorted(chars, own ?? [], k);
  }
  if (!isMoved) return order;
  return order.flatMap((k) => {
    if (moved.has(k)) return [];
    const own = marks.get(k);
    return own === undefined ? [k] : [k, ...own.sort((a, b) => rankOf(chars, a) - rankOf(chars, b))];
  });
}

function isUnsorted(chars: PageChars, own: readonly number[], k: number): boolean {
  return own.some((other) => rankOf(chars, other) > rankOf(chars, k));
}

/** Where a mark comes after its letter. Nikhahit is a half of sara am, which is after tone marks. */
function rankOf(chars: PageChars, k: number): number {
  const code = chars.code(k);
  if (isTone(code)) return 1;
  return code === 0xe4d || code === 0xecd ? 2 : 0;
}

/** The letter before a mark, other marks and gaps left out. */
function before(chars: PageChars, order: readonly number[], index: number): number | null {
  for (let at = index - 1; at >= 0; at--) {
    const k = order[at] ?? -1;
    if (!isMark(chars.code(k)) && !chars.isGenerated(k)) return k;
  }
  return null;
}

/** The letter that a mark is over or under: the one before it in the file if it fits, else the nearest that does. */
function letterOf(chars: PageChars, order: readonly number[], index: number): number | null {
  const mark = order[index] ?? -1;
  const own = before(chars, order, index);
  if (own !== null && isUnder(chars, own, mark)) return own;
  for (let step = 1; step < farthest; step++)
    for (const k of [order[index - step], order[index + step]])
      if (k !== undefined && isUnder(chars, k, mark)) return k;
  return null;
}

/** True when the middle of a mark is over a consonant of its line. */
function isUnder(chars: PageChars, letter: number, mark: number): boolean {
  if (!isBase(chars.code(letter))) return false;
  const [ground, own] = [chars.run(letter), chars.run(mark)];
  if (Math.abs(ground.origin[1] - own.origin[1]) > ground.size * 0.25 || ground.turn !== own.turn) return false;
  if (Math.abs(ground.size - own.size) > ground.size * 0.1) return false;
  const middle = (chars.left(mark) + chars.right(mark)) / 2;
  return middle > chars.left(letter) && middle <= chars.right(letter);
}

/** Gaps and line ends that PDFium made between letters that touch: it does after each mark that is printed back. */
function withoutGaps(chars: PageChars, order: readonly number[]): readonly number[] {
  const gaps = new Set<number>();
  let base = -1;
  for (let index = 0; index < order.length; index++) {
    const k = order[index] ?? -1;
    if (!chars.isGenerated(k)) {
      if (!isMark(chars.code(k))) base = k;
      continue;
    }
    let end = index;
    while (end + 1 < order.length && chars.isGenerated(order[end + 1] ?? -1)) end++;
    const next = order[end + 1] ?? -1;
    if (isTouching(chars, base, order[index - 1] ?? -1, next))
      for (let at = index; at <= end; at++) gaps.add(order[at] ?? -1);
    index = end;
  }
  return gaps.size === 0 ? order : order.filter((k) => !gaps.has(k));
}

/** True when `next` is the mark of a letter, or touches it on the right. */
function isTouching(chars: PageChars, base: number, last: number, next: number): boolean {
  if (!isThai(chars.code(base)) || !isThai(chars.code(next))) return false;
  const { size, origin } = chars.run(base);
  if (Math.abs(origin[1] - chars.run(next).origin[1]) > size * 0.25) return false;
  if (isMark(chars.code(next))) return isUnder(chars, base, next);
  const end = Math.max(chars.right(base), chars.right(last));
  return (
    Math.abs(chars.left(next) - end) < size * touching ||
    Math.abs(chars.left(next) - chars.right(base)) < size * touching
  );
}

/**
 * Word names the first of the two glyphs of sara am as a space, which is over its letter, and the second one as sara aa
 * or as sara am, and then each sara aa so: where a page has such a space, only what goes with one is sara am.
 */
function nameHalves(chars: PageChars, order: readonly number[]): void {
  let isNamed = false;
  for (const [index, k] of order.entries()) {
    if (chars.code(k) !== 32 || chars.isGenerated(k)) continue;
    const near = order.slice(Math.max(0, index - 3), index + 4);
    const letter = near.find((other) => isUnder(chars, other, k));
    if (letter === undefined || !near.some((other) => isAaAfter(chars, letter, other))) continue;
    chars.write(k, 0xe4d);
    isNamed = true;
  }
  if (isNamed) for (const k of order) if (chars.code(k) === 0xe33) chars.write(k, 0xe32);
}

/** True for sara aa, which may be named sara am, beside its letter on the right. */
function isAaAfter(chars: PageChars, letter: number, k: number): boolean {
  const code = chars.code(k);
  const gap = chars.left(k) - chars.right(letter);
  return (code === 0xe32 || code === 0xe33) && Math.abs(gap) < chars.run(letter).size * touching;
}

/** Nikhahit and sara aa, which fonts print sara am with, as the one letter that they are typed as. */
function withSaraAm(chars: PageChars, order: readonly number[]): readonly number[] {
  const joined = new Set<number>();
  for (let index = 0; index + 1 < order.length; index++) {
    const [k, next] = [order[index] ?? -1, order[index + 1] ?? -1];
    const code = chars.code(k);
    if ((code !== 0xe4d && code !== 0xecd) || chars.code(next) !== code - 0x1b) continue;
    chars.write(next, code - 0x1a);
    joined.add(k);
  }
  return joined.size === 0 ? order : order.filter((k) => !joined.has(k));
}
