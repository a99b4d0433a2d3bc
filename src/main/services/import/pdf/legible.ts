import type { Message } from "../../../../shared/messages/arguments.ts";
import { message } from "../../../../shared/messages/message.ts";
import type { PageChars } from "../../pdfium/page-chars.ts";
import { inFixedPitch, isCodeWord, isMathFont } from "./code-words.ts";
import { lacksAlef } from "./letter-shares.ts";
import { lacksLigatures } from "./missing-ligatures.ts";
import { misplacedSigns } from "./mixed-scripts.ts";

/** What keeps a page's words from being read: fonts that do not say which letters they show. */
export type Fault = "garbled" | "lacking";

/** Fewer letters than this say nothing about a page. */
const enough = 20;

/**
 * The fault of a page's text; null where it reads as print does. `seen` are the places of its characters in their
 * order.
 */
export function faultOf(chars: PageChars, seen: readonly number[]): Fault | null {
  let inked = 0;
  for (const k of seen) if (!chars.isBlank(k)) inked++;
  if (inked < enough) return null;
  if (isGarbled(chars, seen, inked)) return "garbled";
  return lacksLetters(chars, seen) || hasNoLigatures(chars, seen, inked) ? "lacking" : null;
}

/** English has one of ff, fi, fl to about 170 letters; a page with as many letters to each of them may lack some. */
const fewLigatures = 500;

/** True where ligatures have no letters at all, or spaces in their place. */
function hasNoLigatures(chars: PageChars, seen: readonly number[], inked: number): boolean {
  let found = 0;
  let last = 0;
  for (const k of seen) {
    const code = chars.code(k);
    if (last === 0x66 ? code === 0x66 || code === 0x69 || code === 0x6c : code >= 0xfb00 && code < 0xfb0a) found++;
    last = code;
  }
  if (found > inked / fewLigatures) return false;
  return lacksLigatures(wordAt(chars, seen, 0, seen.length).replace(/\s+/g, " "));
}

function inkedIn(chars: PageChars, seen: readonly number[]): number[] {
  return seen.filter((k) => !chars.isBlank(k));
}

/** Signs that no print shows, or words that no script has. `inked` is how many of the characters leave ink. */
function isGarbled(chars: PageChars, seen: readonly number[], inked: number): boolean {
  let strange = chars.lost;
  let hasOtherScripts = false;
  for (const k of seen) {
    if (chars.isBlank(k)) continue;
    const code = chars.code(k);
    // Large brackets are put together from pieces that are no characters.
    if (isStrange(code) && !isMathFont(chars.run(k).font)) strange++;
    if (code > 0x2ff) hasOtherScripts = true;
  }
  if (hasOtherScripts) strange += misplacedSigns(chars, seen);
  if (strange > Math.max(4, inked * 0.02)) return true;
  if (hasOtherScripts && lacksAlef(chars, inkedIn(chars, seen))) return true;
  let words = 0;
  const odd: [number, number][] = [];
  for (let start = 0; start < seen.length; start++) {
    let end = start;
    while (end < seen.length && !chars.isBlank(seen[end] ?? -1)) end++;
    if (end - start >= 4) {
      const kind = kindOf(chars, seen, start, end);
      if (kind !== "dots") words++;
      if (kind === "odd") odd.push([start, end]);
    }
    start = end;
  }
  return words >= 12 && odd.length > words * 0.3 && odd.length - codeIn(chars, seen, odd) > words * 0.3;
}

/** How many of some words, by where they begin and end, are those of a listing or of a formula. */
function codeIn(chars: PageChars, seen: readonly number[], words: readonly (readonly [number, number])[]): number {
  const isFixed = inFixedPitch(chars, seen);
  return words.filter(
    ([start, end]) =>
      (isFixed(seen[start] ?? -1) && isCodeWord(wordAt(chars, seen, start, end))) ||
      seen.slice(start, end).some((k) => isMathFont(chars.run(k).font)),
  ).length;
}

function wordAt(chars: PageChars, seen: readonly number[], start: number, end: number): string {
  let word = "";
  for (let index = start; index < end; index++) word += chars.text(seen[index] ?? -1);
  return word;
}

/** Controls, halves of characters, replacement and private use: none of them has a shape. */
function isStrange(code: number): boolean {
  if (code < 0x20) return code !== 2 && code !== 9;
  if (code >= 0x80 && code < 0xa0) return true;
  return (code >= 0xe000 && code <= 0xf8ff) || code === 0xfffd || code >= 0xf0000;
}

