import type { Rect, Sheet } from "./sheet.ts";
import { isTurned } from "./turned.ts";

type Range = Readonly<{ start: number; end: number }>;

/** The text of one page as it crosses the contract: which units of the canonical text are on the page, and where. */
export type PageText = Sheet &
  Readonly<{
    /** Ranges of the canonical text (UTF-16 units) that are on this page, in order. */
    ranges: readonly Range[];
    /**
     * For each of those units left, top, right, bottom on the sheet in hundredths of a point: 32-bit integers,
     * little-endian. Units without a place on the page (spaces, line feeds) have a right edge left of their left one.
     */
    boxes: Uint8Array;
  }>;

/** Units that are on one line, without a wide gap between them. */
export type PageLine = Readonly<{
  start: number;
  end: number;
  box: Rect;
  /** Of a turned line: that it runs upwards. */
  rightToLeft: boolean;
  /** The page shows its letters over each other: the line runs down the sheet, or up. */
  turned: boolean;
}>;

/** Lines that follow each other down the page: a paragraph, or what one column holds of it. */
export type LineRun = Readonly<{ lines: readonly PageLine[]; box: Rect }>;

/**
 * What of a page can be selected: its ranges of canonical text, and the box of each unit in the sheet's own lengths.
 */
export type PageUnits = Readonly<{
  sheet: Sheet;
  ranges: readonly Range[];
  boxOf: (offset: number) => Rect | null;
  stretches: readonly LineRun[];
  lines: readonly PageLine[];
}>;

const scale = 100;

const nowhere: Rect = { x0: 0, y0: 0, x1: -1, y1: 0 };

/** Boxes as `PageText` carries them; null for a unit without a place on the page. */
export function packBoxes(boxes: readonly (Rect | null)[]): Uint8Array {
  const bytes = new Uint8Array(boxes.length * 16);
  const view = new DataView(bytes.buffer);
  for (const [index, box] of boxes.entries()) {
    const { x0, y0, x1, y1 } = box ?? nowhere;
    for (const [side, value] of [x0, y0, x1, y1].entries())
      view.setInt32(index * 16 + side * 4, Math.round(value * scale), true);
  }
  return bytes;
}

/**
 * A page's text ready to be asked. `starts` are the offsets where blocks begin, in order: a line never runs over one.
 */
export function openPageText(text: PageText, starts: readonly number[]): PageUnits {
  const view = new DataView(text.boxes.buffer, text.boxes.byteOffset, text.boxes.byteLength);
  const firsts: number[] = [];
  let count = 0;
  for (const { start, end } of text.ranges) {
    firsts.push(count);
    count += end - start;
  }
  const rectAt = (index: number): Rect | null => {
    const side = (value: number): number => view.getInt32(index * 16 + value * 4, true) / scale;
    const box = { x0: side(0), y0: side(1), x1: side(2), y1: side(3) };
    return box.x1 < box.x0 ? null : box;
  };
  const boxOf = (offset: number): Rect | null => {
    const index = text.ranges.findIndex((range) => range.start <= offset && offset < range.end);
    const range = text.ranges[index];
    return range === undefined ? null : rectAt((firsts[index] ?? 0) + offset - range.start);
  };
  const units: Unit[] = [];
  for (const [index, { start, end }] of text.ranges.entries())
    for (let offset = start; offset < end; offset++) {
      const box = rectAt((firsts[index] ?? 0) + offset - start);
      if (box !== null) units.push({ offset, box });
    }
  const stretches = stretchesOf(units, starts);
  return { sheet: text, ranges: text.ranges, boxOf, stretches, lines: stretches.flatMap(({ lines }) => lines) };
}

type Unit = Readonly<{ offset: number; box: Rect }>;
type Growing = { start: number; end: number; box: Rect; forth: number };

/** Turned text is taken as if x and y had each other's place. */
function stretchesOf(units: readonly Unit[], starts: readonly number[]): LineRun[] {
  const turned = isTurned(units.map(({ box }) => [box.x0, box.y0, box.x1, box.y1]));
  if (!turned) return levelStretches(units, starts);
  const level = levelStretches(
    units.map(({ offset, box }) => ({ offset, box: swap(box) })),
    starts,
  );
  return level.map(({ lines, box }) => ({
    box: swap(box),
    lines: lines.map((line) => ({ ...line, box: swap(line.box), turned })),
  }));
}

/** A box with x and y in each other's place. */
export function swap({ x0, y0, x1, y1 }: Rect): Rect {
  return { x0: y0, y0: x0, x1: y1, y1: x1 };
}

function levelStretches(units: readonly Unit[], starts: readonly number[]): LineRun[] {
  const stretches: { lines: Growing[]; box: Rect }[] = [];
  let block = -1;
  for (const { offset, box } of units) {
    const stretch = stretches.at(-1);
    const line = stretch?.lines.at(-1);
    const fresh = { start: offset, end: offset + 1, box, forth: 0 };
    const before = block;
    while ((starts[block + 1] ?? Infinity) <= offset) block++;
    if (stretch === undefined || line === undefined || block !== before) stretches.push({ lines: [fresh], box });
    else if (sameLine(line.box, box)) {
      line.forth += Math.sign(middleX(box) - (line.box.x0 + line.box.x1) / 2);
      line.end = offset + 1;
      line.box = union(line.box, box);
      stretch.box = union(stretch.box, box);
    } else if (below(stretch.box, line.box, box)) {
      stretch.lines.push(fresh);
      stretch.box = union(stretch.box, box);
    } else stretches.push({ lines: [fresh], box });
  }
  return stretches.map(({ lines, box }) => ({
    box,
    lines: lines.map(({ start, end, box: own, forth }) => ({
      start,
      end,
      box: own,
      rightToLeft: forth < 0,
      turned: false,
    })),
  }));
}

/**
 * A line that comes next in the same column: not above the line before, near it, and not beside what the stretch holds.
 */
function below(stretch: Rect, line: Rect, next: Rect): boolean {
  const height = line.y1 - line.y0;
  const beside = next.x0 > stretch.x1 + height * 3 || next.x1 < stretch.x0 - height * 3;
  return !beside && next.y1 > line.y0 + height * 0.5 && next.y0 - line.y1 < height * 3;
}

function sameLine(line: Rect, box: Rect): boolean {
  const overlap = Math.min(line.y1, box.y1) - Math.max(line.y0, box.y0);
  const height = Math.min(line.y1 - line.y0, box.y1 - box.y0);
  const gap = Math.max(box.x0 - line.x1, line.x0 - box.x1);
  return overlap > height * 0.5 && gap < (line.y1 - line.y0) * 3;
}

function union(a: Rect, b: Rect): Rect {
  return { x0: Math.min(a.x0, b.x0), y0: Math.min(a.y0, b.y0), x1: Math.max(a.x1, b.x1), y1: Math.max(a.y1, b.y1) };
}

function middleX(box: Rect): number {
  return (box.x0 + box.x1) / 2;
}

/** One box for each line that a range of the canonical text touches on this page. */
export function rectsOf(page: PageUnits, { start, end }: Range): Rect[] {
  return page.lines.flatMap((line) => {
    let box: Rect | null = null;
    for (let offset = Math.max(start, line.start); offset < Math.min(end, line.end); offset++) {
      const own = page.boxOf(offset);
      if (own !== null) box = box === null ? own : union(box, own);
    }
    return box === null ? [] : [box];
  });
}
