import type { Matrix } from "../analysis/matrix.ts";
import { sumOf } from "../analysis/matrix.ts";
import { noStance, stanceLook } from "../codebook/stance-scale.ts";
import type { Library } from "../model/library.ts";
import { twoDecimals } from "../text/two-decimals.ts";
import { type Facet, fitted, highest, type Paint, type Picture, type Shape, textWidth } from "./picture.ts";
import { type ChartWords, chartWords } from "./words.ts";

const row = 26;
const size = 12;

/**
 * Lines of an issue (or actor) × stance matrix as bars: opposition to the left of the middle, support to the right, the
 * rest in a column of its own. What is under an issue is not counted with it: nobody contradicts himself on another
 * issue.
 */
export function barsChart(
  library: Library,
  matrix: Matrix,
  title: string,
  width = 720,
  words: ChartWords = chartWords,
): Picture {
  const lines = matrix.lines.filter(({ total }) => total > 0);
  const side = Math.min(
    280,
    highest(
      80,
      lines.map(({ name }) => textWidth(name, size) + 12),
    ),
  );
  const room = (width - side - 150) / 2;
  const middle = side + room;
  const sides = matrix.columns.map(({ id }) => library.stances[id]?.polarity ?? null);
  const sum = (counts: readonly number[], wanted: number): number =>
    sumOf(counts.filter((_, index) => sides[index] === wanted));
  const most = highest(
    1,
    lines.flatMap(({ counts }) => [sum(counts, 1), sum(counts, -1)]),
  );
  const shapes: Shape[] = [
    text(middle - 6, 14, `− ${words.opposes}`, "end", "opposes"),
    text(middle + 6, 14, `${words.supports} +`, "start", "supports"),
    text(width - 130, 14, words.other, "start", "soft"),
  ];
  lines.forEach((line, index) => {
    const y = 22 + row * index;
    const marks = [{ [matrix.options.rows]: line.id, alone: true }];
    shapes.push({ ...text(0, y + 17, fitted(line.name, size, side - 8), "start", "ink"), title: line.name, marks });
    let right = middle;
    let left = middle;
    const others: string[] = [];
    matrix.columns.forEach((column, index) => {
      const count = line.counts[index] ?? 0;
      const stance = library.stances[column.id];
      if (count === 0) return;
      if (sides[index] !== 1 && sides[index] !== -1) {
        others.push(`${stance?.glyph ?? noStance.glyph} ${count}`);
        return;
      }
      const wide = (count / most) * (room - 26);
      const title = `${line.name}: ${count} ${column.name}`;
      const own = [{ ...marks[0], stance: column.id }];
      const x = sides[index] === 1 ? right : left - wide;
      shapes.push({
        kind: "rect",
        x,
        y: y + 4,
        width: wide,
        height: row - 9,
        paint: stanceLook(stance),
        patterned: true,
        title,
        marks: own,
      });
      if (sides[index] === 1) right += wide;
      else left -= wide;
    });
    const [against, pro] = [sum(line.counts, -1), sum(line.counts, 1)];
    if (against > 0) shapes.push(text(left - 5, y + 17, String(against), "end", "ink"));
    if (pro > 0) shapes.push(text(right + 5, y + 17, String(pro), "start", "ink"));
    shapes.push(text(width - 130, y + 17, others.join("   "), "start", "soft"));
  });
  const height = 30 + row * lines.length;
  shapes.push({ kind: "line", x1: middle, y1: 20, x2: middle, y2: height - 4, width: 1, paint: "soft" });
  return { title, width, height, shapes };
}

/** A named bar; `marks` are the passages it opens. */
export type ChartBar = Readonly<{
  name: string;
  /** 0 or more. */
  length: number;
  /** The label at its end. */
  text: string;
  paint: Paint;
  bold?: boolean;
  marks?: readonly Facet[];
}>;

/** Names with bars from one edge, as long as their share of the longest (or of `full`). */
export function barList(bars: readonly ChartBar[], title: string, width = 720, full = 0): Picture {
  const side = Math.min(
    320,
    highest(
      80,
      bars.map(({ name }) => textWidth(name, size) + 12),
    ),
  );
  const most = highest(
    Math.max(1e-9, full),
    bars.map(({ length }) => length),
  );
  const shapes = bars.flatMap(({ name, length, text: end, paint, bold = false, marks }, index): Shape[] => {
    const y = row * index;
    const wide = (length / most) * (width - side - 90);
    const common = { title: `${name}: ${end}`, ...(marks === undefined ? {} : { marks }) };
    return [
      { ...text(0, y + 17, fitted(name, size, side - 8), "start", "ink"), ...common, bold },
      {
        ...{ kind: "rect", x: side, y: y + 4, width: Math.max(1, wide), height: row - 9 },
        paint,
        patterned: true,
        ...common,
      },
      text(side + wide + 6, y + 17, end, "start", "ink"),
    ];
  });
  return { title, width, height: bars.length === 0 ? 0 : row * bars.length + 6, shapes };
}

/** Scores of competing hypotheses as bars from 0: the shorter, the less there is against it. */
export function scoresChart(
  scores: readonly Readonly<{ name: string; score: number; leads: boolean }>[],
  title: string,
  width = 720,
): Picture {
  const bars = scores.map(({ name, score, leads }): ChartBar => {
    const paint = leads ? "supports" : "opposes";
    return {
      name: `${leads ? "▸ " : ""}${name}`,
      length: Math.abs(score),
      text: twoDecimals(score),
      paint,
      bold: leads,
    };
  });
  return barList(bars, title, width);
}

function text(x: number, y: number, words: string, anchor: "start" | "middle" | "end", paint: Paint) {
  return { kind: "text" as const, x, y, text: words, size, anchor, paint };
}
