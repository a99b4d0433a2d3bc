import { directionOf } from "../../../../shared/text/direction.ts";
import type { Box } from "../../pdfium/module.ts";
import { isSpace } from "../../pdfium/page-chars.ts";
import { cellAt, edgesAt, type Lattice, latticesOf, slotAt } from "./lattice.ts";
import type { Line, Rows } from "./lines.ts";
import { isFigure, splitLine } from "./spans.ts";

/** A cell with more lines is a column of the page. */
const mostLines = 40;
/** The most of its cells that have words far apart on one line. */
const mostWide = 0.05;
/** So many cells with words make a table, and this share of all. */
const [leastCells, leastFilled] = [4, 0.2];
/** So many lines beside a table are a column of their own; then this share of its cells has words. */
const [leastBeside, leastFilledBeside] = [4, 0.6];
/** The rest of a row that rules part only in some of its columns is level with it; of another column so much is not. */
const leastApart = 0.25;
/** The two rules of a double one are nearer, in points; no words are between them. */
const thin = 6.5;
/** Words on either side of a table's side are so far apart, in sizes of their letters. */
const room = 0.6;
/** Room between two columns of a page, in points. */
const gutter = 10;

/**
 * A page's lines with each table whose cells rules part, and of which some hold words over several lines, as one line
 * in the table's place: read row by row, what is in such cells side by side would be read across. The same with a table
 * that is in a column of the page, whose rows would be read on into the next column. Other tables are known by their
 * rows alone.
 */
export function withRuledTables(lines: readonly Line[], rules: readonly Box[]): readonly Line[] {
  if (rules.length < 4 || lines.some(({ tag }) => tag !== null)) return lines;
  const all = latticesOf(rules);
  return all.reduce<readonly Line[]>((left, lattice) => withTable(left, lattice, hasTwin(lattice, all)), lines);
}

type Cell = { lines: Line[]; column: number; row: number };
/** A piece of a line with the slot it is in, and the cell of that slot. */
type Part = Readonly<{ line: Line; row: number; column: number; cell: readonly [number, number] }>;

/** True where rules draw as many columns beside a lattice, a gutter away: two tables, or one in two columns. */
function hasTwin({ xs, ys }: Lattice, all: readonly Lattice[]): boolean {
  return all.some((other) => {
    const gap = Math.max((other.xs[0] ?? 0) - (xs.at(-1) ?? 0), (xs[0] ?? 0) - (other.xs.at(-1) ?? 0));
    const isLevel = (other.ys[0] ?? 0) < (ys.at(-1) ?? 0) && (other.ys.at(-1) ?? 0) > (ys[0] ?? 0);
    return other.xs.length === xs.length && gap >= gutter && isLevel;
  });
}

function withTable(given: readonly Line[], lattice: Lattice, isTwin: boolean): readonly Line[] {
  const lines = given.flatMap((line) => partedAtSides(line, lattice));
  const { xs, ys } = withoutSpanning(lines, lattice);
  const parts: Part[] = [];
  const own = new Set<Line>();
  // Cells of large lattices are asked for by many pieces.
  const known = new Map<number, readonly [number, number]>();
  const cellOf = (slot: readonly [number, number]): readonly [number, number] => {
    const cell = known.get(placeOf(...slot)) ?? withoutThin(lattice, cellAt(lattice, slot));
    known.set(placeOf(...slot), cell);
    return cell;
  };
  for (const line of lines) {
    const y = line.base + line.size * 0.3;
    const isWithin =
      line.box[0] > (xs[0] ?? 0) - 2 && line.box[2] < (xs.at(-1) ?? 0) + 2 && y > (ys[0] ?? 0) && y < (ys.at(-1) ?? 0);
    if (!isWithin || line.table !== undefined) continue;
    own.add(line);
    for (const part of partsOf(line, edgesAt(lattice, y))) {
      const slot = slotAt(lattice, (part.box[0] + part.box[2]) / 2, y);
      if (slot === null) return given;
      parts.push({ line: part, column: slot[0], row: slot[1], cell: cellOf(slot) });
    }
  }
  const all = cellsOf(parts);
  const [first] = own;
  const beside = lines.filter((line) => !own.has(line) && isLevelWith(line, lattice));
  const isBeside =
    isTwin || beside.filter((line) => !isOnRow(line, own)).length >= Math.max(leastBeside, beside.length * leastApart);
  if (first === undefined || !isTable(all, lattice, isBeside)) return given;
  const rows = rowsOf(all);
  const whole: Line = {
    ...first,
    box: boxOf([...own]),
    notes: [...own].flatMap(({ notes }) => notes),
    table: { rows, taken: 1 },
  };
  return lines.flatMap((line) => (line === first ? [whole] : own.has(line) ? [] : [line]));
}

