import type { AnalysisEntry } from "../analysis/entries.ts";
import type { Matrix, MatrixRow } from "../analysis/matrix.ts";
import { stanceLook } from "../codebook/stance-scale.ts";
import type { Library } from "../model/library.ts";
import { twoDecimals } from "../text/two-decimals.ts";
import {
  cellPlan,
  type Facet,
  fitted,
  highest,
  type Paint,
  type Picture,
  pathSign,
  type Shape,
  signOf,
  textWidth,
} from "./picture.ts";
import { type ChartWords, chartWords } from "./words.ts";

const row = 34;
const size = 12;
/** Room of the axis of means, with its rims. */
const axis = 150;

/** What all parts of a drawing need: the table, where its columns are, and the words. */
type Plan = Readonly<{
  library: Library;
  matrix: Matrix;
  words: ChartWords;
  /** Width of the names and of a column, height of the heads. */
  side: number;
  step: number;
  head: number;
  full: number;
  /** Names as printed above the columns: of an issue the end of its path, where the codebook has one of that name. */
  names: readonly string[];
  /** Whether the heads are turned: stances have short names. */
  turned: boolean;
  /** Whether there is room for the means. */
  means: boolean;
  most: number;
}>;

/**
 * A matrix as squares whose area is the count, the number beside it; stances by colour and pattern, others by their
 * signed mean. Parents of issues show in brackets what lies under them. Beside the stances an axis of the means where
 * there is room.
 */
export function matrixChart(
  library: Library,
  matrix: Matrix,
  title: string,
  width = 720,
  words: ChartWords = chartWords,
): Picture {
  const { columns, lines } = matrix;
  const plan = planOf(library, matrix, width, words);
  const shapes: Shape[] = columns.map((column, index) => headOf(plan, column, index));
  shapes.push(label(allAt(plan), plan.head - 8, words.all, "middle", "soft"));
  if (plan.means) shapes.push(...meanHead(plan));
  lines.forEach((line, index) => {
    const y = plan.head + row * index;
    shapes.push({ kind: "line", x1: 0, y1: y, x2: plan.full, y2: y, width: 0.6, paint: "line" });
    shapes.push(...nameOf(plan, line, y));
    columns.forEach((column, index) => {
      shapes.push(...cellOf(plan, line, column, index, y + row / 2));
    });
    const under = line.rolledTotal > line.total;
    shapes.push(label(allAt(plan), y + row / 2 + 4, String(line.rolledTotal), "middle", under ? "soft" : "ink"));
    if (plan.means) shapes.push(...meanOf(plan, line, y + row / 2));
  });
  const end = plan.head + row * lines.length;
  if (lines.length > 0) shapes.push(...totalsOf(plan, end));
  return { title, width: plan.full, height: end + row + 2, shapes };
}

function planOf(library: Library, matrix: Matrix, width: number, words: ChartWords): Plan {
  const { columns, lines, options } = matrix;
  const side = Math.min(
    260,
    highest(
      90,
      lines.map((line) => indent(line) + textWidth(lastName(line), size) + 14),
    ),
  );
  const turned = options.columns !== "stance";
  const counts = Map.groupBy(Object.values(library.issues), ({ name }) => name);
  const names = columns.map(({ name }) => {
    const short = name.split(pathSign).at(-1) ?? name;
    return (counts.get(short)?.length ?? 0) > 1 ? name : short;
  });
  const tall = highest(
    40,
    names.map((name) => textWidth(name, size) * 0.72 + 14),
  );
  const head = turned ? Math.min(150, tall) : 34;
  const means = !turned && lines.some(({ mean }) => mean !== null) && width >= side + 50 + axis + 84 * columns.length;
  // Turned heads lean over the last column by as much as they are high.
  const beyond = turned ? Math.max(50, head - 10) : 50 + (means ? axis : 0);
  const step = Math.max(34, Math.min(turned ? 74 : 120, (width - side - beyond) / Math.max(1, columns.length)));
  const full = Math.max(width, side + step * columns.length + beyond);
  // A group of others is shown by its number alone: its square would dwarf everything worth seeing.
  const most = highest(
    1,
    lines.flatMap(({ of, counts }) =>
      of === undefined ? counts.filter((_, index) => columns[index]?.of === undefined) : [],
    ),
  );
  return { library, matrix, words, side, step, head, full, names, turned, means, most };
}

function allAt({ side, step, matrix }: Plan): number {
  return side + step * matrix.columns.length + 24;
}

function centre({ side, step }: Plan, index: number): number {
  return side + step * (index + 0.5);
}

function nameOf({ matrix: { options }, side }: Plan, line: MatrixRow, y: number): Shape[] {
  const text = fitted(lastName(line), size, side - indent(line) - 8);
  return [
    {
      ...label(indent(line) + 4, y + row / 2 + 4, text, "start", line.of === undefined ? "ink" : "soft"),
      title: line.name,
      bold: line.depth === 0 && options.rows === "issue" && line.of === undefined,
      marks: facetsOf(options.rows, line),
    },
  ];
}

