import type { Quad } from "../../../../shared/model/annotation.ts";
import {
  dateString,
  dict,
  isArray,
  isRef,
  isString,
  nameValue,
  type PdfObject,
  type PdfRef,
  textString,
} from "../../pdf/objects.ts";
import { type SourcePage, visibleBox } from "../../pdf/pages.ts";
import type { PdfUpdate } from "../../pdf/update.ts";
import type { Rgb } from "./colour.ts";
import { Repeated } from "./repeated.ts";
import type { Tags } from "./tags.ts";

/** A highlight annotation on one page (ISO 32000-2, 12.5.6.10); lengths in points of default user space. */
export type PdfHighlight = Readonly<{
  /** The annotation's identifier, for the first page it is on; with `-p2` … for the pages after it. */
  name: string;
  /** Index of the page, from 0. */
  page: number;
  quads: readonly Quad[];
  /** Of the fill and of the line under the words: red, green and blue, 0 to 1. */
  colour: Rgb;
  line: Rgb;
  /** The same of a claim's other stances: the words are shared out among all of them, the first on top. */
  also?: readonly Readonly<{ colour: Rgb; line: Rgb }>[];
  /** Which line it is, from 0 to 4: highlights over each other have a line each. */
  lane: number;
  author: string;
  subject: string;
  contents: string;
  created: string;
  modified: string;
}>;

const popupWidth = 200;
const popupHeight = 90;

/**
 * Writes Highlight annotations with appearances and popups (ISO 32000-1, 12.5.6.10). The corners of a quad are in the
 * order upper-left, upper-right, lower-left, lower-right, as all viewers expect. `finish` puts them after what is on
 * their pages already.
 */
export class Highlighter {
  readonly #update: PdfUpdate;
  readonly #tags: Tags | null;
  readonly #onPage = new Map<number, PdfRef[]>();
  readonly #fills = new Map<string, PdfRef>();
  readonly #names = new Set<string>();
  #resources: PdfRef | null = null;

  constructor(update: PdfUpdate, tags: Tags | null) {
    this.#update = update;
    this.#tags = tags;
  }