/** A line that runs over a side of a table, where a rule is drawn, parted there if it has room for the rule. */
function partedAtSides(line: Line, lattice: Lattice): Line[] {
  const sides = [lattice.xs[0] ?? 0, lattice.xs.at(-1) ?? 0];
  if (line.table !== undefined || !sides.some((x) => x > line.box[0] + 2 && x < line.box[2] - 2)) return [line];
  const y = line.base + line.size * 0.3;
  const drawn = edgesAt(lattice, y).filter((x) => sides.includes(x));
  const parts = partsOf(line, drawn);
  const across = parts.toSorted((a, b) => a.box[0] - b.box[0]);
  const isApart = across.every((part, n) => n === 0 || part.box[0] - (across[n - 1]?.box[2] ?? 0) > line.size * room);
  return isApart ? parts : [line];
}

/** How many slots may hold words. */
function slotsBetween(edges: readonly number[]): number {
  return edges.slice(1).filter((_, n) => !isThin(edges, n)).length;
}

/** True for the slot after an edge where it is that between the two rules of a double one. */
function isThin(edges: readonly number[], n: number): boolean {
  return (edges[n + 1] ?? Number.POSITIVE_INFINITY) - (edges[n] ?? 0) < thin;
}

/** The slot of a cell's top left, where that is between two rules of a double one the next that may hold words. */
function withoutThin({ xs, ys }: Lattice, [left, top]: readonly [number, number]): readonly [number, number] {
  let [column, row] = [left, top];
  while (column < xs.length - 2 && isThin(xs, column)) column++;
  while (row > 0 && isThin(ys, row)) row--;
  return [column, row];
}

/** To the left or to the right of a lattice. */
function isLevelWith({ box, base }: Line, { xs, ys }: Lattice): boolean {
  const isOutside = box[2] < (xs[0] ?? 0) + 2 || box[0] > (xs.at(-1) ?? 0) - 2;
  return isOutside && base > (ys[0] ?? 0) && base < (ys.at(-1) ?? 0);
}

/** On the baseline of a line in the table, as the rest of its row is where rules part only some of its columns. */
function isOnRow({ base, size }: Line, own: ReadonlySet<Line>): boolean {
  for (const other of own) if (Math.abs(other.base - base) < size * 0.2) return true;
  return false;
}

/** A slot as one number: a lattice has far fewer columns. */
function placeOf(column: number, row: number): number {
  return row * 1000 + column;
}

/** Pieces in their cells. What is level with the cells beside it is in their rows, though no rule parts it so. */
function cellsOf(parts: readonly Part[]): Cell[] {
  const rows = Map.groupBy(parts, ({ row }) => row);
  const isLevel = (part: Part): boolean =>
    rows
      .get(part.row)
      ?.some(
        (other) => other.cell[0] !== part.cell[0] && Math.abs(other.line.base - part.line.base) < part.line.size * 0.2,
      ) === true;
  const cells = new Map<number, Cell>();
  for (const same of Map.groupBy(parts, ({ cell }) => placeOf(...cell)).values()) {
    const isParted = same.some(({ row }) => row !== same[0]?.row) && same.every(isLevel);
    for (const part of same) {
      const [column, row] = [part.cell[0], isParted ? part.row : part.cell[1]];
      const cell = cells.get(placeOf(column, row));
      if (cell === undefined) cells.set(placeOf(column, row), { lines: [part.line], column, row });
      else cell.lines.push(part.line);
    }
  }
  return [...cells.values()];
}

