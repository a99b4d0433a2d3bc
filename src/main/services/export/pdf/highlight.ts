import type { Quad, Region } from "../../../../shared/model/annotation.ts";
import { userBox } from "../../../../shared/page-view/region.ts";
import { sheetOf } from "../../../../shared/page-view/sheet.ts";
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

/** What every annotation that we write has. */
type PdfMark = Readonly<{
  /** The annotation's identifier, for the first page it is on; with `-p2` … for the pages after it. */
  name: string;
  /** Of the fill and of the line: red, green and blue, 0 to 1. */
  colour: Rgb;
  line: Rgb;
  author: string;
  subject: string;
  contents: string;
  created: string;
  modified: string;
}>;

/** A highlight annotation on one page (ISO 32000-2, 12.5.6.10); lengths in points of default user space. */
export type PdfHighlight = PdfMark &
  Readonly<{
    /** Index of the page, from 0. */
    page: number;
    quads: readonly Quad[];
    /** The same of a claim's other stances: the words are shared out among all of them, the first on top. */
    also?: readonly Readonly<{ colour: Rgb; line: Rgb }>[];
    /** Which line it is, from 0 to 4: highlights over each other have a line each. */
    lane: number;
  }>;

const popupWidth = 200;
const popupHeight = 90;

/**
 * Writes Highlight and Square annotations with appearances and popups (ISO 32000-1, 12.5.6.10 and 12.5.6.8). The
 * corners of a quad are in the order upper-left, upper-right, lower-left, lower-right, as all viewers expect. `finish`
 * puts them after what is on their pages already.
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
    this.#put(highlight.page, highlight, rectOf(highlight.quads), (rect) => ({
      Subtype: nameValue("Highlight"),
      QuadPoints: highlight.quads.flat().map(rounded),
      C: highlight.colour.map(rounded),
      AP: dict({ N: this.#appearance(highlight, rect) }),
    }));
    return true;
  }

  /**
   * A rectangle as a Square annotation (12.5.6.8): its edge in the colour of the line, its inside tinted. The answer is
   * its upper edge in default user space; null when the file has no such page.
   */
  addRegion(region: Region, mark: PdfMark): number | null {
    const page = this.#update.pages.at(region.page);
    if (page === null) return null;
    const { source } = this.#update;
    const box = visibleBox(source, page.dict);
    const turned = (((Number(source.resolve(page.dict.get("Rotate")) ?? 0) % 360) + 360) % 360) as 0 | 90 | 180 | 270;
    // As in the picture of a page, a unit counts as a point whatever `UserUnit` says.
    const [across, down] = [box[2] - box[0], box[3] - box[1]];
    const size = turned % 180 === 0 ? { width: across, height: down } : { width: down, height: across };
    const rect = userBox(sheetOf(box, turned, size), region).map(rounded) as Rectangle;
    this.#put(region.page, mark, rect, () => ({
      Subtype: nameValue("Square"),
      C: mark.line.map(rounded),
      IC: mark.colour.map(rounded),
      BS: dict({ W: edge, S: nameValue("S") }),
      AP: dict({ N: this.#form(rect, framed(rect, mark)) }),
    }));
    return rect[3];
  }

  #put(index: number, mark: PdfMark, rect: Rectangle, own: (rect: Rectangle) => Record<string, PdfObject>): void {
    const page = this.#update.pages.at(index);
    if (page === null) return;
    this.#names.add(mark.name);
    const [ref, popup] = [this.#update.reserve(), this.#update.reserve()];
    this.#update.set(
      ref,
      dict({
        // No `Type`: in an annotation it is optional (table 164), and every claim would repeat it twice.
        ...own(rect),
        Rect: rect,
        // Print (table 165).
        F: 4,
        NM: textString(mark.name),
        T: textString(mark.author),
        Subj: textString(mark.subject),
        Contents: textString(mark.contents),
        CreationDate: dateString(mark.created),
        M: dateString(mark.modified),
        P: page.ref,
        Popup: popup,
        StructParent: this.#tags?.add(ref, page.ref),
      }),
    );
    const place = popupPlace(this.#update, page, rect);
    this.#update.set(popup, dict({ Subtype: nameValue("Popup"), Rect: place, Parent: ref }));
    const present = this.#onPage.get(index) ?? [];
    present.push(ref, popup);
    this.#onPage.set(index, present);
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

/** Left, bottom, right, top. */
type Rectangle = [number, number, number, number];

/** How thick the edge of a rectangle is, in points. */
const edge = 1.5;

/** A rectangle filled and framed within its edges. */
function framed([x0, y0, x1, y1]: Rectangle, { colour, line }: PdfMark): string {
  const [wide, high] = [x1 - x0, y1 - y0];
  const inner = [x0 + edge / 2, y0 + edge / 2, wide - edge, high - edge].map(rounded).join(" ");
  return [
    `${ink(colour)} ${[x0, y0, wide, high].map(rounded).join(" ")} re f`,
    `${line.map(rounded).join(" ")} RG ${edge} w ${inner} re S`,
  ].join("\n");
}

function rectOf(quads: readonly Quad[]): Rectangle {
  const xs = quads.flatMap((quad) => quad.filter((_, index) => index % 2 === 0));
  const ys = quads.flatMap((quad) => quad.filter((_, index) => index % 2 === 1));
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)].map(rounded) as Rectangle;
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
