import type { Coded } from "../claims/claims.ts";
import { GroupIndex, referredTo } from "../claims/group-index.ts";
import { type Replacement, replaceValues } from "../text/bits.ts";
import { Signatures } from "../text/signatures.ts";
import { ownWords, type WordFinder } from "./words.ts";

/** What is known of the annotations that are in. */
type Parts = Readonly<{ words: string[]; signatures: Signatures; actors: GroupIndex; issues: GroupIndex }>;

/**
 * What many annotations say, side by side, for those who look for one word after the other. Of 100,000 annotations only
 * those are touched that may hold it: going to each in memory takes longer than all the rest.
 */
export class WordIndex {
  readonly #coded: readonly Coded[];
  #parts: Parts | null;

  /** Of a list; it may be given what was found in it already. */
  constructor(coded: readonly Coded[], parts: Parts | null = null) {
    this.#coded = coded;
    this.#parts = parts;
  }

  /** Put in what is not in yet, until told to stop; whether everything is. */
  fill(stop: () => boolean = () => false): boolean {
    const parts = this.#own();
    while (parts.words.length < this.#coded.length && !stop()) {
      const claim = this.#coded[parts.words.length];
      if (claim === undefined) break;
      const words = ownWords(claim.annotation);
      parts.signatures.add(parts.words.length, words);
      parts.words.push(words);
      parts.actors.add(referredTo(claim, "actor"));
      parts.issues.add(referredTo(claim, "issue"));
    }
    return parts.words.length === this.#coded.length;
  }

  #own(): Parts {
    const { length } = this.#coded;
    const [actors, issues] = [new GroupIndex(length), new GroupIndex(length)];
    this.#parts ??= { words: [], signatures: new Signatures(length), actors, issues };
    return this.#parts;
  }

  /**
   * The index of a list that differs in one stretch. A complete one is handed over, and only what is new is put in: of
   * a million annotations that takes a hundredth of the time. This index would then have to be filled again.
   */
  next(coded: readonly Coded[], change: Replacement): WordIndex {
    const parts = this.#parts;
    if (parts === null || parts.words.length < this.#coded.length) return new WordIndex(coded);
    this.#parts = null;
    const { start, removed, added } = change;
    const claims = coded.slice(start, start + added);
    const words = claims.map(({ annotation }) => ownWords(annotation));
    parts.signatures.replace(change);
    for (const [index, text] of words.entries()) parts.signatures.add(start + index, text);
    for (const by of ["actor", "issue"] as const)
      parts[`${by}s`].replace(
        change,
        claims.map((claim) => referredTo(claim, by)),
      );
    return new WordIndex(coded, { ...parts, words: replaceValues(parts.words, start, removed, words) });
  }

  /** Finds words among these annotations; its tests want to be given the place in the list. */
  readonly finder: WordFinder = (term, actors, issues) => {
    this.fill();
    const { words, signatures, actors: actorIndex, issues: issueIndex } = this.#own();
    const found = new Uint8Array(this.#coded.length);
    const { places, exact } = signatures.among(term);
    places.forEach((bits, word) => {
      for (let left = bits; left !== 0; left &= left - 1) {
        const place = word * 32 + 31 - Math.clz32(left & -left);
        if (exact || words[place]?.includes(term)) found[place] = 1;
      }
    });
    if (actors.size > 0) actorIndex.mark(actors, found);
    if (issues.size > 0) issueIndex.mark(issues, found);
    return Object.assign((_coded: Coded, place: number) => found[place] === 1, { marks: found });
  };
}