/** The lattice without rows at its top and its foot that are one cell: titles and notes, no part of the table. */
function withoutSpanning(lines: readonly Line[], lattice: Lattice): Pick<Lattice, "xs" | "ys"> {
  const { xs } = lattice;
  const ys = [...lattice.ys];
  const isOne = (row: number): boolean => {
    const [from, to] = [ys[row] ?? 0, ys[row + 1] ?? 0];
    const isEmpty = !lines.some(({ base, size }) => base + size * 0.3 > from && base + size * 0.3 < to);
    const inner = edgesAt(lattice, (from + to) / 2).filter((x) => x > (xs[0] ?? 0) + 3 && x < (xs.at(-1) ?? 0) - 3);
    return isEmpty || inner.length === 0;
  };
  while (ys.length > 2 && isOne(ys.length - 2)) ys.pop();
  while (ys.length > 2 && isOne(0)) ys.shift();
  return { xs, ys };
}

/**
 * A line parted where a rule runs between two of its words or figures. A word that is wider than its cell, and runs on
 * beneath the rules beside it, stays whole.
 */
function partsOf(line: Line, edges: readonly number[]): Line[] {
  const { chars } = line;
  const cuts: number[] = [];
  let last: number | null = null;
  for (let i = 0; i < chars.length; i++) {
    if (isSpace(chars.code(i))) continue;
    const first = i;
    while (isOneWord(line, i, i + 1)) i++;
    const middle = middleOf(line, first, i);
    const [from, to] = [Math.min(last ?? middle, middle), Math.max(last ?? middle, middle)];
    if (edges.some((x) => x > from && x < to)) cuts.push(first);
    last = middle;
  }
  return cuts.length === 0 ? [line] : splitLine(line, cuts);
}

/** True for two letters side by side that touch. */
function isOneWord({ chars, size }: Line, i: number, next: number): boolean {
  if (next >= chars.length || !isLetter(chars.code(i)) || !isLetter(chars.code(next))) return false;
  const gap = Math.max(chars.left(next) - chars.right(i), chars.left(i) - chars.right(next));
  return gap < size * 0.05;
}

function isLetter(code: number): boolean {
  return /^\p{L}$/u.test(String.fromCodePoint(code));
}

/** The middle of some letters side by side. */
function middleOf({ chars }: Line, first: number, last: number): number {
  return (Math.min(chars.left(first), chars.left(last)) + Math.max(chars.right(first), chars.right(last))) / 2;
}

/** Baselines of a cell, from the top. */
function basesOf({ lines }: Cell): number[] {
  const bases: number[] = [];
  for (const { base, size } of lines.toSorted((a, b) => b.base - a.base))
    if (bases.length === 0 || (bases.at(-1) ?? base) - base > size * 0.4) bases.push(base);
  return bases;
}

function isTable(cells: readonly Cell[], lattice: Lattice, isBeside: boolean): boolean {
  const { xs, ys } = lattice;
  const slots = slotsBetween(xs) * slotsBetween(ys);
  if (cells.length < leastCells || cells.length < slots * leastFilled) return false;
  if (new Set(cells.map(({ column }) => column)).size < 2 || new Set(cells.map(({ row }) => row)).size < 2)
    return false;
  if (cells.some((cell) => basesOf(cell).length > mostLines)) return false;
  const tall = cells.filter((cell) => basesOf(cell).length > 1);
  const inRow = (own: readonly Cell[]): boolean =>
    own.some((cell) => own.some((other) => other !== cell && other.row === cell.row));
  // Rows that nothing parts: each figure under another is of a row of its own.
  const figures = tall.filter(({ lines }) => lines.every(({ text }) => isFigure(text)));
  if (inRow(figures) || figures.some((cell) => isOfRows(cell, cells))) return false;
  const wide = cells.filter((cell) => cell.lines.some((line) => isWide(line, cell, lattice))).length;
  if (wide > cells.length * mostWide) return false;
  const rows = [...new Set(cells.map(({ row }) => row))];
  if (rows.some((row) => isLoose(cells.filter((cell) => cell.row === row)))) return false;
  if (isBeside && cells.length >= slots * leastFilledBeside) return true;
  return inRow(tall.filter(({ lines }) => lines.some(({ text }) => /\p{L}{2}/u.test(text))));
}