/** What a word is; one sign again and again, such as dots that lead the eye, is none. */
function kindOf(chars: PageChars, seen: readonly number[], start: number, end: number): "plain" | "odd" | "dots" {
  if (isPlain(chars, seen, start, end)) return "plain";
  const word = wordAt(chars, seen, start, end);
  if (/^(.)\1+$/u.test(word)) return "dots";
  return isOdd(word) ? "odd" : "plain";
}

/**
 * True for most words of most pages, without making a string of them: small Latin letters after a first one, a vowel
 * among them, and never six consonants in a row. Punctuation before and after them is left out.
 */
function isPlain(chars: PageChars, seen: readonly number[], start: number, end: number): boolean {
  let consonants = 0;
  let hasVowel = false;
  let [first, last] = [start, end];
  while (last > first && isClosing(chars.code(seen[last - 1] ?? -1))) last--;
  while (first < last && isOpening(chars.code(seen[first] ?? -1))) first++;
  for (let index = first; index < last; index++) {
    const code = chars.code(seen[index] ?? -1);
    const small = code | 0x20;
    if (small < 97 || small > 122 || (code < 97 && index > first)) return false;
    if (isVowel(small)) {
      hasVowel = true;
      consonants = 0;
    } else if (++consonants === 6) return false;
  }
  return hasVowel;
}

/** A comma, a full stop, another sign at the end of a sentence, a bracket or a quotation mark after a word. */
function isClosing(code: number): boolean {
  if (code > 0x3f) return code === 0x2019 || code === 0x201d;
  return (
    code === 0x2c || code === 0x2e || code === 0x3a || code === 0x3b || code === 0x21 || code === 0x3f || code === 0x29
  );
}

function isOpening(code: number): boolean {
  return code === 0x28 || code === 0x2018 || code === 0x201c;
}

/** True when each word of four letters or more reads as one in a language of Latin letters, and there is one. */
export function readsAsWords(text: string): boolean {
  const words = text.match(/[^\s\p{P}\p{S}\p{N}]{4,}/gu) ?? [];
  return words.length > 0 && !text.includes("\ufffd") && words.every(isLatinWord);
}

function isLatinWord(word: string): boolean {
  const plain = word.normalize("NFD").replace(/\p{M}/gu, "");
  if (!/^(?:\p{L}?\p{Ll}+|\p{Lu}+)$/u.test(plain) || !/^\p{Script=Latin}+$/u.test(plain)) return false;
  return /[aeiouyæøœı]/i.test(plain) && !/[b-df-hj-np-tv-xz]{6}/i.test(plain) && !isOdd(word);
}

function isVowel(small: number): boolean {
  return small === 97 || small === 101 || small === 105 || small === 111 || small === 117 || small === 121;
}

/**
 * Signs or figures between letters, many consonants and no vowel, or nothing but signs of the upper half of Latin-1:
 * letters of another code page (Cyrillic, Greek, Arabic, Chinese) under the names that their codes have there.
 */
