import type { Region } from "../../../shared/model/annotation.ts";
import type { PaperContent } from "../../../shared/model/content.ts";
import { caretOn, offsetAt } from "../../../shared/page-view/hit.ts";
import { type Layout, pageAt, seenSize } from "../../../shared/page-view/layout.ts";
import { rectsOf } from "../../../shared/page-view/page-text.ts";
import { offsetOf, type PagePlace, pagePlaceOf, pageSpans } from "../../../shared/page-view/scroll-sync.ts";
import { lineOf, type ScrollAnchor } from "../state/scroll-sync.ts";
import { unitsOf } from "./page-texts.ts";

/** A point of a page: which one, and where on its sheet in points. */
export type SheetPoint = Readonly<{ page: number; x: number; y: number }>;

/**
 * A place that stays where it is in the window over a change of size. Shares of the page's width, of the window's
 * height and of its width.
 */
export type HeldPointer = Readonly<{ place: PagePlace; along: number; down: number; across: number }>;

/** Room left and right of what is brought into sight, CSS pixels. */
const aside = 24;

/** From the middle of a line of words to its top, about, in CSS pixels. */
const lineAbove = 8;

/** The pages on the screen, for those who ask where something is or bring it into sight. */
export class PagesView {
  readonly scroller: HTMLElement;
  readonly content: PaperContent;
  readonly spans: readonly Readonly<{ start: number; end: number }>[];
  /** As laid out last. */
  layout: Layout;
  /** The last place gone to by an offset; gone to again when the letters of its page are there. */
  #due: ScrollAnchor | null = null;

  constructor(scroller: HTMLElement, content: PaperContent, layout: Layout) {
    this.scroller = scroller;
    this.content = content;
    this.layout = layout;
    this.spans = pageSpans(content);
  }

  /** The place on the pages at a share of the window's height. */
  placeAt(line: number): PagePlace {
    const y = this.scroller.scrollTop + this.scroller.clientHeight * line;
    const page = pageAt(this.layout, y);
    const box = this.layout.pages[page];
    return { page, down: box === undefined ? 0 : Math.min(1, Math.max(0, (y - box.top) / box.height)) };
  }

  /** Scroll so that a place is at a share of the window's height. */
  goTo({ page, down }: PagePlace, line: number): void {
    const box = this.layout.pages[page];
    if (box !== undefined) this.scroller.scrollTop = box.top + down * box.height - this.scroller.clientHeight * line;
  }

