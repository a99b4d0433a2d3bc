import { directionOf } from "../../../../shared/text/direction.ts";
import { isSpace } from "../../pdfium/page-chars.ts";
import { type Line, textOf } from "./lines.ts";
import { cellGap, isFigure, type PrintRow, type Span, splitLine, textOfSpan } from "./spans.ts";

/** A stretch of x, in points. */
export type Stretch = Readonly<{ x0: number; x1: number }>;
/** The pieces of a row of print by column; none for an empty cell. */
export type GridRow = Readonly<{ cells: readonly (readonly Line[])[]; base: number; size: number }>;

/** The share of rows that may run over what parts two columns, such as headings over several of them. */
const maxAcross = 0.15;

/** Rows of print as the rows of a grid of two columns or more, in reading direction; null where they form none. */
export function gridOf(rows: readonly PrintRow[]): GridRow[] | null {
  const parted = rows.filter((row) => row.spans.length > 1);
  if (parted.length < 2) return null;
  const columns = stretchesOf(rows);
  if (columns.length < 2) return null;
  const body = rows.findIndex((row) => row.spans.some((span) => isFigure(textOfSpan(span))));
  const grid = rows.map((row, n) => ({ cells: cellsOf(row, columns, n < body), base: row.base, size: row.size }));
  const whole = withoutThin(grid);
  const rtl = rows.filter((row) => directionOf(row.lines.map(textOf).join(" ")) === "rtl").length > rows.length / 2;
  return rtl ? whole.map((row) => ({ ...row, cells: row.cells.toReversed() })) : whole;
}

/** The columns of some rows of print. */
export function stretchesOf(rows: readonly PrintRow[]): Stretch[] {
  const parted = rows.filter((row) => row.spans.length > 1);
  return withoutSigns(columnsOf(patternOf(parted)), parted);
}

/** The rows that show the columns best: those with nearly as many pieces as any. Headings of groups have fewer. */
function patternOf(parted: readonly PrintRow[]): PrintRow[] {
  const counts = parted.map((row) => row.spans.length).sort((a, b) => a - b);
  const many = counts[Math.floor((counts.length - 1) * 0.8)] ?? 2;
  const full = parted.filter((row) => row.spans.length >= many * 0.6);
  return full.length < 2 ? [...parted] : full;
}

/** Stretches of x that hold the columns: between them is what nearly all rows leave free. */
function columnsOf(parted: readonly PrintRow[]): Stretch[] {
  const spare = parted.length < 4 ? 0 : Math.max(1, Math.floor(parted.length * maxAcross));
  const size = parted[0]?.size ?? 10;
  const edges = parted
    .flatMap((row) =>
      row.spans.flatMap(({ x0, x1 }) => [
        { x: x0, step: 1 },
        { x: x1, step: -1 },
      ]),
    )
    .sort((a, b) => a.x - b.x || b.step - a.step);
  const columns: { x0: number; x1: number }[] = [];
  let over = 0;
  let free = Number.NEGATIVE_INFINITY;
  for (const { x, step } of edges) {
    const was = over;
    over += step;
    const last = columns.at(-1);
    if (was <= spare && over > spare) {
      if (last === undefined || x - free >= size * cellGap * 0.5) columns.push({ x0: x, x1: x });
    } else if (was > spare && over <= spare) {
      free = x;
      if (last !== undefined) last.x1 = x;
    }
  }
  return columns;
}

/** `isHead` where a row comes before all rows with figures. */
function cellsOf(row: PrintRow, columns: readonly Stretch[], isHead: boolean): Line[][] {
  const cells: Line[][] = columns.map(() => []);
  const between = columns.slice(1).map(({ x0 }, n) => ({ x0: columns[n]?.x1 ?? x0, x1: x0 }));
  const isSparse = row.spans.length <= columns.length * 0.6 && !row.spans.some((span) => isFigure(textOfSpan(span)));
  for (const span of row.spans) {
    const others = row.spans.filter((other) => other !== span);
    const [from, to] = reach(span, columns);
    const over =
      isSparse && (isHead || (row.spans.length === 1 && to - from > 1)) ? centredOn(span, columns, others) : null;
    if (over !== null) cells[over]?.push(...span.lines);
    else for (const part of splitBetween(span, between)) cells[reach(part, columns)[0]]?.push(...part.lines);
  }
  return cells;
}

/** The first and the last column that a span touches; where it touches none, the nearest. */
function reach({ x0, x1 }: Stretch, columns: readonly Stretch[]): [number, number] {
  const first = columns.findIndex((column) => column.x1 > x0 + 0.5 && column.x0 < x1 - 0.5);
  const last = columns.findLastIndex((column) => column.x1 > x0 + 0.5 && column.x0 < x1 - 0.5);
  if (first >= 0) return [first, last];
  const far = (stretch: Stretch): number => Math.max(stretch.x0 - x1, x0 - stretch.x1);
  const [near] = columns.map((column, n) => ({ n, far: far(column) })).sort((a, b) => a.far - b.far);
  return [near?.n ?? 0, near?.n ?? 0];
}

/**
 * The first of the columns that a heading is centred over, the most that it can be; null where it has a column to
 * itself.
 */
