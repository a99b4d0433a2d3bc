import { type Ach, type AchMark, type AchResult, achMarkOf } from "../analysis/ach.ts";
import { twoDecimals } from "../text/two-decimals.ts";
import { fitted, type Paint, type Picture, type Shape } from "./picture.ts";
import { type ChartWords, chartWords } from "./words.ts";

const row = 30;
const size = 12;

/** How a mark is written and painted: strong ones twice. */
export const markLooks: Readonly<Record<AchMark, Readonly<{ glyph: string; paint: Paint }>>> = {
  CC: { glyph: "++", paint: "supports" },
  C: { glyph: "+", paint: "supports" },
  N: { glyph: "·", paint: "soft" },
  I: { glyph: "−", paint: "opposes" },
  II: { glyph: "−−", paint: "opposes" },
};

/**
 * The grid of competing hypotheses: evidence by hypotheses, most diagnostic first; scores under it, the leading
 * hypothesis marked.
 */
export function achChart(
  ach: Ach,
  result: AchResult,
  title: string,
  width = 720,
  words: ChartWords = chartWords,
): Picture {
  const { hypotheses } = ach;
  if (hypotheses.length === 0) return { title, width, height: 0, shapes: [] };
  const end = 90;
  const side = Math.min(380, Math.max(150, width * 0.42));
  const step = Math.max(60, (width - side - end) / hypotheses.length);
  const full = Math.max(width, side + step * hypotheses.length + end);
  const head = 34;
  const shapes: Shape[] = hypotheses.map(({ id, name }, index) => ({
    ...label(side + step * (index + 0.5), head - 12, fitted(name, size, step - 8), "middle", "ink"),
    bold: result.leading.includes(id),
    title: name,
  }));
  shapes.push(label(full - 8, head - 12, words.diagnosticity, "end", "soft"));
  const scores = new Map(result.evidence.map((row) => [row.id, row]));
  const lines = ach.evidence.toSorted(
    (a, b) => (scores.get(b.id)?.diagnosticity ?? 0) - (scores.get(a.id)?.diagnosticity ?? 0),
  );
  lines.forEach(({ id, text }, place) => {
    const y = head + row * place;
    const { diagnosticity = 0, carries = false } = scores.get(id) ?? {};
    shapes.push({ kind: "line", x1: 0, y1: y, x2: full, y2: y, width: 0.6, paint: "line" });
    shapes.push({ ...label(4, y + 19, fitted(text, size, side - 12), "start", "ink"), title: text, bold: carries });
    hypotheses.forEach((hypothesis, index) => {
      const mark = achMarkOf(ach, id, hypothesis.id);
      shapes.push(...square(mark, side + step * (index + 0.5), y + row / 2, `${text} / ${hypothesis.name}: ${mark}`));
    });
    shapes.push(label(full - 8, y + 19, twoDecimals(diagnosticity), "end", "soft"));
  });
  const y = head + row * lines.length;
  shapes.push({ kind: "line", x1: 0, y1: y, x2: full, y2: y, width: 1.5, paint: "soft" });
  shapes.push({ ...label(4, y + 20, words.inconsistency, "start", "ink"), bold: true });
  result.hypotheses.forEach(({ id, inconsistency }, index) => {
    const leads = result.leading.includes(id);
    const text = `${leads ? "▸ " : ""}${twoDecimals(inconsistency)}`;
    shapes.push({ ...label(side + step * (index + 0.5), y + 20, text, "middle", "ink"), bold: leads });
  });
  return { title, width: full, height: y + 34, shapes };
}

function square(mark: AchMark, x: number, y: number, title: string): Shape[] {
  const { glyph, paint } = markLooks[mark];
  if (mark === "N") return [{ ...label(x, y + 4, glyph, "middle", paint), title }];
  const edge = mark.length === 2 ? 18 : 11;
  return [
    {
      ...{ kind: "rect", x: x - 10 - edge / 2, y: y - edge / 2, width: edge, height: edge },
      paint,
      patterned: true,
      title,
    },
    { ...label(x + 4, y + 4, glyph, "start", "ink"), title },
  ];
}

function label(x: number, y: number, text: string, anchor: "start" | "middle" | "end", paint: Paint) {
  return { kind: "text" as const, x, y, text, size, anchor, paint };
}
