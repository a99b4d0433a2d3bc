import { plainWords } from "../text/words.ts";

/**
 * The words of a text as they are compared: a number for each (equal words have equal numbers, in every text of one
 * `Vocabulary`), and where it starts and ends (UTF-16 units). Punctuation and white space are between words.
 */
export type TextWords = Readonly<{ text: string; ids: Int32Array; starts: Uint32Array; ends: Uint32Array }>;

/** Scripts that put no spaces between words: each of their letters counts as a word. */
const unspaced = "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}";
const letter = `[[\\p{L}\\p{N}\\p{M}]--[${unspaced}\\p{Script=Khmer}\\p{Script=Myanmar}]]`;
/** A word may have an apostrophe, a soft hyphen or a joiner inside. */
const word = new RegExp(
  `[${unspaced}\\p{Script=Khmer}\\p{Script=Myanmar}]\\p{M}*|${letter}+(?:['’\\u00ad\\u200b-\\u200d\\u2060]+${letter}+)*`,
  "gv",
);

/** Numbers for words that are compared without regard to case, accents and typography (`plainWords`). */
export class Vocabulary {
  readonly #written = new Map<string, number>();
  readonly #compared = new Map<string, number>();

  /** The words of a text, in order. */
  read(text: string): TextWords {
    const ids: number[] = [];
    const starts: number[] = [];
    const ends: number[] = [];
    word.lastIndex = 0;
    for (let found = word.exec(text); found !== null; found = word.exec(text)) {
      ids.push(this.#idOf(found[0]));
      starts.push(found.index);
      ends.push(found.index + found[0].length);
    }
    return { text, ids: Int32Array.from(ids), starts: Uint32Array.from(starts), ends: Uint32Array.from(ends) };
  }

  #idOf(written: string): number {
    const known = this.#written.get(written);
    if (known !== undefined) return known;
    // A word that folding leaves nothing of (a lone accent) is compared as it is written.
    const compared = plainWords(written) || written;
    const id = this.#compared.get(compared) ?? this.#compared.size;
    this.#compared.set(compared, id);
    this.#written.set(written, id);
    return id;
  }
}

/** The words that a range touches, as a half-open range of their indexes; empty where it touches none. */
export function wordsIn(words: TextWords, range: Readonly<{ start: number; end: number }>): [from: number, to: number] {
  const from = firstAbove(words.ends, range.start);
  return [from, Math.max(from, firstAbove(words.starts, range.end - 1))];
}

/** Index of the first number of a sorted list that is larger than `limit`; its length where none is. */
export function firstAbove(sorted: Uint32Array, limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
