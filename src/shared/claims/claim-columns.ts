import type { AnnotationId } from "../model/ids.ts";
import { WordNumbers } from "../text/word-numbers.ts";
import { printId } from "./packed-id.ts";

/** What the columns of all claims have in common: the strings and words that their numbers mean. */
export class ColumnKeys {
  /** Identifiers and other strings by their numbers; 0 is for none. */
  readonly keys: string[] = [""];
  readonly vocabulary = new WordNumbers();
  readonly #numbers = new Map<string, number>([["", 0]]);
  #places = new Uint32Array();

  /** The number of a string, which is added where it is new. */
  numberOf(key: string): number {
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.keys.push(key) - 1;
    this.#numbers.set(key, number);
    return number;
  }

  /** The different numbers in a list of words; each number in the list becomes its place among them. */
  eachOnce(said: number[]): Uint32Array {
    if (this.#places.length < this.vocabulary.size) this.#places = new Uint32Array(2 * this.vocabulary.size);
    const places = this.#places;
    const words: number[] = [];
    for (let index = 0; index < said.length; index++) {
      const number = said[index] ?? 0;
      if (places[number] === 0) places[number] = words.push(number);
      said[index] = (places[number] ?? 0) - 1;
    }
    for (const number of words) places[number] = 0;
    return Uint32Array.from(words);
  }
}

/**
 * Where in the row of a claim each fact is; `id` has four numbers. `levels` is certainty, reliability (1 for A) and
 * credibility, four bits each, 0 for none. The last says where its positions end.
 */
export const field = { id: 0, paper: 4, actor: 5, coder: 6, levels: 7, positions: 8 } as const;
/** How many numbers a row has, one position (issue, stance, strength; 0 for none), and the times of a claim. */
export const width = { row: 9, position: 3, times: 2 } as const;

/**
 * Some claims in their order, as numbers side by side: a tenth of what they take as objects, and a filter or an order
 * of a million of them touches nothing else.
 */
export type ClaimColumns = Readonly<{
  count: number;
  /** `width.row` numbers for each claim, by `field`. */
  rows: Uint32Array;
  /** When each claim was created and modified (`packTime`). */
  times: Float64Array;
  positions: Uint32Array;
  /** The numbers in the vocabulary of the words in these claims, each once. */
  words: Uint32Array;
  /** What the claims say: for each word its place in `words`; and where the words of each claim end. */
  said: Uint16Array | Uint32Array;
  saidEnds: Uint32Array;
  /** The claims that say each of `words`, each once, by their indexes here; and where those of each word end. */
  sayers: Uint8Array;
  sayerEnds: Uint16Array | Uint32Array;
}>;

/** How many claims go in one piece: what a change of a long list has to read again. Indexes fit a byte. */
export const maxColumns = 256;

/** The identifier of a claim. */
export function idIn({ rows }: ClaimColumns, index: number, keys: readonly string[]): AnnotationId {
  return printId(rows, index * width.row + field.id, keys) as AnnotationId;
}
