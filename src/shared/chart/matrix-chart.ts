import type { Entry } from "../analysis/entries.ts";
import type { Line, Matrix } from "../analysis/matrix.ts";
import type { Library } from "../model/library.ts";
import { type Facet, fitted, type Paint, type Picture, paintOf, type Shape, signOf, textWidth } from "./picture.ts";
import { type ChartWords, chartWords } from "./words.ts";

const row = 34;
const size = 12;

/** A matrix as squares whose area is the count, the number beside it; stances by colour and pattern, others by their signed mean. Parents of issues show in words what lies under them. */
export function matrixChart(
  library: Library,
  matrix: Matrix,
  title: string,
  width = 720,
  words: ChartWords = chartWords,
): Picture {
  const { columns, lines, options } = matrix;
  const side = Math.min(260, Math.max(90, ...lines.map((line) => indent(line) + textWidth(lastName(line), size) + 14)));
  const tall = options.columns !== "stance";
  const names = columns.map(({ name }) => shortName(name, columns));
  const head = tall ? Math.min(150, Math.max(40, ...names.map((name) => textWidth(name, size) * 0.72 + 14))) : 34;
  // Turned heads lean over the last column by as much as they are high.
  const beyond = tall ? Math.max(50, head - 10) : 50;
  const step = Math.max(34, Math.min(tall ? 74 : 120, (width - side - beyond) / Math.max(1, columns.length)));
  const full = Math.max(width, side + step * columns.length + beyond);
  const most = Math.max(1, ...lines.flatMap((line) => line.counts));
  const shapes: Shape[] = columns.map((column, at) =>
    headOf(
      library,
      options.columns,
      { ...column, name: names[at] ?? "" },
      {
        ...{ x: side + step * (at + 0.5), head, step },
        turned: tall,
        title: column.name,
      },
    ),
  );
  shapes.push(label(side + step * columns.length + 24, head - 8, words.all, "middle", "soft"));
  lines.forEach((line, index) => {
    const y = head + row * index;
    shapes.push({ kind: "line", x1: 0, y1: y, x2: full, y2: y, width: 0.6, paint: "line" });
    shapes.push({
      ...label(
        indent(line) + 4,
        y + row / 2 + 4,
        fitted(lastName(line), size, side - indent(line) - 8),
        "start",
        "ink",
      ),
      title: line.name,
      bold: line.depth === 0 && options.rows === "issue",
      marks: [facetOf(options.rows, line.id)],
    });
    columns.forEach((column, at) => {
      shapes.push(...cellOf(library, matrix, line, column, at, side + step * (at + 0.5), y + row / 2, most));
    });
    const x = side + step * columns.length + 24;
    const under = line.rolledTotal > line.total;
    shapes.push(label(x, y + row / 2 + 4, String(line.rolledTotal), "middle", under ? "soft" : "ink"));
  });
  return { title, width: full, height: head + row * lines.length + 10, shapes };
}

function cellOf(
  library: Library,
  { options }: Matrix,
  line: Line,
  column: Entry,
  at: number,
  x: number,
  y: number,
  most: number,
): Shape[] {
  const count = line.counts[at] ?? 0;
  const under = line.rolled[at] ?? 0;
  const marks = [{ ...facetOf(options.rows, line.id), ...facetOf(options.columns, column.id), alone: count > 0 }];
  if (count === 0)
    return under === 0
      ? []
      : [
          {
            ...label(x, y + 4, `(${under})`, "middle", "soft"),
            title: `${line.name}, ${column.name}: ${under} under it`,
            marks,
          },
        ];
  const edge = Math.max(5, Math.sqrt(count / most) * (row - 10));
  const mean = line.means[at] ?? null;
  const { paint, glyph } =
    options.columns === "stance" ? { paint: paintOf(library.stances[column.id]), glyph: "" } : signOf(mean);
  const words = mean === null || options.columns === "stance" ? "" : `, mean ${mean.toFixed(2)}`;
  const title = `${line.name}, ${column.name}: ${count}${words}`;
  return [
    {
      kind: "rect",
      x: x - 13 - edge / 2,
      y: y - edge / 2,
      width: edge,
      height: edge,
      paint,
      patterned: true,
      title,
      marks,
    },
    { ...label(x + 6, y + 4, `${glyph}${glyph === "" ? "" : " "}${count}`, "start", "ink"), title, marks },
  ];
}

function headOf(
  library: Library,
  dimension: string,
  column: Entry,
  { x, head, step, turned, title }: Readonly<{ x: number; head: number; step: number; turned: boolean; title: string }>,
): Shape {
  const paint: Paint = dimension === "stance" ? paintOf(library.stances[column.id]) : "ink";
  const common = { title, marks: [facetOf(dimension, column.id)] };
  return turned
    ? { ...label(x, head - 8, fitted(column.name, size, (head - 12) / 0.72), "start", paint), turned: -45, ...common }
    : { ...label(x, head - 8, fitted(column.name, size, step - 4), "middle", paint), bold: true, ...common };
}

/** The end of an issue's path, where no other column ends alike. */
function shortName(name: string, columns: readonly Entry[]): string {
  const short = name.split(" › ").at(-1) ?? name;
  return columns.some((other) => other.name !== name && other.name.endsWith(short)) ? name : short;
}

/** The facet of an entry along a dimension. */
export function facetOf(dimension: string, id: string): Facet {
  return { [dimension]: id };
}

function label(x: number, y: number, text: string, anchor: "start" | "middle" | "end", paint: Paint) {
  return { kind: "text" as const, x, y, text, size, anchor, paint };
}

function indent(line: Line): number {
  return Math.min(4, line.depth) * 14;
}

function lastName(line: Line): string {
  return line.depth === 0 ? line.name : (line.name.split(" › ").at(-1) ?? line.name);
}
