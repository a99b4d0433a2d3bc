import type { PaperContent } from "../model/content.ts";
import type { PageUnits } from "./page-text.ts";

/** A place on the pages: which page, and how far down it, 0 to 1. */
export type PagePlace = Readonly<{ page: number; down: number }>;

/**
 * The stretch of canonical text each page holds, from the beginnings of its blocks. Pages without text hold an empty
 * one.
 */
export function pageSpans(content: PaperContent): { start: number; end: number }[] {
  const starts: (number | undefined)[] = content.pages.map(() => undefined);
  for (const block of content.blocks) starts[block.page] = Math.min(starts[block.page] ?? Infinity, block.start);
  let next = content.text.length;
  return starts
    .toReversed()
    .map((start) => {
      const span = { start: Math.min(start ?? next, next), end: next };
      next = span.start;
      return span;
    })
    .toReversed();
}

/**
 * Where an offset is on the pages. Exact to the part of a line where the page's units are known and run in one column,
 * else by proportion.
 */
export function pagePlaceOf(
  spans: readonly Readonly<{ start: number; end: number }>[],
  unitsOf: (page: number) => PageUnits | null,
  offset: number,
): PagePlace {
  const page = Math.max(
    0,
    spans.findLastIndex((span) => span.start <= offset && span.start < span.end),
  );
  // A paragraph that runs over a page break counts as its first page's; the letters know better.
  for (const near of [page, page + 1, page - 1]) {
    const there = unitsOf(near);
    if (there?.ranges.some((range) => range.start <= offset && offset <= range.end)) return within(there, offset, near);
  }
  const units = unitsOf(page);
  if (units !== null && units.ranges.length > 0) return within(units, offset, page);
  const span = spans[page] ?? { start: 0, end: 1 };
  return { page, down: share(offset, span.start, span.end) };
}

/** The offset at a place on the pages; the other way round than `placeOf`. */
export function offsetOf(
  spans: readonly Readonly<{ start: number; end: number }>[],
  unitsOf: (page: number) => PageUnits | null,
  { page, down }: PagePlace,
): number {
  const units = unitsOf(page);
  if (units === null || units.ranges.length === 0) {
    const span = spans[page] ?? { start: 0, end: 0 };
    return span.start + down * (span.end - span.start);
  }
  const rows = rowsOf(units);
  const y = down * units.sheet.height;
  const index = rows.findLastIndex((row) => row.y0 <= y);
  const [row, next] = [rows[index], rows[index + 1]];
  const first = rows[0];
  if (first === undefined) return spans[page]?.start ?? 0;
  if (row === undefined) return first.start;
  if (next === undefined) return row.start + share(y, row.y0, row.y1) * (row.end - row.start);
  return row.start + share(y, row.y0, Math.max(next.y0, row.y0 + 0.01)) * (next.start - row.start);
}

function within(units: PageUnits, offset: number, page: number): PagePlace {
  const rows = rowsOf(units);
  const index = rows.findLastIndex((row) => row.start <= offset);
  const [row, next] = [rows[index], rows[index + 1]];
  const { height } = units.sheet;
  if (row === undefined) return { page, down: (rows[0]?.y0 ?? 0) / height };
  const y =
    next === undefined
      ? row.y0 + share(offset, row.start, row.end) * (row.y1 - row.y0)
      : row.y0 + share(offset, row.start, next.start) * (next.y0 - row.y0);
  return { page, down: y / height };
}

type Row = Readonly<{ start: number; end: number; y0: number; y1: number }>;

const known = new WeakMap<PageUnits, readonly Row[]>();

/**
 * Lines as a ladder that climbs in both offset and height. Where a page has columns, its rungs share the page out
 * evenly instead.
 */
function rowsOf(units: PageUnits): readonly Row[] {
  const before = known.get(units);
  if (before !== undefined) return before;
  const rows = units.lines.map(({ start, end, box }) => ({ start, end, y0: box.y0, y1: box.y1 }));
  const climbs = rows.every((row, index) => index === 0 || row.y0 >= (rows[index - 1]?.y0 ?? 0) - 0.01);
  const made = climbs ? rows.filter((row, index) => index === 0 || row.y0 > (rows[index - 1]?.y0 ?? 0)) : evenly(rows);
  known.set(units, made);
  return made;
}

function evenly(rows: readonly Row[]): Row[] {
  const top = Math.min(...rows.map((row) => row.y0));
  const bottom = Math.max(...rows.map((row) => row.y1));
  const start = rows[0]?.start ?? 0;
  const end = rows.at(-1)?.end ?? start;
  return [{ start, end, y0: top, y1: bottom }];
}

function share(value: number, from: number, to: number): number {
  return to <= from ? 0 : Math.min(1, Math.max(0, (value - from) / (to - from)));
}
