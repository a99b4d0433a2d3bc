/** Bits of a text: about one in six is set by a quote of 130 letters and note, so that a pair of letters rules out most texts without it. */
const width = 512;

/**
 * Which pairs of letters stand in each of many texts, as bits: a bit-sliced signature file (Faloutsos and Christodoulakis,
 * ACM TOIS 2(4), 1984). It tells without a look at the texts which of them cannot hold a term; 64 bytes for each text.
 */
export class Signatures {
  readonly #words: number;
  readonly #slices: Uint32Array;

  /** For so many texts, none of which says anything yet. */
  constructor(length: number) {
    this.#words = Math.ceil(length / 32);
    this.#slices = new Uint32Array(this.#words * width);
  }

  /** Put in the text that stands at a place, from 0. */
  add(place: number, text: string): void {
    const [word, bit] = [place >>> 5, 1 << (place & 31)];
    for (let at = 1, before = text.charCodeAt(0); at < text.length; at++) {
      const code = text.charCodeAt(at);
      const index = sliceOf(before, code) * this.#words + word;
      this.#slices[index] = (this.#slices[index] ?? 0) | bit;
      before = code;
    }
  }

  /** Where a text may stand that holds the term, a bit for each place in words of 32. Every text that does is among them, and others. */
  among(term: string): Uint32Array {
    const left = new Uint32Array(this.#words).fill(0xffffffff);
    for (let at = 1; at < term.length; at++) {
      const from = sliceOf(term.charCodeAt(at - 1), term.charCodeAt(at)) * this.#words;
      for (let word = 0; word < left.length; word++) left[word] = (left[word] ?? 0) & (this.#slices[from + word] ?? 0);
    }
    return left;
  }
}

/** Which bit a pair of UTF-16 units has: multiplicative hashing (Knuth, TAOCP 3, 6.4). */
function sliceOf(before: number, code: number): number {
  return Math.imul((before << 16) ^ code, 0x9e3779b1) >>> 23;
}