function cellOf(plan: Plan, line: MatrixRow, column: AnalysisEntry, index: number, y: number): Shape[] {
  const { library, matrix, most } = plan;
  const { rows, columns } = matrix.options;
  const x = centre(plan, index);
  const count = line.counts[index] ?? 0;
  const under = line.rolled[index] ?? 0;
  if (under === 0) return [];
  const name = `${line.name}, ${column.name}`;
  const marks = facetsOf(rows, line).flatMap((facet) =>
    facetsOf(columns, column).map((other): Facet => ({ ...facet, ...other, alone: count > 0 })),
  );
  if (count === 0)
    return [
      { ...label(x, y + 4, `(${under})`, "middle", "soft"), title: `${name}: ${plan.words.under(under)}`, marks },
    ];
  if (line.of !== undefined || column.of !== undefined)
    return [{ ...label(x, y + 4, String(count), "middle", "soft"), title: `${name}: ${count}`, marks }];
  const place = cellPlan(plan.step);
  const edge = Math.max(5, Math.sqrt(count / most) * place.edge);
  const mean = line.means[index] ?? null;
  const { paint, glyph } =
    columns === "stance" ? { paint: stanceLook(library.stances[column.id]), glyph: "" } : signOf(mean);
  const title = `${name}: ${count}${mean === null || columns === "stance" ? "" : `, ${plan.words.mean} ${twoDecimals(mean)}`}`;
  const text = `${glyph}${glyph === "" || place.size < size ? "" : " "}${count}`;
  const square = { kind: "rect" as const, x: x + place.square - edge / 2, y: y - edge / 2, width: edge, height: edge };
  return [
    { ...square, paint, patterned: true, title, marks },
    { ...label(x + place.words, y + 4, text, "start", "ink"), size: place.size, title, marks },
  ];
}

function headOf({ library, matrix, names, head, step, ...plan }: Plan, column: AnalysisEntry, index: number): Shape {
  const { columns } = matrix.options;
  const paint: Paint =
    column.of !== undefined ? "soft" : columns === "stance" ? stanceLook(library.stances[column.id]) : "ink";
  const common = { title: column.name, marks: facetsOf(columns, column) };
  const [x, y, name] = [plan.side + step * (index + 0.5), head - 8, names[index] ?? ""];
  return plan.turned
    ? { ...label(x, y, fitted(name, size, (head - 12) / 0.72), "start", paint), turned: -45, ...common }
    : { ...label(x, y, fitted(name, size, step - 4), "middle", paint), bold: true, ...common };
}

/** The sums of the columns under the last line, and of all. */
function totalsOf(plan: Plan, y: number): Shape[] {
  const { matrix, words, full } = plan;
  const sums = matrix.columns.flatMap((column, index): Shape[] => {
    const total = matrix.totals[index] ?? 0;
    if (total === 0) return [];
    const tip = { title: `${column.name}: ${total}`, marks: facetsOf(matrix.options.columns, column) };
    return [{ ...label(centre(plan, index), y + row / 2 + 4, String(total), "middle", "ink"), ...tip }];
  });
  return [
    { kind: "line", x1: 0, y1: y, x2: full, y2: y, width: 1.2, paint: "soft" },
    label(4, y + row / 2 + 4, words.all, "start", "soft"),
    ...sums,
    { ...label(allAt(plan), y + row / 2 + 4, String(matrix.total), "middle", "ink"), bold: true },
  ];
}

function axisAt(plan: Plan, mean: number): number {
  return allAt(plan) + 40 + ((mean + 1) / 2) * (axis - 60);
}

function meanHead(plan: Plan): Shape[] {
  const y = plan.head - 8;
  return [
    label(axisAt(plan, -1), y, "−1", "middle", "opposes"),
    label(axisAt(plan, 0), y, plan.words.mean, "middle", "soft"),
    label(axisAt(plan, 1), y, "+1", "middle", "supports"),
  ];
}

/** The mean of a line, with what is under it, as a point between opposition and support. */
function meanOf(plan: Plan, line: MatrixRow, y: number): Shape[] {
  const middle = axisAt(plan, 0);
  const ticks = [-1, 0, 1].map((index): Shape => {
    const [x, half] = [axisAt(plan, index), index === 0 ? 6 : 3];
    return { kind: "line", x1: x, y1: y - half, x2: x, y2: y + half, width: 1, paint: "line" };
  });
  const rule: Shape = {
    kind: "line",
    x1: axisAt(plan, -1),
    y1: y,
    x2: axisAt(plan, 1),
    y2: y,
    width: 1,
    paint: "line",
  };
  if (line.mean === null) return [rule, ...ticks];
  const { paint } = signOf(line.mean);
  const title = `${line.name}: ${plan.words.mean} ${twoDecimals(line.mean)}`;
  const x = axisAt(plan, line.mean);
  return [
    rule,
    ...ticks,
    { kind: "line", x1: middle, y1: y, x2: x, y2: y, width: 2.5, paint },
    { kind: "circle", x, y, radius: 5, paint, title, marks: facetsOf(plan.matrix.options.rows, line) },
  ];
}

/** The facets of an entry along a dimension: its own, or those of all it gathers. */
export function facetsOf(dimension: string, { id, of }: AnalysisEntry): Facet[] {
  return of === undefined ? [{ [dimension]: id }] : of.map((facet) => ({ [dimension]: facet, alone: true }));
}

function label(x: number, y: number, text: string, anchor: "start" | "middle" | "end", paint: Paint) {
  return { kind: "text" as const, x, y, text, size, anchor, paint };
}

function indent(line: MatrixRow): number {
  return Math.min(4, line.depth) * 14;
}

function lastName(line: MatrixRow): string {
  return line.depth === 0 ? line.name : (line.name.split(pathSign).at(-1) ?? line.name);
}
