import { type Replacement, replaceValues } from "../text/bits.ts";
import type { Coded } from "./claims.ts";
import type { NamedAttribute } from "./name-order.ts";

/**
 * Which records of one kind each of many claims refers to, as small numbers side by side. To count or group 100,000
 * claims none of them need then be touched in memory, which takes ten times as long as all the rest.
 */
export class GroupIndex {
  /** Identifiers, each at its number; an empty one where a claim refers to none. */
  readonly keys: string[] = [];
  readonly #numberOf = new Map<string, number>();
  #numbers: number[] = [];
  /** Where the numbers of each claim end. */
  #ends: Uint32Array;
  #length = 0;

  /** For at most so many claims, none of which is in yet. */
  constructor(length: number) {
    this.#ends = new Uint32Array(length);
  }

  /** Put in the next claim with what it refers to, each once. */
  add(keys: readonly string[]): void {
    for (const key of keys) this.#numbers.push(this.#number(key));
    this.#ends[this.#length++] = this.#numbers.length;
  }

  #number(key: string): number {
    const known = this.#numberOf.get(key);
    if (known !== undefined) return known;
    const number = this.keys.push(key) - 1;
    this.#numberOf.set(key, number);
    return number;
  }

  /** Put other claims, by what they refer to, in the place of some of an index that has all of its claims. */
  replace({ start, removed }: Replacement, added: readonly (readonly string[])[]): void {
    const [from, to] = [this.#endBefore(start), this.#endBefore(start + removed)];
    const numbers = added.map((keys) => keys.map((key) => this.#number(key)));
    const length = this.#length + added.length - removed;
    const ends = new Uint32Array(length);
    ends.set(this.#ends.subarray(0, start));
    let end = from;
    for (const [index, own] of numbers.entries()) {
      end += own.length;
      ends[start + index] = end;
    }
    ends.set(this.#ends.subarray(start + removed, this.#length), start + added.length);
    const shift = end - to;
    if (shift !== 0)
      for (let place = start + added.length; place < length; place++) ends[place] = (ends[place] ?? 0) + shift;
    this.#numbers = replaceValues(this.#numbers, from, to - from, numbers.flat());
    [this.#ends, this.#length] = [ends, length];
  }

  /** Where the numbers of the claims before a place end. */
  #endBefore(place: number): number {
    return place === 0 ? 0 : (this.#ends[place - 1] ?? 0);
  }

  /** Calls back with each number of each of these claims, which are named by their places from 0. */
  each(places: Uint32Array, found: (number: number, place: number) => void): void {
    for (const place of places) {
      const end = this.#ends[place] ?? 0;
      for (let offset = this.#endBefore(place); offset < end; offset++) found(this.#numbers[offset] ?? 0, place);
    }
  }

  /** Puts 1 at the places of the claims that refer to one of the wanted. */
  mark(wanted: ReadonlySet<string>, marks: Uint8Array): void {
    const fits = Uint8Array.from(this.keys, (key) => (wanted.has(key) ? 1 : 0));
    let index = 0;
    for (let place = 0; place < this.#length; place++)
      for (const end = this.#ends[place] ?? 0; index < end; index++)
        if (fits[this.#numbers[index] ?? 0] === 1) marks[place] = 1;
  }
}

/**
 * What a claim refers to by one kind: an actor, the issues of its positions … An empty identifier when it, or one of
 * its positions, refers to none.
 */
export function referredTo({ annotation, positions }: Coded, by: NamedAttribute): readonly string[] {
  if (by !== "issue" && by !== "stance") return [annotation[by] ?? ""];
  return positions.length === 0 ? [""] : [...new Set(positions.map((position) => position[by] ?? ""))];
}

const remembered = new WeakMap<readonly Coded[], Map<NamedAttribute, GroupIndex>>();

/** What each claim of a list refers to. Remembered as long as the list is. */
export function groupIndexOf(coded: readonly Coded[], by: NamedAttribute): GroupIndex {
  const known = remembered.get(coded) ?? new Map<NamedAttribute, GroupIndex>();
  remembered.set(coded, known);
  let references = known.get(by);
  if (references === undefined) {
    references = new GroupIndex(coded.length);
    for (const claim of coded) references.add(referredTo(claim, by));
    known.set(by, references);
  }
  return references;
}

/**
 * Take what is remembered of a list over to one that differs in one stretch, and no longer remember it of the first.
 */
export function carryGroupIndexes(from: readonly Coded[], to: readonly Coded[], change: Replacement): void {
  const indexes = remembered.get(from);
  if (indexes === undefined) return;
  remembered.delete(from);
  const added = to.slice(change.start, change.start + change.added);
  for (const [by, index] of indexes)
    index.replace(
      change,
      added.map((claim) => referredTo(claim, by)),
    );
  remembered.set(to, indexes);
}