function centredOn(span: Stretch, columns: readonly Stretch[], others: readonly Stretch[]): number | null {
  const [from, to] = reach(span, columns);
  const middle = (span.x0 + span.x1) / 2;
  const own = columns[from];
  // What begins where its column does is a cell that runs over several lines.
  if (from === to && own !== undefined && Math.abs(span.x0 - own.x0) < 0.6) return null;
  if (from === to && own !== undefined && Math.abs((own.x0 + own.x1) / 2 - middle) < (own.x1 - own.x0) * 0.04) {
    // One in the middle of its own column may be a heading over both its neighbours.
    const [before, after] = [columns[from - 1], columns[from + 1]];
    const isMiddle =
      before !== undefined && after !== undefined && Math.abs(own.x0 - before.x1 - (after.x0 - own.x1)) < 2 && from > 1;
    if (!isMiddle) return null;
  }
  let best: [number, number] | null = null;
  for (let i = from; i >= 0; i--)
    for (let j = to; j < columns.length; j++) {
      const [first, two] = [columns[i], columns[j]];
      if (first === undefined || two === undefined || i === j) continue;
      if (others.some((other) => other.x0 < two.x1 && other.x1 > first.x0)) continue;
      const width = two.x1 - first.x0;
      const off = Math.abs((first.x0 + two.x1) / 2 - middle);
      if (off < Math.max(1.5, width * 0.03) && (best === null || j - i > best[1] - best[0])) best = [i, j];
    }
  return best?.[0] ?? null;
}

/** A span over several columns is parted where it has a space between two of them. */
function splitBetween(span: Span, between: readonly Stretch[]): Span[] {
  const lines = span.lines.flatMap((line) => {
    const cuts: number[] = [];
    let end = Number.NEGATIVE_INFINITY;
    for (let i = 0; i < line.chars.length; i++) {
      if (isSpace(line.chars.code(i))) continue;
      const left = line.chars.left(i);
      const isFree = left - end >= line.size * 0.35 && between.some(({ x0, x1 }) => left > x0 && end < x1);
      if (i > 0 && isFree) cuts.push(i);
      end = line.chars.right(i);
    }
    return cuts.length === 0 ? [line] : splitLine(line, cuts);
  });
  return lines.map((line) => ({ lines: [line], x0: line.box[0], x1: line.box[2] }));
}

/** A column that hardly any row fills belongs to the one before it. */
function withoutThin(grid: readonly GridRow[]): GridRow[] {
  const count = grid[0]?.cells.length ?? 0;
  const filled = Array.from({ length: count }, (_, n) => grid.filter((row) => (row.cells[n]?.length ?? 0) > 0).length);
  const thin = (n: number): boolean => n > 0 && (filled[n] ?? 0) < 2 && grid.length > 3;
  return joinColumns(grid, (n) => (thin(n) ? n - 1 : null));
}

const currency = /^(?:[$€£¥₹]|US\$|Rs\.?|PKR|EUR|USD)$/;
const bullet = /^[•●▪◦‣·○■□➢✓–-]$/;
const closing = /^[%‰)\]]$|^\)?%$/;

/**
 * A column of nothing but currency signs is one with the figures after it, one of per cent signs with those before it,
 * one of bullets with the words after it.
 */
function withoutSigns(columns: readonly Stretch[], parted: readonly PrintRow[]): Stretch[] {
  const textsIn = (rows: readonly PrintRow[], column: Stretch): string[] =>
    rows.flatMap(({ spans }) =>
      spans.flatMap((span) => (span.x0 < column.x1 && span.x1 > column.x0 ? [textOfSpan(span).trim()] : [])),
    );
  // Rows without figures may be headings.
  const figured = parted.filter((row) => row.spans.some((span) => isFigure(textOfSpan(span))));
  const texts = columns.map((column) => textsIn(figured, column));
  const all = columns.map((column) => textsIn(parted, column));
  const only = (n: number, sign: RegExp): boolean =>
    (texts[n] ?? []).length > 0 && (texts[n] ?? []).every((text) => sign.test(text));
  const joined: { x0: number; x1: number }[] = [];
  for (const [n, column] of columns.entries()) {
    const last = joined.at(-1);
    const bullets = n > 1 && (all[n - 1] ?? []).every((text) => bullet.test(text));
    if (last !== undefined && (bullets || only(n - 1, currency) || only(n, closing))) last.x1 = column.x1;
    else joined.push({ ...column });
  }
  return joined;
}

/** The grid with some columns joined to a neighbour: `into` says which, null for a column that stays. */
function joinColumns(grid: readonly GridRow[], into: (n: number) => number | null): GridRow[] {
  const count = grid[0]?.cells.length ?? 0;
  const targets = Array.from({ length: count }, (_, n) => into(n));
  if (targets.every((target) => target === null)) return [...grid];
  const kept = targets.flatMap((target, n) => (target === null ? [n] : []));
  const home = (n: number): number => {
    let index = n;
    for (let hops = 0; hops < count && targets[index] != null; hops++) index = targets[index] ?? index;
    return index;
  };
  return grid.map((row) => ({
    ...row,
    cells: kept.map((n) =>
      row.cells.flatMap((cell, other) => (home(other) === n ? cell : [])).sort((a, b) => a.box[0] - b.box[0]),
    ),
  }));
}
