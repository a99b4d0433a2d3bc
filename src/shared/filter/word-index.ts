import type { Coded } from "../claims/claims.ts";
import { Signatures } from "../search/signatures.ts";
import { type Finder, ownWords } from "./words.ts";

/**
 * What many annotations say, side by side, for those who look for one word after the other. Of 100,000 annotations only those are
 * touched that may hold it: going to each in memory takes longer than all the rest.
 */
export class WordIndex {
  readonly #coded: readonly Coded[];
  readonly #words: string[] = [];
  readonly #signatures: Signatures;
  readonly #actors = new Numbers();
  readonly #issues = new Numbers();
  readonly #actorAt: Uint32Array;
  /** Where the issues of each annotation end in `#issueAt`. */
  readonly #issueEnds: Uint32Array;
  readonly #issueAt: number[] = [];

  constructor(coded: readonly Coded[]) {
    this.#coded = coded;
    this.#signatures = new Signatures(coded.length);
    this.#actorAt = new Uint32Array(coded.length);
    this.#issueEnds = new Uint32Array(coded.length);
  }

  /** Put in what is not in yet, until told to stop; whether everything is. */
  fill(stop: () => boolean = () => false): boolean {
    for (let place = this.#words.length; place < this.#coded.length && !stop(); place++) {
      const one = this.#coded[place];
      if (one === undefined) break;
      const words = ownWords(one.annotation);
      this.#words.push(words);
      this.#signatures.add(place, words);
      this.#actorAt[place] = this.#actors.of(one.annotation.actor ?? "");
      for (const position of one.positions) this.#issueAt.push(this.#issues.of(position.issue));
      this.#issueEnds[place] = this.#issueAt.length;
    }
    return this.#words.length === this.#coded.length;
  }

  /** Finds words among these annotations; its tests want to be given the place in the list. */
  readonly finder: Finder = (term, actors, issues) => {
    this.fill();
    const found = new Uint8Array(this.#coded.length);
    this.#signatures.among(term).forEach((bits, word) => {
      for (let left = bits; left !== 0; left &= left - 1) {
        const place = word * 32 + 31 - Math.clz32(left & -left);
        if (this.#words[place]?.includes(term)) found[place] = 1;
      }
    });
    if (actors.size > 0) this.#markActors(found, this.#actors.among(actors));
    if (issues.size > 0) this.#markIssues(found, this.#issues.among(issues));
    return (_coded, place) => found[place] === 1;
  };

  #markActors(found: Uint8Array, wanted: Uint8Array): void {
    this.#actorAt.forEach((actor, place) => {
      if (wanted[actor] === 1) found[place] = 1;
    });
  }

  #markIssues(found: Uint8Array, wanted: Uint8Array): void {
    let at = 0;
    this.#issueEnds.forEach((end, place) => {
      for (; at < end; at++) if (wanted[this.#issueAt[at] ?? 0] === 1) found[place] = 1;
    });
  }
}

/** Small numbers for identifiers, in the order in which they come. */
class Numbers {
  readonly #known = new Map<string, number>();

  of(id: string): number {
    const known = this.#known.get(id) ?? this.#known.size;
    this.#known.set(id, known);
    return known;
  }

  /** For each number, 1 if it is one of the identifiers wanted. */
  among(wanted: ReadonlySet<string>): Uint8Array {
    return Uint8Array.from(this.#known.keys(), (id) => (wanted.has(id) ? 1 : 0));
  }
}
