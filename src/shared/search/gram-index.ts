import type { Steps } from "../model/steps.ts";
import { isWordStart, type LineRange, type Searchable, type Term } from "./search.ts";

/**
 * Which runs of one to three units are in each stretch of a paper's folded words: a signature file (Faloutsos and
 * Christodoulakis, ACM TOIS 2(4), 1984). It rules out stretches that cannot have a term; the others are read. About a
 * twentieth of the words' own size.
 */
export type GramIndex = Readonly<{
  /** The first paragraph of each stretch, and after the last the number of paragraphs. */
  lines: Uint32Array<ArrayBuffer>;
  /** Where the bits of each stretch begin in `bits`, and after the last their length; a power of two for each. */
  offsets: Uint32Array<ArrayBuffer>;
  bits: Uint32Array<ArrayBuffer>;
}>;

/** How many units of words a stretch has at least, unless the paper ends. A paragraph is never divided. */
const stretch = 1 << 14;
/** Bits of a stretch at most, and words of 32 bits at least. */
const mostBits = 1 << 16;
const leastWords = 4;
/** The largest part of the bits that is set: a term of five letters then lets through one stretch of a thousand. */
const fullest = 0.25;

/** Index the words of a paper, in steps of a stretch. */
export function* gramIndexSteps({ folded, lines }: Searchable): Steps<GramIndex> {
  const table = new Uint32Array(mostBits / 32);
  const starts: number[] = [];
  const parts: Uint32Array[] = [];
  const paragraphs = lines.length - 1;
  for (let line = 0; line < paragraphs; ) {
    starts.push(line);
    const from = lines[line] ?? 0;
    while (line < paragraphs && (lines[line] ?? 0) - from < stretch) line++;
    table.fill(0);
    yield* addGrams(table, folded, from, (lines[line] ?? 1) - 1);
    parts.push(shrunk(table));
    yield;
  }
  const offsets = new Uint32Array(parts.length + 1);
  for (const [index, part] of parts.entries()) offsets[index + 1] = (offsets[index] ?? 0) + part.length;
  const bits = new Uint32Array(offsets[parts.length] ?? 0);
  for (const [index, part] of parts.entries()) bits.set(part, offsets[index]);
  return { lines: Uint32Array.from([...starts, paragraphs]), offsets, bits };
}

/** The paragraphs that may have all terms; every paragraph that has them is among these. */
export function candidates({ lines, offsets, bits }: GramIndex, grams: Uint32Array): LineRange[] {
  const ranges: { from: number; to: number }[] = [];
  for (let index = 0; index + 1 < lines.length; index++) {
    const first = offsets[index] ?? 0;
    const mask = ((offsets[index + 1] ?? 0) - first) * 32 - 1;
    if (!hasAll(bits, first, mask, grams)) continue;
    const [from = 0, to = 0] = [lines[index], lines[index + 1]];
    const last = ranges.at(-1);
    if (last?.to === from) last.to = to;
    else ranges.push({ from, to });
  }
  return ranges;
}

function hasAll(bits: Uint32Array, first: number, mask: number, grams: Uint32Array): boolean {
  for (const gram of grams) {
    const bit = gram & mask;
    if (((bits[first + (bit >>> 5)] ?? 0) & (1 << (bit & 31))) === 0) return false;
  }
  return true;
}

/** What a stretch must have for all of these terms to be in it. */
export function gramsOf(terms: readonly Term[]): Uint32Array {
  const grams: number[] = [];
  for (const { words, anywhere } of terms) {
    const [a, b] = [words.charCodeAt(0), words.charCodeAt(1)];
    if (words.length === 1) grams.push(anywhere ? one(a) : oneAtStart(a));
    else if (!anywhere) grams.push(twoAtStart(a, b));
    if (words.length === 2 && anywhere) grams.push(two(a, b));
    for (let offset = 2; offset < words.length; offset++) {
      const [first, middle, last] = [offset - 2, offset - 1, offset].map((place) => words.charCodeAt(place));
      if (first === undefined || middle === undefined || last === undefined) continue;
      if (isWide(first) || isWide(middle) || isWide(last)) grams.push(two(first, middle), two(middle, last));
      else grams.push(three(first, middle, last));
    }
  }
  return Uint32Array.from(new Set(grams));
}

/** Units after which work may pause: some milliseconds. */
const together = 1 << 16;

function* addGrams(table: Uint32Array, text: string, from: number, to: number): Steps<void> {
  const set = (gram: number): void => {
    const bit = gram & (mostBits - 1);
    table[bit >>> 5] = (table[bit >>> 5] ?? 0) | (1 << (bit & 31));
  };
  let [a, b] = [newline, newline];
  for (let offset = from; offset < to; offset++) {
    const c = text.charCodeAt(offset);
    if ((offset - from) % together === together - 1) yield;
    if (c === newline) {
      [a, b] = [newline, newline];
      continue;
    }
    set(one(c));
    if (isWordStart(text, offset)) {
      set(oneAtStart(c));
      const next = offset + 1 < to ? text.charCodeAt(offset + 1) : newline;
      if (next !== newline) set(twoAtStart(c, next));
    }
    if (b !== newline) {
      set(two(b, c));
      if (a !== newline && !isWide(a) && !isWide(b) && !isWide(c)) set(three(a, b, c));
    }
    [a, b] = [b, c];
  }
}

/** The bits in as few words as they fit in: half a table and the other half on top, as often as it stays sparse. */
function shrunk(table: Uint32Array): Uint32Array {
  let part = table.slice();
  while (part.length > leastWords) {
    const half = part.length / 2;
    const folded = part.slice(0, half);
    for (let index = 0; index < half; index++) folded[index] = (folded[index] ?? 0) | (part[half + index] ?? 0);
    if (count(folded) > folded.length * 32 * fullest) break;
    part = folded;
  }
  return part;
}

function count(words: Uint32Array): number {
  let bits = 0;
  for (const word of words) {
    // Bits of a word, added side by side (Warren, Hacker's Delight, 5-1).
    let sum = word - ((word >>> 1) & 0x55555555);
    sum = (sum & 0x33333333) + ((sum >>> 2) & 0x33333333);
    bits += Math.imul((sum + (sum >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
  }
  return bits;
}

const newline = 10;

/**
 * Chinese, Japanese and Korean have so many signs that two of them say as much as three letters; three would only fill
 * the bits.
 */
const isWide = (code: number): boolean => code >= 0x2e80;

/** A number for each kind of run, mixed so that its low bits differ (the finalizer of MurmurHash3, Appleby 2011). */
function mixed(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

const one = (code: number): number => mixed(code);
const oneAtStart = (code: number): number => mixed(code ^ 0x9e3779b9);
const two = (a: number, b: number): number => mixed((a << 16) | b);
const twoAtStart = (a: number, b: number): number => mixed(((a << 16) | b) ^ 0x5bd1e995);
const three = (a: number, b: number, c: number): number => mixed(Math.imul((a << 16) | b, 0x01000193) ^ c);
