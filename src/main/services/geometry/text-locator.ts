import type { PaperContent } from "../../../shared/model/content.ts";
import { sentencesIn } from "../../../shared/search/sentences.ts";
import type { Box } from "../pdfium/module.ts";
import { type Geometry, placeAt } from "./geometry.ts";

type Range = { start: number; end: number };
type Unit = Readonly<{ at: number; box: Box }>;

/** A mark may end in the midst of a letter by as much as this, in points. */
const spare = 0.5;

/** Finds the words of a paper under places on its pages. */
export class TextLocator {
  readonly #content: PaperContent;
  readonly #geometry: Geometry;
  #page = -1;
  #units: readonly Unit[] = [];

  constructor(content: PaperContent, geometry: Geometry) {
    this.#content = content;
    this.#geometry = geometry;
  }

  /** The ranges whose letters have their middle in one of the boxes; empty where there are none. */
  ranges(page: number, boxes: readonly Box[]): Range[] {
    const covered = this.#on(page).filter(({ box }) => boxes.some((area) => holds(area, box)));
    const ranges: Range[] = [];
    for (const { at: index } of covered) {
      const last = ranges.at(-1);
      if (last !== undefined && this.#isSpace(last.end, index)) last.end = index + 1;
      else ranges.push({ start: index, end: index + 1 });
    }
    return ranges.flatMap((range) => this.#trimmed(range));
  }

  /** The ranges within a box, if they are these words; else none. White space makes no difference. */
  words(page: number, box: Box, words: string): Range[] {
    const ranges = this.ranges(page, [box]);
    const found = ranges.map(({ start, end }) => this.#content.text.slice(start, end)).join("");
    return bare(found) !== "" && bare(found) === bare(words) ? ranges : [];
  }

  /** The sentence nearest to a place, that on its own height first; null on a page without text. */
  sentence(page: number, box: Box): Range | null {
    const [x, y] = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
    let best: Unit | null = null;
    let least = Number.POSITIVE_INFINITY;
    for (const unit of this.#on(page)) {
      const distance = away(y, unit.box[1], unit.box[3]) * 10 + away(x, unit.box[0], unit.box[2]);
      if (distance < least) [best, least] = [unit, distance];
    }
    return best === null ? null : this.#sentenceAt(best.at);
  }

  /** Whether a page has no words. */
  isBlank(page: number): boolean {
    return this.#on(page).length === 0;
  }

  /** The units of a page. A note follows its paragraph, which may have begun a page further on. */
  #on(page: number): readonly Unit[] {
    if (page === this.#page) return this.#units;
    const units: Unit[] = [];
    for (const block of this.#content.blocks) {
      if (block.page < page || block.page > page + 1) continue;
      for (let offset = block.start; offset < block.end; offset++) {
        const place = placeAt(this.#geometry, offset);
        if (place?.page === page) units.push({ at: offset, box: place.box });
      }
    }
    [this.#page, this.#units] = [page, units];
    return units;
  }

  #isSpace(from: number, to: number): boolean {
    return this.#content.text.slice(from, to).trim() === "";
  }

  #trimmed({ start, end }: Range): Range[] {
    const text = this.#content.text.slice(start, end);
    const left = text.length - text.trimStart().length;
    return text.trim() === "" ? [] : [{ start: start + left, end: start + left + text.trim().length }];
  }

  #sentenceAt(index: number): Range | null {
    const block = this.#content.blocks.find((block) => block.start <= index && index < block.end);
    if (block === undefined) return null;
    const text = this.#content.text.slice(block.start, block.end);
    const part = sentencesIn(text).find(({ end }) => index - block.start < end);
    if (part === undefined) return null;
    return this.#trimmed({ start: block.start + part.start, end: block.start + part.end })[0] ?? null;
  }
}

function holds(box: Box, letter: Box): boolean {
  const [x, y] = [(letter[0] + letter[2]) / 2, (letter[1] + letter[3]) / 2];
  return x >= box[0] - spare && x <= box[2] + spare && y >= box[1] && y <= box[3];
}

function away(value: number, from: number, to: number): number {
  return Math.max(0, from - value, value - to);
}

function bare(words: string): string {
  return words.normalize("NFC").replace(/\s/g, "");
}
