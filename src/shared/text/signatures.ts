import { type Replacement, replaceBits } from "./bits.ts";

/**
 * Bits for pairs of letters: about one in six is set by a quote of 130 letters and note, so that a pair rules out most
 * texts without it.
 */
const pairs = 512;
/** Bits for single letters, one for each character of ASCII: no other letter has the same, so these bits say all. */
const singles = 128;

/**
 * Which pairs of letters are in each of many texts, as bits: a bit-sliced signature file (Faloutsos and
 * Christodoulakis, ACM TOIS 2(4), 1984). It shows, without reading the texts, which of them cannot hold a term; 82
 * bytes for each text.
 */
export class Signatures {
  #length: number;
  /** Words of 32 bits for each slice. */
  #words: number;
  #slices: Uint32Array;

  /** For so many texts, none of which says anything yet. */
  constructor(length: number) {
    this.#length = length;
    this.#words = roomFor(Math.ceil(length / 32));
    this.#slices = new Uint32Array(this.#words * (pairs + singles));
  }

  /** Put other texts, which say nothing yet, in the place of some: those after them move. */
  replace(change: Replacement): void {
    this.#length += change.added - change.removed;
    this.#reserve(Math.ceil(this.#length / 32));
    for (let slice = 0; slice < pairs + singles; slice++)
      replaceBits(this.#slices, slice * this.#words, this.#words, change);
  }

  #reserve(words: number): void {
    if (words <= this.#words) return;
    const room = roomFor(words);
    const slices = new Uint32Array(room * (pairs + singles));
    for (let slice = 0; slice < pairs + singles; slice++)
      slices.set(this.#slices.subarray(slice * this.#words, (slice + 1) * this.#words), slice * room);
    [this.#words, this.#slices] = [room, slices];
  }

  /** Add the text with this index, from 0. */
  add(place: number, text: string): void {
    const [word, bit] = [place >>> 5, 1 << (place & 31)];
    const set = (slice: number): void => {
      const index = slice * this.#words + word;
      this.#slices[index] = (this.#slices[index] ?? 0) | bit;
    };
    for (let offset = 0, before = 0; offset < text.length; offset++) {
      const code = text.charCodeAt(offset);
      set(sliceOfOne(code));
      if (offset > 0) set(sliceOfPair(before, code));
      before = code;
    }
  }

  /**
   * Which texts may hold the term, a bit for each place in words of 32. Every text that does is among them, and others
   * unless `exact`.
   */
  among(term: string): Readonly<{ places: Uint32Array; exact: boolean }> {
    const places = new Uint32Array(Math.ceil(this.#length / 32)).fill(0xffffffff);
    const keep = (slice: number): void => {
      const from = slice * this.#words;
      for (let word = 0; word < places.length; word++)
        places[word] = (places[word] ?? 0) & (this.#slices[from + word] ?? 0);
    };
    if (term.length === 1) keep(sliceOfOne(term.charCodeAt(0)));
    for (let offset = 1; offset < term.length; offset++)
      keep(sliceOfPair(term.charCodeAt(offset - 1), term.charCodeAt(offset)));
    return { places, exact: term.length === 1 && term.charCodeAt(0) < singles };
  }
}

/** Room for so many words in each slice, and some more, so that it is not copied at each text that is added. */
function roomFor(words: number): number {
  return words === 0 ? 0 : words + 4 + (words >>> 5);
}

/** Which bit a UTF-16 unit has. Those beyond ASCII share the bits of pairs. */
function sliceOfOne(code: number): number {
  return code < singles ? pairs + code : sliceOfPair(0, code);
}

/** Which bit a pair of UTF-16 units has: multiplicative hashing (Knuth, TAOCP 3, 6.4). */
function sliceOfPair(before: number, code: number): number {
  return Math.imul((before << 16) ^ code, 0x9e3779b1) >>> 23;
}
