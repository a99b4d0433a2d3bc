import { sumOf } from "../analysis/matrix.ts";
import type { Lane, Timeline } from "../analysis/timeline.ts";
import { stanceLook } from "../codebook/stance-scale.ts";
import type { Library } from "../model/library.ts";
import { type LegendItem, placeLegend } from "./legend.ts";
import { type Facet, fitted, highest, type Picture, type Shape, textWidth } from "./picture.ts";

const lane = 76;
/** Room over and under the columns for their numbers. */
const rim = 16;
const size = 12;
const foot = 26;

/**
 * A lane for each actor or issue: columns of support above the line, of opposition below, their numbers at their ends,
 * all else beside it in the middle.
 */
export function timelineChart(library: Library, timeline: Timeline, title: string, width = 720): Picture {
  if (timeline.lanes.length === 0) return { title, width, height: 0, shapes: [] };
  const { lanes, periods, stances } = timeline;
  const side = Math.min(
    220,
    highest(
      60,
      lanes.map(({ name }) => textWidth(name, size) + 14),
    ),
  );
  const step = Math.max(12, Math.min(160, (width - side - 20) / Math.max(1, periods.length)));
  const end = side + step * periods.length + 12;
  const full = Math.max(width, end + 8);
  const signs = stances.map(({ id }) => library.stances[id]?.polarity ?? null);
  // A group of others is shown as numbers alone: its columns would leave no height to the rest.
  const heights = lanes.flatMap((lane) =>
    (lane.of === undefined ? lane.counts : []).flatMap((counts) => [
      sumIf(counts, signs, 1),
      sumIf(counts, signs, -1),
      sumIf(counts, signs, 0) / 2,
    ]),
  );
  const scale = (lane / 2 - rim) / highest(1, heights);
  const shapes: Shape[] = [];
  lanes.forEach((otherLane, index) => {
    const middle = lane * index + lane / 2;
    shapes.push({ kind: "line", x1: 0, y1: lane * index, x2: full, y2: lane * index, width: 0.5, paint: "line" });
    shapes.push({ kind: "line", x1: side, y1: middle, x2: end, y2: middle, width: 1, paint: "soft" });
    shapes.push({
      kind: "text",
      x: 4,
      y: middle + 4,
      text: fitted(otherLane.name, size, side - 10),
      size,
      anchor: "start",
      paint: otherLane.of === undefined ? "ink" : "soft",
      title: `${otherLane.name}: ${otherLane.total}`,
      marks: laneFacets(timeline, otherLane),
    });
    periods.forEach((period, index) => {
      shapes.push(
        ...columnOf(library, timeline, otherLane, period, index, side + step * (index + 0.5), middle, scale, step),
      );
    });
  });
  const wanted = Math.max(1, Math.ceil((textWidth(periods[0] ?? "", size) + 10) / step));
  periods.forEach((period, index) => {
    if (index % wanted !== 0) return;
    const x = side + step * (index + 0.5);
    shapes.push({ kind: "text", x, y: lane * lanes.length + 17, text: period, size, anchor: "middle", paint: "soft" });
  });
  const key = placeLegend(legendItems(library, timeline), { left: 4, right: full, y: lane * lanes.length + foot + 14 });
  const height = lane * lanes.length + foot + 24 + key.below;
  return { title, width: full, height, shapes: [...shapes, ...key.shapes] };
}

function columnOf(
  library: Library,
  timeline: Timeline,
  lane: Lane,
  period: string,
  index: number,
  x: number,
  middle: number,
  scale: number,
  step: number,
): Shape[] {
  const thick = Math.min(26, step * 0.5);
  const shapes: Shape[] = [];
  let up = middle;
  let down = middle;
  let aside = 0;
  timeline.stances.forEach(({ id, name }, place) => {
    const count = lane.counts[index]?.[place] ?? 0;
    if (count === 0 || lane.of !== undefined) return;
    const polarity = library.stances[id]?.polarity ?? null;
    const height = Math.max(2, count * scale);
    const common = {
      kind: "rect" as const,
      paint: stanceLook(library.stances[id]),
      patterned: true,
      title: `${lane.name}, ${period}: ${count} ${name}`,
      marks: laneFacets(timeline, lane).map((facet) => ({ ...facet, period, stance: id })),
      height,
    };
    if (polarity === 1) {
      up -= height;
      shapes.push({ ...common, x: x - thick / 2, y: up, width: thick });
    } else if (polarity === -1) {
      shapes.push({ ...common, x: x - thick / 2, y: down, width: thick });
      down += height;
    } else {
      const narrow = Math.min(8, step * 0.16);
      shapes.push({ ...common, x: x + thick / 2 + 2 + aside, y: middle - height / 2, width: narrow });
      aside += narrow + 1;
    }
  });
  if (step < 22) return shapes;
  const number = (count: number, y: number): Shape[] =>
    count === 0 ? [] : [{ kind: "text", x, y, text: String(count), size: 10, anchor: "middle", paint: "soft" }];
  const sides = timeline.stances.map(({ id }) => library.stances[id]?.polarity ?? null);
  const counts = lane.counts[index] ?? [];
  return [...shapes, ...number(sumIf(counts, sides, 1), up - 4), ...number(sumIf(counts, sides, -1), down + 12)];
}

/** The stances that occur, each with its pattern. */
function legendItems(library: Library, { stances, lanes }: Timeline): LegendItem[] {
  return stances.flatMap(({ id, name }, place): LegendItem[] => {
    if (!lanes.some(({ counts }) => counts.some((count) => (count[place] ?? 0) > 0))) return [];
    const paint = stanceLook(library.stances[id]);
    const draw = (x: number, y: number): Shape[] => [
      { kind: "rect", x, y: y - 10, width: 12, height: 12, paint, patterned: true },
      { kind: "text", x: x + 18, y, text: name, size, anchor: "start", paint: "soft" },
    ];
    return [{ width: 18 + textWidth(name, size), draw }];
  });
}

function laneFacets({ options }: Timeline, { id, of = [id] }: Lane): Facet[] {
  return options.lanes === "all" ? [{}] : of.map((facet) => ({ [options.lanes]: facet, alone: true }));
}

/** Positions of one side; side 0 takes all that neither support nor oppose. */
function sumIf(counts: readonly number[], signs: readonly (number | null)[], side: -1 | 0 | 1): number {
  return sumOf(counts.filter((_, index) => (signs[index] ?? 0) === side));
}
