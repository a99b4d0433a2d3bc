import type { PageChars } from "../../pdfium/page-chars.ts";

/** Vowel signs that are printed before the consonant they are read after, from Devanagari to Malayalam. */
const early = new Set([...[0x93f, 0x9bf, 0x9c7, 0x9c8, 0xa3f, 0xabf, 0xb47, 0xbc6, 0xbc7, 0xbc8, 0xd46, 0xd47, 0xd48]]);
/** Fewer signs where none can be say nothing about a page. */
const leastMisplaced = 2;
/** The most of such signs, as a share, that end a word on a page whose file has them as they are printed. */
const mostAtEnds = 0.1;

/**
 * The places in `order` with vowel signs that are printed before a consonant after it, on pages whose file has them as
 * they are printed (iText, SILE): there some of them begin words, and hardly one ends any.
 */
export function withIndicOrder(chars: PageChars, order: readonly number[]): readonly number[] {
  if (!order.some((k) => early.has(chars.code(k))) || !isAsPrinted(chars, order)) return order;
  const read: number[] = [];
  for (let index = 0; index < order.length; ) {
    const k = order[index] ?? -1;
    const end = early.has(chars.code(k)) ? clusterEnd(chars, order, index + 1) : index + 1;
    if (end > index + 1) read.push(...order.slice(index + 1, end));
    index = Math.max(end, index + 1);
    const whole = composed(chars, k, order[index] ?? -1);
    if (whole === null) read.push(k);
    else chars.write(order[index] ?? -1, whole);
  }
  return read;
}

function isAsPrinted(chars: PageChars, order: readonly number[]): boolean {
  let [all, misplaced, atEnds] = [0, 0, 0];
  for (const [index, k] of order.entries()) {
    if (!early.has(chars.code(k)) || chars.run(k).isActual === true) continue;
    all++;
    if (!canTakeSign(chars.code(order[index - 1] ?? -1))) misplaced++;
    if (!isConsonant(chars.code(order[index + 1] ?? -1))) atEnds++;
  }
  return misplaced >= leastMisplaced && atEnds <= all * mostAtEnds;
}

/** Where the consonants that are one letter end: one, or some with a virama between. */
function clusterEnd(chars: PageChars, order: readonly number[], start: number): number {
  const codeAt = (index: number): number => chars.code(order[index] ?? -1);
  let end = start;
  while (isConsonant(codeAt(end))) {
    end++;
    if (isNukta(codeAt(end))) end++;
    if (!isVirama(codeAt(end)) || !isConsonant(codeAt(end + 1))) break;
    end++;
  }
  return end;
}

/** The sign that two parts of it make around a consonant (Bengali, Oriya, Tamil, Malayalam); null for others. */
function composed(chars: PageChars, k: number, next: number): number | null {
  if (!early.has(chars.code(k)) || next < 0) return null;
  const whole = (chars.text(k) + chars.text(next)).normalize("NFC");
  return [...whole].length === 1 ? (whole.codePointAt(0) ?? null) : null;
}

/** The blocks of these scripts have the same kinds of signs at the same places (Unicode 16, 12.1). */
function isConsonant(code: number): boolean {
  return isIndic(code) && code % 0x80 >= 0x15 && code % 0x80 <= 0x39;
}

function isNukta(code: number): boolean {
  return isIndic(code) && code % 0x80 === 0x3c;
}

function isVirama(code: number): boolean {
  return isIndic(code) && code % 0x80 === 0x4d;
}

function canTakeSign(code: number): boolean {
  return isConsonant(code) || isNukta(code) || (isIndic(code) && code % 0x80 >= 0x58 && code % 0x80 <= 0x5f);
}

function isIndic(code: number): boolean {
  return code >= 0x900 && code < 0xd80;
}
