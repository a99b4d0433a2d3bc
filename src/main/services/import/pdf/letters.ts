import type { Box } from "../../pdfium/module.ts";
import type { CharRun, PageChars } from "../../pdfium/page-chars.ts";

/** Some characters of one page, in the order in which a line has them; `i` counts from 0. See `PageChars`. */
export class Letters {
  readonly #chars: PageChars;
  readonly #places: readonly number[];

  /** `places` are those of the characters on their page. */
  constructor(chars: PageChars, places: readonly number[]) {
    this.#chars = chars;
    this.#places = places;
  }

  get length(): number {
    return this.#places.length;
  }

  /** Where a character comes in the file's own order, from 0. */
  place(i: number): number {
    return this.#at(i);
  }

  code(i: number): number {
    return this.#chars.code(this.#at(i));
  }

  size(i: number): number {
    return this.#chars.run(this.#at(i)).size;
  }

  /** The y of the baseline it was shown on. */
  base(i: number): number {
    return this.#chars.run(this.#at(i)).origin[1];
  }

  left(i: number): number {
    return this.#chars.left(this.#at(i));
  }

  bottom(i: number): number {
    return this.#chars.bottom(this.#at(i));
  }

  right(i: number): number {
    return this.#chars.right(this.#at(i));
  }

  top(i: number): number {
    return this.#chars.top(this.#at(i));
  }

  box(i: number): Box {
    return this.#chars.box(this.#at(i));
  }

  /** See `PageChars.copyBox`. */
  copyBox(i: number, target: Float64Array, index: number): void {
    this.#chars.copyBox(this.#at(i), target, index);
  }

  run(i: number): CharRun {
    return this.#chars.run(this.#at(i));
  }

  isBold(i: number): boolean {
    return this.#chars.run(this.#at(i)).bold;
  }

  isItalic(i: number): boolean {
    return this.#chars.run(this.#at(i)).italic;
  }

  isGenerated(i: number): boolean {
    return this.#chars.isGenerated(this.#at(i));
  }

  isHyphen(i: number): boolean {
    return this.#chars.isHyphen(this.#at(i));
  }

  isRaised(i: number): boolean {
    return this.#chars.isRaised(this.#at(i));
  }

  /** How sure a doubtful letter is, 0 to 100; null for any other. */
  doubtOf(i: number): number | null {
    return this.#chars.doubtOf(this.#at(i));
  }

  /** The words as they are in the file. */
  text(): string {
    return textOfCodes(this.#places.map((k) => this.#chars.code(k)));
  }

  slice(from: number, to?: number): Letters {
    return new Letters(this.#chars, this.#places.slice(from, to));
  }

  /** These after others of the same page, with a space between the two or not. */
  after(others: Letters, isParted: boolean): Letters {
    const space = isParted ? this.#chars.blankNear(this.#at(0)) : null;
    return new Letters(this.#chars, [...others.#places, ...(space === null ? [] : [space]), ...this.#places]);
  }

  /** Those for which a test of `i` holds. */
  filter(test: (i: number) => boolean): Letters {
    return new Letters(
      this.#chars,
      this.#places.filter((_, i) => test(i)),
    );
  }

  /** Whether a test of `i` holds for all. */
  every(test: (i: number) => boolean): boolean {
    return this.#places.every((_, i) => test(i));
  }

  /** The first for which a test of `i` holds; -1 when there is none. */
  findIndex(test: (i: number) => boolean): number {
    return this.#places.findIndex((_, i) => test(i));
  }

  /** The last for which a test of `i` holds; -1 when there is none. */
  findLastIndex(test: (i: number) => boolean): number {
    return this.#places.findLastIndex((_, i) => test(i));
  }

  #at(i: number): number {
    return this.#places[i] ?? -1;
  }
}

/** As many arguments as any engine takes. */
const together = 4096;

/**
 * Code points as a string; those of a whole line at once, since a string that grows by letters takes five times as
 * long.
 */
export function textOfCodes(codes: readonly number[]): string {
  if (codes.length > together) return textOfCodes(codes.slice(0, together)) + textOfCodes(codes.slice(together));
  return codes.some((code) => code > 0xffff) ? String.fromCodePoint(...codes) : String.fromCharCode(...codes);
}
