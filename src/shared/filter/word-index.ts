import type { Coded } from "../claims/claims.ts";
import { GroupIndex, referredTo } from "../claims/group-index.ts";
import { Signatures } from "../text/signatures.ts";
import { ownWords, type WordFinder } from "./words.ts";

/**
 * What many annotations say, side by side, for those who look for one word after the other. Of 100,000 annotations only
 * those are touched that may hold it: going to each in memory takes longer than all the rest.
 */
export class WordIndex {
  readonly #coded: readonly Coded[];
  readonly #words: string[] = [];
  readonly #signatures: Signatures;
  readonly #actors: GroupIndex;
  readonly #issues: GroupIndex;

  constructor(coded: readonly Coded[]) {
    this.#coded = coded;
    this.#signatures = new Signatures(coded.length);
    this.#actors = new GroupIndex(coded.length);
    this.#issues = new GroupIndex(coded.length);
  }

  /** Put in what is not in yet, until told to stop; whether everything is. */
  fill(stop: () => boolean = () => false): boolean {
    for (let place = this.#words.length; place < this.#coded.length && !stop(); place++) {
      const claim = this.#coded[place];
      if (claim === undefined) break;
      const words = ownWords(claim.annotation);
      this.#words.push(words);
      this.#signatures.add(place, words);
      this.#actors.add(referredTo(claim, "actor"));
      this.#issues.add(referredTo(claim, "issue"));
    }
    return this.#words.length === this.#coded.length;
  }

  /** Finds words among these annotations; its tests want to be given the place in the list. */
  readonly finder: WordFinder = (term, actors, issues) => {
    this.fill();
    const found = new Uint8Array(this.#coded.length);
    const { places, exact } = this.#signatures.among(term);
    places.forEach((bits, word) => {
      for (let left = bits; left !== 0; left &= left - 1) {
        const place = word * 32 + 31 - Math.clz32(left & -left);
        if (exact || this.#words[place]?.includes(term)) found[place] = 1;
      }
    });
    if (actors.size > 0) this.#actors.mark(actors, found);
    if (issues.size > 0) this.#issues.mark(issues, found);
    return (_coded, place) => found[place] === 1;
  };
}
