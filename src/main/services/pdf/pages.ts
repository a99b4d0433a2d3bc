import { broken } from "./lexer.ts";
import { isArray, isDict, isRef, type PdfDict, type PdfObject, type PdfRef } from "./objects.ts";
import type { PdfSource } from "./source.ts";

/** A page: its reference, its own dictionary, and the same with what it inherits. */
export type SourcePage = Readonly<{ ref: PdfRef; own: PdfDict; dict: PdfDict }>;

const inheritable = ["Resources", "MediaBox", "CropBox", "Rotate"];

/**
 * The pages of a PDF in order, found by the counts of the page tree as far as those can be believed (ISO 32000-1,
 * 7.7.3).
 */
export class PdfPages {
  readonly root: PdfRef;
  readonly #source: PdfSource;
  readonly #known = new Map<number, SourcePage | null>();
  #all: readonly SourcePage[] | null = null;

  /** Throws `unreadable` when there is no page tree. */
  constructor(source: PdfSource) {
    this.#source = source;
    const root = source.catalog().dict.get("Pages");
    if (!isRef(root)) throw broken();
    this.root = root;
  }

  get count(): number {
    const stated = this.#source.resolve(this.#source.dict(this.root).get("Count"));
    return this.#all === null && typeof stated === "number" && stated > 0 ? stated : this.all().length;
  }

  /** The page at an index from 0; null after the last. */
  at(index: number): SourcePage | null {
    const known = this.#known.get(index);
    if (known !== undefined) return known;
    const found = this.#all === null ? this.#descend(this.root, index, new Map(), 0) : undefined;
    const page = found === undefined ? (this.all()[index] ?? null) : found;
    this.#known.set(index, page);
    return page;
  }

  all(): readonly SourcePage[] {
    if (this.#all !== null) return this.#all;
    const pages: SourcePage[] = [];
    const seen = new Set<number>();
    const walk = (ref: PdfObject, inherited: PdfDict): void => {
      if (!isRef(ref) || seen.has(ref.number)) throw broken();
      seen.add(ref.number);
      const node = this.#node(ref);
      const kids = this.#source.resolve(node.get("Kids"));
      if (isArray(kids)) for (const kid of kids) walk(kid, passedOn(inherited, node));
      else pages.push({ ref, own: node, dict: new Map([...inherited, ...node]) });
    };
    walk(this.root, new Map());
    this.#all = pages;
    return pages;
  }

  /** The page by the counts alone; undefined where they do not add up. */
  #descend(ref: PdfRef, index: number, inherited: PdfDict, depth: number): SourcePage | null | undefined {
    const node = this.#node(ref);
    const kids = this.#source.resolve(node.get("Kids"));
    if (!isArray(kids)) return { ref, own: node, dict: new Map([...inherited, ...node]) };
    const count = this.#source.resolve(node.get("Count"));
    if (depth > 100 || typeof count !== "number") return undefined;
    if (index >= count) return null;
    const passed = passedOn(inherited, node);
    const direct = kids[index];
    // As many kids as pages: most likely each kid is a page, and only the one asked for needs to be read.
    if (kids.length === count && isRef(direct) && !this.#node(direct).has("Kids"))
      return this.#descend(direct, 0, passed, depth + 1);
    const counts = kids.map((kid) => this.#countOf(kid));
    if (
      counts.some((count) => count === null) ||
      counts.reduce<number>((sum, count) => sum + (count ?? 0), 0) !== count
    )
      return undefined;
    let before = 0;
    for (const [i, own] of counts.entries()) {
      const kid = kids[i];
      if (isRef(kid) && index < before + (own ?? 0)) return this.#descend(kid, index - before, passed, depth + 1);
      before += own ?? 0;
    }
    return undefined;
  }

  #countOf(kid: PdfObject): number | null {
    if (!isRef(kid)) return null;
    const node = this.#node(kid);
    if (!node.has("Kids")) return 1;
    const count = this.#source.resolve(node.get("Count"));
    return typeof count === "number" ? count : null;
  }

  #node(ref: PdfRef): PdfDict {
    const node = this.#source.object(ref.number);
    if (!isDict(node)) throw broken();
    return node;
  }
}

function passedOn(inherited: PdfDict, node: PdfDict): PdfDict {
  return new Map([...inherited, ...[...node].filter(([key]) => inheritable.includes(key))]);
}

/**
 * The part of a page that is shown, in its own user space, points: left, bottom, right, top. That is its crop box as
 * far as it is within its media box (ISO 32000-2, 14.11.2.1); A4 where neither is four numbers.
 */
export function visibleBox(source: PdfSource, page: PdfDict): Rectangle {
  const media = rectangleOf(source, page.get("MediaBox")) ?? a4;
  const crop = rectangleOf(source, page.get("CropBox")) ?? media;
  const [left, bottom] = [Math.max(media[0], crop[0]), Math.max(media[1], crop[1])];
  const [right, top] = [Math.min(media[2], crop[2]), Math.min(media[3], crop[3])];
  return left < right && bottom < top ? [left, bottom, right, top] : media;
}

type Rectangle = [number, number, number, number];
const a4: Rectangle = [0, 0, 595, 842];

/** A rectangle (ISO 32000-1, 7.9.5) with its corners in order; null for what is none. */
function rectangleOf(source: PdfSource, value: PdfObject | undefined): Rectangle | null {
  const box = source.resolve(value);
  const numbers = isArray(box) ? box.map((value) => source.resolve(value)) : [];
  const [a, b, c, d] = numbers;
  if (typeof a !== "number" || typeof b !== "number" || typeof c !== "number" || typeof d !== "number") return null;
  return [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)];
}
