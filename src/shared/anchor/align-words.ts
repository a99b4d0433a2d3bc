import { pairEqual } from "./edit-script.ts";
import { pairSimilar } from "./similar-words.ts";
import type { TextWords } from "./text-words.ts";
import { type Anchor, longestChain, uniqueRuns } from "./unique-runs.ts";

/**
 * Which word of a later text each word of an earlier one became. `image` has the index of that word or -1, `origin` the
 * way back, `isMoved` 1 for what is now elsewhere: out of the order in which the rest of the text follows. `isAltered`
 * is 1 for a word that is now written otherwise.
 */
export type WordAlignment = Readonly<{
  before: TextWords;
  after: TextWords;
  image: Int32Array;
  origin: Int32Array;
  isMoved: Uint8Array;
  isAltered: Uint8Array;
}>;

/** Words of a run that occurs once in each text and therefore holds both together. */
const anchorLength = 4;
/** Words between two equal ones that are compared letter by letter. */
const mostSimilar = 12;
/** Words of a run among what is left over, by which passages that were moved are found. */
const leftoverLength = 3;
/** Removals and insertions between two anchors beyond which a word difference says nothing. */
const longestScript = 600;
/** Words between two parts of a moved passage that were changed. */
const movedGap = 40;
/** In stretches of which less than this share is equal, only runs of `provenRun` words count. */
const leastShare = 0.5;
const provenRun = 3;

/**
 * Align two texts word by word: runs of four words that occur once in each hold them together where they are in the
 * same order (patience diff), what is between is compared by a word difference, and what is left over on both sides is
 * searched for runs of three, which finds what was moved. Costs some 20 ms for 40,000 characters (`bench/versions.ts`).
 */
export function alignWords(before: TextWords, after: TextWords): WordAlignment {
  const aligner = new Aligner(before, after);
  aligner.run();
  return aligner.result;
}

class Aligner {
  readonly #before: TextWords;
  readonly #after: TextWords;
  readonly #image: Int32Array;
  readonly #origin: Int32Array;
  readonly #isMoved: Uint8Array;
  readonly #isAltered: Uint8Array;

  constructor(before: TextWords, after: TextWords) {
    this.#before = before;
    this.#after = after;
    this.#image = new Int32Array(before.ids.length).fill(-1);
    this.#origin = new Int32Array(after.ids.length).fill(-1);
    this.#isMoved = new Uint8Array(before.ids.length);
    this.#isAltered = new Uint8Array(before.ids.length);
  }

  get result(): WordAlignment {
    return {
      before: this.#before,
      after: this.#after,
      image: this.#image,
      origin: this.#origin,
      isMoved: this.#isMoved,
      isAltered: this.#isAltered,
    };
  }

  run(): void {
    const [n, m] = [this.#before.ids.length, this.#after.ids.length];
    const anchors = this.#anchors([0, n], [0, m], anchorLength);
    const chain = longestChain(anchors);
    for (const anchor of chain) this.#pairRun(anchor, anchorLength, false);
    this.#growAll(false);
    // What is unique and out of order was moved; it must not be taken for a change of what is now in its place.
    const inChain = new Set(chain);
    for (const anchor of anchors) if (!inChain.has(anchor)) this.#pairRun(anchor, anchorLength, true);
    this.#growAll(true);
    this.#fillGaps();
    this.#pairLeftovers();
    this.#pairSimilar();
  }

  #anchors(before: readonly [number, number], after: readonly [number, number], length: number): Anchor[] {
    return uniqueRuns(
      { ids: this.#before.ids, from: before[0], to: before[1], isFree: (index) => this.#image[index] === -1 },
      { ids: this.#after.ids, from: after[0], to: after[1], isFree: (index) => this.#origin[index] === -1 },
      length,
    );
  }

  #pairRun({ before, after }: Anchor, length: number, isMoved: boolean): void {
    for (let index = 0; index < length; index++) this.#pair(before + index, after + index, isMoved);
  }

  #pair(before: number, after: number, isMoved: boolean): boolean {
    if (this.#image[before] !== -1 || this.#origin[after] !== -1) return false;
    this.#image[before] = after;
    this.#origin[after] = before;
    this.#isMoved[before] = isMoved ? 1 : 0;
    return true;
  }

  #isPairable(before: number, after: number): boolean {
    return (
      this.#image[before] === -1 && this.#origin[after] === -1 && this.#before.ids[before] === this.#after.ids[after]
    );
  }

