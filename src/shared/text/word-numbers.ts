import { plainWords } from "./words.ts";

/** Where a term is looked for in a word: anywhere, at its beginning or end, or as all of it. */
export type WordPart = "any" | "start" | "end" | "whole";

/** So many forms that are no plain ASCII are remembered with their words, and none longer than this. */
const [maxForms, longestForm] = [50_000, 24];
const space = 0x20;

/**
 * The words of many texts as they are compared (`plainWords`), each once, with a number from 0. Texts then are lists of
 * numbers: a million claims take 70 bytes each instead of 300, and a term is looked for in each word once.
 *
 * Words are in one buffer with a space on either side, each UTF-16 unit by itself as UTF-8 encodes such a number
 * (CESU-8, Unicode Technical Report 26): a part of a word in UTF-16 is the same part in these bytes.
 */
export class WordNumbers {
  #bytes = new Uint8Array(1 << 16);
  /** Where the space after each word is. */
  #ends = new Uint32Array(1 << 12);
  #count = 0;
  /** Open addressing: the number of a word plus 1, 0 for an empty slot. Never more than half full. */
  #slots = new Uint32Array(1 << 13);
  readonly #forms = new Map<string, readonly number[]>();
  #scratch = new Uint8Array(256);

  constructor() {
    this.#bytes[0] = space;
  }

  /** How many words there are. */
  get size(): number {
    return this.#count;
  }

  /** Add the numbers of the words of a text to a list, in their order. */
  addWords(text: string, numbers: number[]): void {
    let start = 0;
    while (start < text.length) {
      // What is compared never depends on what is on the other side of a space.
      let end = text.indexOf(" ", start);
      if (end < 0) end = text.length;
      if (end > start) this.#addForm(text, start, end, numbers);
      start = end + 1;
    }
  }

  #addForm(text: string, start: number, end: number, numbers: number[]): void {
    if (this.#scratch.length < 3 * (end - start)) this.#scratch = new Uint8Array(6 * (end - start));
    const scratch = this.#scratch;
    for (let offset = start; offset < end; offset++) {
      const code = text.charCodeAt(offset);
      if (code <= space || code > 126) {
        this.#addOther(text.slice(start, end), numbers);
        return;
      }
      scratch[offset - start] = code >= 65 && code <= 90 ? code + 32 : code;
    }
    numbers.push(this.#number(end - start));
  }

  #addOther(form: string, numbers: number[]): void {
    let known = this.#forms.get(form);
    if (known === undefined) {
      const words = plainWords(form).split(" ");
      known = words.flatMap((word) => (word === "" ? [] : [this.#number(this.#encode(word))]));
      if (form.length <= longestForm && this.#forms.size < maxForms) this.#forms.set(form, known);
    }
    for (const number of known) numbers.push(number);
  }

  /** Write a text to the scratch buffer; how many bytes it has. */
  #encode(text: string): number {
    if (this.#scratch.length < 3 * text.length) this.#scratch = new Uint8Array(6 * text.length);
    const scratch = this.#scratch;
    let length = 0;
    for (let offset = 0; offset < text.length; offset++) {
      const code = text.charCodeAt(offset);
      if (code < 0x80) scratch[length++] = code;
      else {
        if (code < 0x800) scratch[length++] = 0xc0 | (code >> 6);
        else {
          scratch[length++] = 0xe0 | (code >> 12);
          scratch[length++] = 0x80 | ((code >> 6) & 0x3f);
        }
        scratch[length++] = 0x80 | (code & 0x3f);
      }
    }
    return length;
  }

  /** The number of the word of so many bytes in the scratch buffer, which is added where it is new. */
  #number(length: number): number {
    const mask = this.#slots.length - 1;
    let slot = hash(this.#scratch, 0, length) & mask;
    for (let entry = this.#slots[slot] ?? 0; entry !== 0; entry = this.#slots[slot] ?? 0) {
      if (this.#isWord(entry - 1, length)) return entry - 1;
      slot = (slot + 1) & mask;
    }
    this.#slots[slot] = this.#count + 1;
    return this.#append(length);
  }

  #startOf(number: number): number {
    return number === 0 ? 1 : (this.#ends[number - 1] ?? 0) + 1;
  }

  #isWord(number: number, length: number): boolean {
    const start = this.#startOf(number);
    if ((this.#ends[number] ?? 0) - start !== length) return false;
    for (let index = 0; index < length; index++) if (this.#bytes[start + index] !== this.#scratch[index]) return false;
    return true;
  }

  #append(length: number): number {
    const number = this.#count++;
    const start = this.#startOf(number);
    while (start + length + 1 > this.#bytes.length) this.#bytes = doubled(this.#bytes, Uint8Array);
    if (number === this.#ends.length) this.#ends = doubled(this.#ends, Uint32Array);
    this.#bytes.set(this.#scratch.subarray(0, length), start);
    this.#bytes[start + length] = space;
    this.#ends[number] = start + length;
    if (this.#count * 2 > this.#slots.length) this.#rehash();
    return number;
  }

  #rehash(): void {
    const slots = new Uint32Array(this.#slots.length * 2);
    const mask = slots.length - 1;
    for (let number = 0; number < this.#count; number++) {
      let slot = hash(this.#bytes, this.#startOf(number), this.#ends[number] ?? 0) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = number + 1;
    }
    this.#slots = slots;
  }

  /** 1 at the number of each word that has a term, which has no space, in that part of it. */
  marks(term: string, part: WordPart): Uint8Array {
    const marks = new Uint8Array(this.#count);
    const [before, after] = [part === "start" || part === "whole", part === "end" || part === "whole"];
    const length = this.#encode(`${before ? " " : ""}${term}${after ? " " : ""}`);
    if (length === 0) return marks.fill(1);
    const [bytes, wanted, ends] = [this.#bytes, this.#scratch.slice(0, length), this.#ends];
    const first = wanted[0] ?? 0;
    const last = (this.#count === 0 ? 0 : this.#startOf(this.#count)) - length;
    let number = 0;
    for (let offset = 0; offset <= last; offset++) {
      if (bytes[offset] !== first) continue;
      let same = 1;
      while (same < length && bytes[offset + same] === wanted[same]) same++;
      if (same < length) continue;
      const inside = before ? offset + 1 : offset;
      while ((ends[number] ?? 0) <= inside) number++;
      marks[number] = 1;
      // Once is enough, and the space after one word is the one before the next.
      offset = (ends[number] ?? 0) - 1;
    }
    return marks;
  }
}

/** FNV-1a (draft-eastlake-fnv), 32 bits. */
function hash(bytes: Uint8Array, start: number, end: number): number {
  let value = 0x811c9dc5;
  for (let index = start; index < end; index++) value = Math.imul(value ^ (bytes[index] ?? 0), 0x01000193);
  return value ^ (value >>> 15);
}

type Numbers = Uint8Array<ArrayBuffer> | Uint32Array<ArrayBuffer>;

function doubled<Values extends Numbers>(values: Values, kind: new (length: number) => Values): Values {
  const larger = new kind(values.length * 2);
  larger.set(values);
  return larger;
}
