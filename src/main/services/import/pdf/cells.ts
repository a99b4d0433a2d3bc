import { isSpace } from "../../pdfium/page-chars.ts";
import type { Line } from "./lines.ts";

type Gap = Readonly<{ from: number; to: number }>;

/** Rows with fewer in common than this may be chance: words of prose now and then stand under each other. */
const fewestRows = 3;
/** A gap between cells, in sizes of the letters; between words it is about a quarter. */
const narrowest = 0.75;

/** Pieces that stand in one row. */
type Row = readonly Line[];

/** The lines of a column, those of a table parted into its cells: three rows or more that share a gap are one. */
export function withCells(lines: readonly Line[]): Line[] {
  const all = rowsOf(lines);
  const parted: Line[] = [];
  for (let i = 0; i < all.length; ) {
    const { rows, shared } = rowsFrom(all, i);
    const isTable = rows.length >= fewestRows && !isSpacedProse(rows, shared);
    const taken = isTable ? rows : all.slice(i, i + 1);
    parted.push(...taken.flat().flatMap((line) => (isTable ? split(line, shared) : [line])));
    i += taken.length;
  }
  return parted;
}

function rowsOf(lines: readonly Line[]): Row[] {
  const rows: Line[][] = [];
  for (const line of lines) {
    const last = rows.at(-1);
    if (last !== undefined && Math.abs((last[0]?.base ?? 0) - line.base) < 2) last.push(line);
    else rows.push([line]);
  }
  return rows;
}

/** The longest run of rows from `i` on that have gaps in common. */
function rowsFrom(all: readonly Row[], i: number): { rows: Row[]; shared: Gap[] } {
  const rows: Row[] = [];
  let shared: Gap[] = [];
  for (const row of all.slice(i)) {
    const [last, first] = [rows.at(-1)?.[0], row[0]];
    if (first === undefined) break;
    const near = last === undefined || (last.base > first.base && last.base - first.base < first.size * 2.6);
    const own = near && first.tag === null ? gapsOf(row, first.size) : [];
    const common = last === undefined ? own : overlaps(shared, own, first.size * narrowest);
    if (common.length === 0) break;
    rows.push(row);
    shared = common;
  }
  return { rows, shared };
}

/**
 * Justified prose in a narrow column: all gaps of a line are equally wide, and what stands behind those it shares with others begins
 * anywhere.
 */
function isSpacedProse(rows: readonly Row[], shared: readonly Gap[]): boolean {
  const gaps = rows.map((row) => gapsOf(row, row[0]?.size ?? 10, betweenWords));
  const even = gaps.every((own) => widest(own) < 1.3 * narrowestOf(own));
  if (!even || gaps.flat().length <= rows.length) return false;
  return shared.every((one) => {
    const starts = gaps.flatMap((own) =>
      own.filter((gap) => gap.from <= one.from && gap.to >= one.to).map(({ to }) => to),
    );
    return Math.max(...starts) - Math.min(...starts) > (rows[0]?.[0]?.size ?? 10) * 0.3;
  });
}

/** No gap within a word is so wide, in sizes of the letters. */
const betweenWords = 0.18;

function widest(gaps: readonly Gap[]): number {
  return Math.max(...gaps.map(({ from, to }) => to - from));
}

function narrowestOf(gaps: readonly Gap[]): number {
  return Math.min(...gaps.map(({ from, to }) => to - from));
}

/** Gaps of a row behind its third letter: what stands before is no list mark. */
function gapsOf(row: Row, size: number, least = narrowest): Gap[] {
  const gaps: Gap[] = [];
  let inked = 0;
  let from = 0;
  for (const { chars } of row)
    for (let i = 0; i < chars.length; i++) {
      if (isSpace(chars.code(i))) continue;
      const to = chars.left(i);
      if (inked > 3 && to - from >= size * least) gaps.push({ from, to });
      from = chars.right(i);
      inked++;
    }
  return gaps;
}

function overlaps(some: readonly Gap[], others: readonly Gap[], least: number): Gap[] {
  return some.flatMap((one) =>
    others.flatMap((other) => {
      const [from, to] = [Math.max(one.from, other.from), Math.min(one.to, other.to)];
      return to - from >= least ? [{ from, to }] : [];
    }),
  );
}

function split(line: Line, gaps: readonly Gap[]): Line[] {
  const { chars } = line;
  const groups = Array.from({ length: chars.length }, (_, i) => {
    const middle = (chars.left(i) + chars.right(i)) / 2;
    return gaps.filter((gap) => middle > (gap.from + gap.to) / 2).length;
  });
  return Array.from({ length: gaps.length + 1 }, (_, group) => chars.filter((i) => groups[i] === group)).flatMap(
    (own) => {
      const isInk = (i: number): boolean => !isSpace(own.code(i));
      const first = own.findIndex(isInk);
      if (first < 0) return [];
      const kept = own.slice(first, own.findLastIndex(isInk) + 1);
      const box = [kept.left(0), line.box[1], kept.right(kept.length - 1), line.box[3]] as const;
      const bold = kept.every((i) => kept.isBold(i) || isSpace(kept.code(i)));
      return [{ ...line, chars: kept, text: kept.text(), box, notes: [], bold }];
    },
  );
}
