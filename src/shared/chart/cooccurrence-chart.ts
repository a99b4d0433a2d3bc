import type { Cooccurrence } from "../analysis/cooccurrence.ts";
import { cellPlan, type Facet, fitted, highest, type Paint, type Picture, type Shape, textWidth } from "./picture.ts";

const row = 30;
const size = 12;

/**
 * How often issues occur together: one half of a square table, a square's area is the count, the number is in words
 * beside it. Issues that never do are left out.
 */
export function cooccurrenceChart({ issues, pairs }: Cooccurrence, title: string, width = 720): Picture {
  const tied = new Set(pairs.flatMap(({ a, b }) => [a, b]));
  const shown = issues.filter(({ id }) => tied.has(id));
  if (shown.length === 0) return { title, width, height: 0, shapes: [] };
  const indexById = new Map(shown.map(({ id }, place) => [id, place]));
  const side = Math.min(
    260,
    highest(
      90,
      shown.map(({ name }) => textWidth(name, size) + 14),
    ),
  );
  const step = Math.max(34, Math.min(64, (width - side - 20) / shown.length));
  const place = cellPlan(step);
  const most = highest(
    1,
    pairs.map(({ count }) => count),
  );
  const shapes = shown.flatMap(({ id, name, claims }, place): Shape[] => {
    const y = row * place;
    const tip = { title: `${name}: ${claims}`, marks: [{ issue: id, alone: true }] };
    const end = side + step * place;
    return [
      { kind: "line", x1: 0, y1: y + row, x2: end + 8, y2: y + row, width: 0.6, paint: "line" },
      { ...label(4, y + 19, fitted(name, size, side - 10), "ink"), ...tip },
      // Its own column begins where its line ends, so the name is repeated there, shortened.
      ...(place === shown.length - 1
        ? []
        : [{ ...label(end + 10, y + 19, fitted(name, size, Math.max(40, width - end - 20)), "soft"), ...tip }]),
    ];
  });
  for (const { a, b, count } of pairs) {
    const [column = 0, line = 0] = [indexById.get(a) ?? 0, indexById.get(b) ?? 0].sort((x, y) => x - y);
    const [first, two] = [shown[column], shown[line]];
    if (first === undefined || two === undefined) continue;
    const edge = Math.max(4, Math.sqrt(count / most) * place.edge);
    const [x, y] = [side + step * (column + 0.5), row * (line + 0.5)];
    const marks: Facet[] = [
      { issue: first.id, alone: true },
      { issue: two.id, alone: true },
    ];
    const tip = { title: `${first.name} + ${two.name}: ${count}`, marks };
    shapes.push({
      ...{ kind: "rect", x: x + place.square - edge / 2, y: y - edge / 2, width: edge, height: edge, paint: "soft" },
      ...tip,
    });
    shapes.push({ ...label(x + place.words, y + 4, String(count), "ink"), size: place.size, ...tip });
  }
  return { title, width: Math.max(width, side + step * shown.length), height: row * shown.length + 8, shapes };
}

function label(x: number, y: number, text: string, paint: Paint) {
  return { kind: "text" as const, x, y, text, size, anchor: "start" as const, paint };
}