  /** What is at a point of the window, given in shares of its width and height. */
  hold(across: number, down: number): HeldPointer {
    const { scrollLeft, clientWidth } = this.scroller;
    const place = this.placeAt(down);
    const width = this.layout.pages[place.page]?.width ?? 1;
    return { place, along: (scrollLeft + clientWidth * across - this.#leftOf(width)) / width, down, across };
  }

  /** Put it at that point again. */
  keep({ place, along, down, across }: HeldPointer): void {
    this.goTo(place, down);
    const width = this.layout.pages[place.page]?.width ?? 1;
    this.scroller.scrollLeft = this.#leftOf(width) + along * width - this.scroller.clientWidth * across;
  }

  /** Show a page from its top, because the reader says so. */
  turnTo(page: number): void {
    this.moved();
    this.goTo({ page, down: 0 }, 0.02);
  }

  /** The place at the height that is compared with the text. */
  standing(): ScrollAnchor {
    const line = lineOf(this.scroller);
    return { offset: offsetOf(this.spans, unitsOf, this.placeAt(line)), line };
  }

  /** Bring an offset to a share of the window's height. */
  stand({ offset, line }: ScrollAnchor): void {
    this.#due = { offset, line };
    // The margins of the first and the last page hold no words to be tied by.
    if (line <= 0) this.scroller.scrollTop = 0;
    else if (line >= 1) this.scroller.scrollTop = this.scroller.scrollHeight;
    else this.goTo(pagePlaceOf(this.spans, unitsOf, offset), line);
  }

  /** Bring the last offset to its line once more, now that more letters are there. */
  settle(): void {
    if (this.#due !== null) this.stand(this.#due);
  }

  /** The reader scrolls: no place is due any more. */
  moved(): void {
    this.#due = null;
  }

  /** Scroll only when an offset is not in sight. */
  reveal(offset: number): void {
    const y = this.#yOf(offset) - this.scroller.scrollTop;
    if (y < 40 || y > this.scroller.clientHeight - 60) this.stand({ offset, line: 0.3 });
    this.#revealAcross(offset);
  }

  /** Scroll only when a rectangle is not in sight. */
  revealRegion(region: Region): void {
    const box = this.regionBox(region);
    const own = this.scroller.getBoundingClientRect();
    const { clientHeight, clientWidth } = this.scroller;
    if (box.top < own.top + 20 || box.bottom > own.top + clientHeight - 20)
      this.scroller.scrollTop += box.top - own.top - Math.max(20, (clientHeight - box.height) / 3);
    if (box.left < own.left || box.right > own.left + clientWidth)
      this.scroller.scrollLeft += box.left - own.left - aside;
  }

  /** A rectangle in pixels of the window. */
  regionBox({ page, x, y, width, height }: Region): DOMRect {
    const placed = this.layout.pages[page];
    if (placed === undefined) return new DOMRect();
    const own = this.scroller.getBoundingClientRect();
    const ratio = placed.width / this.sheetSize(page).width;
    const left = own.left + this.#leftOf(placed.width) - this.scroller.scrollLeft;
    const top = own.top + placed.top - this.scroller.scrollTop;
    return new DOMRect(left + x * ratio, top + y * ratio, width * ratio, height * ratio);
  }

  /** The size of a page as it is seen, in points. */
  sheetSize(page: number): Readonly<{ width: number; height: number }> {
    const record = this.content.pages[page];
    return unitsOf(page)?.sheet ?? (record === undefined ? { width: 595, height: 842 } : seenSize(record));
  }

  /** Scroll as little as the caret needs. */
  revealCaret(offset: number): void {
    const y = this.#yOf(offset) - this.scroller.scrollTop;
    const { clientHeight } = this.scroller;
    if (y < 30) this.scroller.scrollTop += y - 60;
    else if (y > clientHeight - 40) this.scroller.scrollTop += y - clientHeight + 80;
    this.#revealAcross(offset);
  }

  /** The point of a page under a point of the window; of the nearest page where there is a gap. */
  pointAt(clientX: number, clientY: number): SheetPoint | null {
    const box = this.scroller.getBoundingClientRect();
    const y = clientY - box.top + this.scroller.scrollTop;
    const page = pageAt(this.layout, y);
    const placed = this.layout.pages[page];
    const sheet = unitsOf(page)?.sheet;
    if (placed === undefined || sheet === undefined) return null;
    const left = this.#leftOf(placed.width);
    return {
      page,
      x: ((clientX - box.left + this.scroller.scrollLeft - left) * sheet.width) / placed.width,
      y: ((y - placed.top) * sheet.height) / placed.height,
    };
  }

  /** The point of a certain page under a point of the window, also beyond the edges of the page. */
  pointOn(page: number, clientX: number, clientY: number): SheetPoint | null {
    const placed = this.layout.pages[page];
    if (placed === undefined) return null;
    const corner = this.regionBox({ page, x: 0, y: 0, ...this.sheetSize(page), quote: "" });
    const ratio = placed.width / this.sheetSize(page).width;
    return { page, x: (clientX - corner.left) / ratio, y: (clientY - corner.top) / ratio };
  }

  /** The offset nearest to a point of the window, null while its page's letters are not there. */
  offsetAt(clientX: number, clientY: number): number | null {
    const point = this.pointAt(clientX, clientY);
    const units = point === null ? null : unitsOf(point.page);
    return point === null || units === null ? null : offsetAt(units, point.x, point.y);
  }

  /** The box around a range, or around its caret when it is empty, in pixels of the window. */
  boxOf(range: Readonly<{ start: number; end: number }>): DOMRect {
    return this.drawnBoxOf(range) ?? this.scroller.getBoundingClientRect();
  }

  /** The same, or null where the letters of its page are not there. */
  drawnBoxOf(range: Readonly<{ start: number; end: number }>): DOMRect | null {
    const frame = this.scroller.getBoundingClientRect();
    for (const page of [
      pagePlaceOf(this.spans, unitsOf, range.start).page,
      pagePlaceOf(this.spans, unitsOf, range.end).page,
    ]) {
      const [units, placed] = [unitsOf(page), this.layout.pages[page]];
      if (units === null || placed === undefined) continue;
      const caret = caretOn(units, range.start);
      const rects = range.start === range.end && caret !== null ? [caret] : rectsOf(units, range);
      if (rects.length === 0) continue;
      const ratio = placed.width / units.sheet.width;
      const [x0, x1] = [Math.min(...rects.map((rect) => rect.x0)), Math.max(...rects.map((rect) => rect.x1))];
      const [y0, y1] = [Math.min(...rects.map((rect) => rect.y0)), Math.max(...rects.map((rect) => rect.y1))];
      const left = frame.left + this.#leftOf(placed.width) - this.scroller.scrollLeft;
      const top = frame.top + placed.top - this.scroller.scrollTop;
      return new DOMRect(left + x0 * ratio, top + y0 * ratio, (x1 - x0) * ratio, (y1 - y0) * ratio);
    }
    return null;
  }

  /** On pages wider than the window. */
  #revealAcross(offset: number): void {
    const { page } = pagePlaceOf(this.spans, unitsOf, offset);
    const [units, placed] = [unitsOf(page), this.layout.pages[page]];
    const caret = units === null ? null : caretOn(units, offset);
    if (units === null || placed === undefined || caret === null) return;
    const { scrollLeft, clientWidth } = this.scroller;
    const x = this.#leftOf(placed.width) + (caret.x0 * placed.width) / units.sheet.width;
    if (x < scrollLeft + aside || x > scrollLeft + clientWidth - aside)
      this.scroller.scrollLeft = x - clientWidth * (x < scrollLeft + aside ? 0.2 : 0.8);
  }

  #leftOf(width: number): number {
    return (Math.max(this.scroller.scrollWidth, this.scroller.clientWidth) - width) / 2;
  }

  /** Where words or a rectangle begin, in CSS pixels from the top of the first page's sheet and the room above it. */
  heightOf(start: number, region: Region | null): number {
    if (region === null) return this.#yOf(start) - lineAbove;
    const placed = this.layout.pages[region.page];
    return placed === undefined ? 0 : placed.top + (region.y * placed.height) / this.sheetSize(region.page).height;
  }

  /** The page of words or of a rectangle. */
  pageOf(start: number, region: Region | null): number {
    return region?.page ?? pagePlaceOf(this.spans, unitsOf, start).page;
  }

  #yOf(offset: number): number {
    const { page, down } = pagePlaceOf(this.spans, unitsOf, offset);
    const placed = this.layout.pages[page];
    const units = unitsOf(page);
    const caret = units === null ? null : caretOn(units, offset);
    if (placed === undefined) return 0;
    return units !== null && caret !== null
      ? placed.top + (((caret.y0 + caret.y1) / 2) * placed.height) / units.sheet.height
      : placed.top + down * placed.height;
  }
}