  /** False when the file has no such page. */
  add(highlight: PdfHighlight): boolean {
    const page = this.#update.pages.at(highlight.page);
    if (page === null) return false;
    this.#names.add(highlight.name);
    const [ref, popup] = [this.#update.reserve(), this.#update.reserve()];
    const rect = rectOf(highlight.quads);
    this.#update.set(
      ref,
      dict({
        // No `Type`: in an annotation it is optional (table 164), and every claim would repeat it twice.
        Subtype: nameValue("Highlight"),
        Rect: rect,
        QuadPoints: highlight.quads.flat().map(rounded),
        C: highlight.colour.map(rounded),
        // Print (table 165).
        F: 4,
        NM: textString(highlight.name),
        T: textString(highlight.author),
        Subj: textString(highlight.subject),
        Contents: textString(highlight.contents),
        CreationDate: dateString(highlight.created),
        M: dateString(highlight.modified),
        P: page.ref,
        Popup: popup,
        AP: dict({ N: this.#appearance(highlight, rect) }),
        StructParent: this.#tags?.add(ref, page.ref),
      }),
    );
    const place = popupPlace(this.#update, page, rect);
    this.#update.set(popup, dict({ Subtype: nameValue("Popup"), Rect: place, Parent: ref }));
    const present = this.#onPage.get(highlight.page) ?? [];
    present.push(ref, popup);
    this.#onPage.set(highlight.page, present);
    return true;
  }

  finish(): void {
    const all = [...this.#onPage.keys()].map((index) => this.#update.pages.at(index)?.own.get("Resources"));
    const repeated = new Repeated(this.#update, all);
    for (const [index, refs] of this.#onPage) {
      const page = this.#update.pages.at(index);
      if (page === null) continue;
      const entries = new Map<string, PdfObject>([...page.own, ["Annots", [...this.#present(page), ...refs]]]);
      const resources = entries.get("Resources");
      if (resources !== undefined) entries.set("Resources", repeated.of(resources));
      // A tagged page says in which order its annotations are reached (table 30).
      if (this.#tags !== null && !entries.has("Tabs")) entries.set("Tabs", nameValue("S"));
      this.#update.set(page.ref, entries);
    }
  }

  /** What is on a page already, without highlights of an earlier export that are rewritten under the same name. */
  #present(page: SourcePage): PdfObject[] {
    const { source } = this.#update;
    const all = source.resolve(page.own.get("Annots"));
    const present = isArray(all) ? [...all] : [];
    const nameOfOne = (entry: PdfObject): string | null => {
      const name = source.resolve(source.dict(entry).get("NM"));
      return isString(name) ? Buffer.from(name.bytes).toString("latin1") : null;
    };
    const gone = present.filter((entry) => this.#names.has(nameOfOne(entry) ?? ""));
    if (gone.length === 0) return present;
    const numbers = [...gone, ...gone.map((entry) => source.dict(entry).get("Popup") ?? null)].filter(isRef);
    return present.filter((entry) => !isRef(entry) || !numbers.some(({ number }) => number === entry.number));
  }

  /**
   * Filled quads that only darken what is lighter than they are (11.3.5, `Darken`): words stay as black as they were,
   * and where many highlights lie over each other it gets no darker than the darkest of them, as multiplying would. A
   * viewer stretches an appearance to its annotation's rectangle (12.5.5), so one filled square serves all highlights
   * of one line, colour and lane.
   */
  #appearance(highlight: PdfHighlight, rect: readonly number[]): PdfRef {
    const lane = lanes[highlight.lane] ?? 0;
    const inks = [highlight, ...(highlight.also ?? [])];
    const drawing = (quads: readonly Quad[]): string =>
      [
        ...bands(inks, 0, 1).flatMap(([{ colour }, from, to]) => [
          ink(colour),
          ...quads.map((quad) => strip(quad, from, to)),
        ]),
        ...bands(inks, lane, lane + thickness).flatMap(([{ line }, from, to]) => [
          ink(line),
          ...quads.map((quad) => strip(quad, from, to)),
        ]),
      ].join("\n");
    const [first = []] = highlight.quads;
    if (highlight.quads.length > 1 || !isUpright(first)) return this.#form(rect, drawing(highlight.quads));
    const key = [...inks.flatMap(({ colour, line }) => [...colour, ...line]), highlight.lane].join(" ");
    const known = this.#fills.get(key) ?? this.#form([0, 0, 100, 100], drawing([square]));
    this.#fills.set(key, known);
    return known;
  }

  #form(box: readonly number[], drawing: string): PdfRef {
    const state = dict({ Type: nameValue("ExtGState"), BM: nameValue("Darken") });
    this.#resources ??= this.#update.add(dict({ ExtGState: dict({ G: state }) }));
    const entries = {
      Type: nameValue("XObject"),
      Subtype: nameValue("Form"),
      BBox: [...box],
      Resources: this.#resources,
    };
    const bytes = Buffer.from(`/G gs ${drawing}`, "latin1");
    return this.#update.add({ kind: "stream", dict: dict(entries), bytes });
  }
}

function rectOf(quads: readonly Quad[]): [number, number, number, number] {
  const xs = quads.flatMap((quad) => quad.filter((_, index) => index % 2 === 0));
  const ys = quads.flatMap((quad) => quad.filter((_, index) => index % 2 === 1));
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)].map(rounded) as [
    number,
    number,
    number,
    number,
  ];
}

/**
 * How high and how thick each line is, in heights of the words: three under them, then above, so that five stay apart.
 */
const lanes = [0, 0.08, 0.16, 0.93, 0.85];
const thickness = 0.06;
const square: Quad = [0, 100, 100, 100, 0, 0, 100, 0];

function ink(colour: Rgb): string {
  return `${colour.map(rounded).join(" ")} rg`;
}

/** A height from `from` to `to` in as many equal bands as there are items, the first at the top. */
function bands<Item>(items: readonly Item[], from: number, to: number): (readonly [Item, number, number])[] {
  const high = (to - from) / items.length;
  return items.map((item, index) => [item, to - high * (index + 1), to - high * index] as const);
}

/** The part of a quad between two heights, 0 its foot and 1 its head, filled. */
function strip(
  [x0 = 0, y0 = 0, x1 = 0, y1 = 0, x2 = 0, y2 = 0, x3 = 0, y3 = 0]: Quad,
  from: number,
  to: number,
): string {
  const left = (height: number) => [x2 + (x0 - x2) * height, y2 + (y0 - y2) * height];
  const right = (height: number) => [x3 + (x1 - x3) * height, y3 + (y1 - y3) * height];
  const [a, b, c, d, e, f, g, h] = [left(to), right(to), right(from), left(from)].flat().map(rounded);
  return `${a} ${b} m ${c} ${d} l ${e} ${f} l ${g} ${h} l f`;
}

function isUpright([x0, y0, x1, y1, x2, y2 = 0, x3, y3]: Quad): boolean {
  return x0 === x2 && x1 === x3 && y0 === y1 && y2 === y3 && (y0 ?? 0) > y2 && (x1 ?? 0) > (x0 ?? 0);
}

/** Beside the passage, inside the page. */
function popupPlace(update: PdfUpdate, page: SourcePage, [, , right, top]: [number, number, number, number]): number[] {
  const [left, bottom, edge] = visibleBox(update.source, page.dict);
  const x = Math.max(left, Math.min(right + 8, edge - popupWidth));
  const y = Math.max(bottom, top - popupHeight);
  return [x, y, x + popupWidth, y + popupHeight].map(Math.round);
}

/** To hundredths: finer than any screen or printer. */
function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