function isOdd(printed: string): boolean {
  // TeX prints accents as signs of their own beside their letters, of which they become part.
  const word = printed.replace(/[´ˆ˜¨](?=[aeiounı])|¸(?=[cs])|ˇ(?=[cszre])/giu, "");
  if (/^[\u00a1-\u00ff]{4,}$/u.test(word) && /\p{L}{2}/u.test(word)) return true;
  const bare = word.replace(/^[\p{P}\p{S}]+|[\p{P}\p{S}]+$/gu, "");
  if (/^(?:https?|www)|[@/._–—-]|^[\p{N}.,]+/u.test(bare)) return false;
  if (/\p{L}[\p{S}!-&*+;<=>?[\\\]^`{|}~]+\p{L}/u.test(bare) || bare === "") return true;
  if (!/^[\p{Script=Latin}\p{M}\d]+$/u.test(bare)) return false;
  if (/\p{L}\d+\p{L}/u.test(bare)) return true;
  const plain = bare.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  if (/[b-df-hj-np-tv-xz]{6}/.test(plain)) return true;
  return bare.length >= 5 && !/[aeiouyæøœı]/.test(plain) && /\p{Ll}|^\p{Lu}{7,}/u.test(bare);
}

/** Letters that ligatures end with: fi, fl, ff, ffi, ft, Th, tt. */
function isEnd(code: number): boolean {
  return code === 0x66 || code === 0x68 || code === 0x69 || code === 0x6c || code === 0x74;
}

/**
 * A ligature that a font names by its last letter alone (“inal” for final): the same letter of the same font comes in
 * two widths, the wider one nearly twice the other.
 */
function lacksLetters(chars: PageChars, seen: readonly number[]): boolean {
  const ending: number[] = [];
  for (const k of seen) if (isEnd(chars.code(k)) && !chars.isBlank(k)) ending.push(k);
  const usual = usualWidths(chars, ending);
  const wide: number[] = [];
  for (let index = 0; index < seen.length; index++) {
    const k = seen[index] ?? -1;
    if (!isEnd(chars.code(k)) || chars.isBlank(k)) continue;
    const times = widthOf(chars, k) / usual(k);
    if (times <= 1.45 || times >= 3.2) continue;
    // The letters of a ligature that is named whole share its box.
    if (!isInOneBox(chars, k, nextInk(chars, seen, index, -1)) && !isInOneBox(chars, k, nextInk(chars, seen, index, 1)))
      wide.push(index);
  }
  if (wide.length < 2) return false;
  // Where the letters beside it are wide too, words are spaced out. Most pages never come to this.
  const all = usualWidths(chars, inkedIn(chars, seen));
  const isWide = (k: number | undefined, own: number): boolean =>
    k !== undefined && chars.together(k, own) && widthOf(chars, k) > all(k) * 1.1;
  const lacking = wide.filter((index) => {
    const own = seen[index] ?? -1;
    return !isWide(nextInk(chars, seen, index, -1), own) && !isWide(nextInk(chars, seen, index, 1), own);
  });
  return lacking.length >= 2;
}

/** Widths, in 50ths of the size, beyond which no letter is. */
const widest = 1 << 10;

/** The nearest character before (-1) or after (1) an index that leaves ink. */
function nextInk(chars: PageChars, seen: readonly number[], index: number, way: 1 | -1): number | undefined {
  let next = index + way;
  while (next >= 0 && next < seen.length && chars.isBlank(seen[next] ?? -1)) next += way;
  return seen[next];
}

/**
 * The width that most of the same letters of one font and size have, where there are eight of them; endless elsewhere.
 */
function usualWidths(chars: PageChars, inked: readonly number[]): (k: number) => number {
  const counts = new PerFont(chars, () => new Map<number, number>());
  for (const k of inked) {
    const own = counts.of(k);
    const key = chars.code(k) * widest + Math.min(widthOf(chars, k), widest - 1);
    own.set(key, (own.get(key) ?? 0) + 1);
  }
  const usual = new PerFont(chars, (font) => {
    const most = new Map<number, number>();
    const best = new Map<number, number>();
    for (const [key, count] of counts.ofFont(font)) {
      const code = Math.floor(key / widest);
      if (count <= (most.get(code) ?? 0)) continue;
      most.set(code, count);
      best.set(code, key % widest >= 8 && count >= 8 ? key % widest : Number.POSITIVE_INFINITY);
    }
    return best;
  });
  return (k) => usual.of(k).get(chars.code(k)) ?? Number.POSITIVE_INFINITY;
}

/** Something for each font and size of a page. The font of a letter is looked up once for each run. */
class PerFont<Value> {
  readonly #chars: PageChars;
  readonly #make: (font: string) => Value;
  readonly #values = new Map<string, Value>();
  #last = -1;
  #own: Value | null = null;

  constructor(chars: PageChars, make: (font: string) => Value) {
    this.#chars = chars;
    this.#make = make;
  }

  of(k: number): Value {
    if (this.#own === null || !this.#chars.together(this.#last, k)) {
      const { font, size } = this.#chars.run(k);
      this.#own = this.ofFont(`${font} ${size.toFixed(1)}`);
      this.#last = k;
    }
    return this.#own;
  }

  ofFont(font: string): Value {
    const value = this.#values.get(font) ?? this.#make(font);
    this.#values.set(font, value);
    return value;
  }
}

function widthOf(chars: PageChars, k: number): number {
  return Math.round(((chars.right(k) - chars.left(k)) / chars.run(k).size) * 50);
}

function isInOneBox(chars: PageChars, k: number, other: number | undefined): boolean {
  return other !== undefined && chars.left(k) === chars.left(other) && chars.right(k) === chars.right(other);
}

/** What warns of pages that can't be read as they are printed; `named` gives a list of pages as values of a message. */
export function faultWarnings(
  pages: Readonly<Record<Fault, readonly number[]>>,
  named: (pages: readonly number[]) => Readonly<{ count: number; pages: string; more: number }>,
): Message[] {
  return faults.flatMap((fault) => (pages[fault].length === 0 ? [] : [message(keys[fault], named(pages[fault]))]));
}

const faults = ["garbled", "lacking"] as const;
const keys = { garbled: "pdf.fontsGarbled", lacking: "pdf.fontsLacking" } as const;