/** True when each of a cell's lines is level with one of another cell beside it. */
function isOfRows(cell: Cell, cells: readonly Cell[]): boolean {
  const isLevel = (line: Line, { lines }: Cell): boolean =>
    lines.some((other) => Math.abs(other.base - line.base) < line.size * 0.2);
  return cells.some(
    (other) => other !== cell && other.row === cell.row && cell.lines.every((line) => isLevel(line, other)),
  );
}

/**
 * True when something is far to the right of a line in its cell: two columns that no rule parts. Words of justified
 * print are far apart, too, but the last of them are at the end of their cell.
 */
function isWide(line: Line, { lines }: Cell, lattice: Lattice): boolean {
  return lines.some((other) => {
    const isBeside = Math.abs(other.base - line.base) < line.size * 0.3 && other.box[0] - line.box[2] > line.size * 1.5;
    if (!isBeside) return false;
    if (isFigure(line.text) || isFigure(other.text)) return true;
    const edge = edgesAt(lattice, other.base + other.size * 0.3).find((x) => x > other.box[0]);
    return edge !== undefined && edge - other.box[2] > other.size * 1.2;
  });
}

/** True when cells side by side are parted at the same heights by free space: they are rows that no rule parts. */
function isLoose(cells: readonly Cell[]): boolean {
  const lines = cells
    .flatMap((cell) => cell.lines.map((line) => ({ line, cell })))
    .sort((a, b) => b.line.base - a.line.base);
  const groups: Set<Cell>[] = [];
  let foot = Number.NEGATIVE_INFINITY;
  for (const { line, cell } of lines) {
    if (groups.length === 0 || foot - line.base > line.size * 2) groups.push(new Set());
    groups.at(-1)?.add(cell);
    foot = line.base;
  }
  return groups.filter((group) => group.size > 1).length > 1;
}

function rowsOf(cells: readonly Cell[]): Rows {
  const columns = [...new Set(cells.map(({ column }) => column))].sort((a, b) => a - b);
  const rows = [...new Set(cells.map(({ row }) => row))].sort((a, b) => b - a);
  const isLeft = directionOf(cells.flatMap(({ lines }) => lines.map(({ text }) => text)).join(" ")) === "rtl";
  const places = new Map(cells.map((cell) => [placeOf(cell.column, cell.row), cell]));
  const table = rows.map((row) => {
    const own = columns.map((column) => inOrder(places.get(placeOf(column, row))?.lines ?? [], isLeft));
    return isLeft ? own.toReversed() : own;
  });
  const isBold = (row: readonly (readonly Line[])[]): boolean => row.flat().every(({ bold }) => bold);
  const heads = table.every(isBold)
    ? 0
    : Math.max(
        0,
        table.findIndex((row) => !isBold(row)),
      );
  return table.map((row, n) => row.map((lines) => ({ lines, header: n < heads })));
}

/** Row after row, and along each. */
function inOrder(lines: readonly Line[], isLeft: boolean): Line[] {
  return lines.toSorted((a, b) =>
    Math.abs(a.base - b.base) < Math.min(a.size, b.size) * 0.4
      ? (a.box[0] - b.box[0]) * (isLeft ? -1 : 1)
      : b.base - a.base,
  );
}

function boxOf(lines: readonly Line[]): Box {
  return [
    Math.min(...lines.map(({ box }) => box[0])),
    Math.min(...lines.map(({ box }) => box[1])),
    Math.max(...lines.map(({ box }) => box[2])),
    Math.max(...lines.map(({ box }) => box[3])),
  ];
}