  /** Pairs grow both ways over equal words; the text's own beginning and end hold together too. */
  #growAll(moved: boolean): void {
    const [n, m] = [this.#before.ids.length, this.#after.ids.length];
    const kind = moved ? 1 : 0;
    for (let index = 0; index < n; index++) {
      const here = this.#image[index] ?? -1;
      if (here >= 0 && this.#isMoved[index] === kind && this.#isPairable(index + 1, here + 1))
        this.#pair(index + 1, here + 1, moved);
    }
    for (let index = n - 1; index >= 0; index--) {
      const here = this.#image[index] ?? -1;
      if (here >= 0 && this.#isMoved[index] === kind && this.#isPairable(index - 1, here - 1))
        this.#pair(index - 1, here - 1, moved);
    }
    if (moved) return;
    for (let index = 0; this.#isPairable(index, index); index++) this.#pair(index, index, false);
    for (let back = 1; this.#isPairable(n - back, m - back); back++) this.#pair(n - back, m - back, false);
  }

  /** Compare what is between two pairs of the main order. */
  #fillGaps(): void {
    const [n, m] = [this.#before.ids.length, this.#after.ids.length];
    const fixed: Anchor[] = [];
    for (let index = 0; index < n; index++) {
      const here = this.#image[index] ?? -1;
      if (here >= 0 && this.#isMoved[index] === 0) fixed.push({ before: index, after: here });
    }
    let last: Anchor = { before: -1, after: -1 };
    for (const next of [...fixed, { before: n, after: m }]) {
      if (next.before - last.before > 1 && next.after - last.after > 1)
        this.#compare([last.before + 1, next.before], [last.after + 1, next.after], false);
      last = next;
    }
  }

  /** Pair equal words of two stretches by a word difference of what is free in them. */
  #compare(before: readonly [number, number], after: readonly [number, number], isMoved: boolean): void {
    const own = freeOf(this.#image, before);
    const other = freeOf(this.#origin, after);
    if (own.length === 0 || other.length === 0) return;
    const pairs: Anchor[] = [];
    const isSmall = pairEqual(
      own.map((index) => this.#before.ids[index] ?? -1),
      other.map((index) => this.#after.ids[index] ?? -2),
      longestScript,
      (x, y) => pairs.push({ before: own[x] ?? -1, after: other[y] ?? -1 }),
    );
    if (!isSmall) {
      this.#compareByRuns(before, after, isMoved);
      return;
    }
    const isAlike = pairs.length >= leastShare * Math.max(own.length, other.length);
    for (const run of runsOf(pairs.reverse()))
      if (isAlike || run.length >= provenRun) for (const pair of run) this.#pair(pair.before, pair.after, isMoved);
  }

  /** As `#compare`, for stretches that differ too much: runs that are unique in both hold parts of them together. */
  #compareByRuns(before: readonly [number, number], after: readonly [number, number], isMoved: boolean): void {
    const chain = longestChain(this.#anchors(before, after, leftoverLength));
    for (const anchor of chain) this.#pairRun(anchor, leftoverLength, isMoved);
  }

  /** Runs among what is left on both sides are what was moved and changed. */
  #pairLeftovers(): void {
    const [n, m] = [this.#before.ids.length, this.#after.ids.length];
    for (const anchor of this.#anchors([0, n], [0, m], leftoverLength)) this.#pairRun(anchor, leftoverLength, true);
    this.#growAll(true);
    let last: Anchor | null = null;
    for (let index = 0; index < n; index++) {
      const here = this.#image[index] ?? -1;
      if (here < 0 || this.#isMoved[index] === 0) continue;
      const [own, other] = last === null ? [0, 0] : [index - last.before, here - last.after];
      if (last !== null && own > 1 && other > 1 && own <= movedGap && other <= movedGap)
        this.#compare([last.before + 1, index], [last.after + 1, here], true);
      last = { before: index, after: here };
    }
  }

  /** Words between two equal ones that are only written otherwise. */
  #pairSimilar(): void {
    const n = this.#before.ids.length;
    for (let index = 0; index < n; index++) {
      if (this.#image[index] !== -1) continue;
      let end = index;
      while (end < n && this.#image[end] === -1) end++;
      const from = index === 0 ? 0 : (this.#image[index - 1] ?? -1) + 1;
      const to = end === n ? this.#after.ids.length : (this.#image[end] ?? -1);
      if (end - index <= mostSimilar && to - from <= mostSimilar && to > from && this.#areFree(from, to))
        for (const pair of pairSimilar(wordsAt(this.#before, index, end), wordsAt(this.#after, from, to))) {
          const isMoved = (this.#isMoved[index - 1] ?? this.#isMoved[end]) === 1;
          if (this.#pair(index + pair.before, from + pair.after, isMoved)) this.#isAltered[index + pair.before] = 1;
        }
      index = end;
    }
  }

  #areFree(from: number, to: number): boolean {
    for (let index = from; index < to; index++) if (this.#origin[index] !== -1) return false;
    return true;
  }
}

/** The words of a text at those indexes, without regard to case. */
function wordsAt({ text, starts, ends }: TextWords, from: number, to: number): string[] {
  const words: string[] = [];
  for (let index = from; index < to; index++) words.push(text.slice(starts[index], ends[index]).toLowerCase());
  return words;
}

/** Indexes of a stretch that have no partner yet. */
function freeOf(partner: Int32Array, [from, to]: readonly [number, number]): Int32Array {
  const free: number[] = [];
  for (let index = from; index < to; index++) if (partner[index] === -1) free.push(index);
  return Int32Array.from(free);
}

/** Pairs in order, parted where either side does not go on with the next word. */
function runsOf(pairs: readonly Anchor[]): Anchor[][] {
  const runs: Anchor[][] = [];
  let last: Anchor | null = null;
  for (const pair of pairs) {
    const goesOn = last !== null && pair.before === last.before + 1 && pair.after === last.after + 1;
    if (goesOn) runs.at(-1)?.push(pair);
    else runs.push([pair]);
    last = pair;
  }
  return runs;
}
