import type { NetworkWindow } from "../analysis/analyse.ts";
import { dayNumber } from "../analysis/period.ts";
import { twoDecimals } from "../text/two-decimals.ts";
import { type LegendItem, placeLegend } from "./legend.ts";
import { highest, type Paint, type Picture, type Shape, textWidth } from "./picture.ts";
import { type ChartWords, chartWords } from "./words.ts";

const size = 12;
const [left, right, head, tall, under, foot] = [44, 16, 30, 200, 56, 30];

/**
 * Polarisation over time: a point for each window in its middle, the share of ties that two camps explain as a dashed
 * line, and beneath the number of positions that each window rests on.
 */
export function windowsChart(
  windows: readonly NetworkWindow[],
  title: string,
  width = 720,
  words: ChartWords = chartWords,
): Picture {
  const ends = windows.map(({ first, last }) => (dayNumber(first) + dayNumber(last)) / 2);
  const [from, to] = [ends[0], ends.at(-1)];
  if (from === undefined || to === undefined) return { title, width, height: 0, shapes: [] };
  const legend = placeLegend(legendItems(words), { left: 8, right: width, y: 12 });
  const top = head + legend.below;
  const room = width - left - right - 16;
  const xs = ends.map((day) => left + 8 + (to === from ? room / 2 : ((day - from) / (to - from)) * room));
  const y = (value: number): number => top + (1 - value) * tall;
  const floor = top + tall + under;
  const most = highest(
    1,
    windows.map(({ positions }) => positions),
  );
  const thick = Math.max(1, Math.min(18, (room / windows.length) * 0.6));
  const bars = windows.map(({ positions, ...window }, index): Shape => {
    const height = (positions / most) * (under - 22);
    const place = { x: (xs[index] ?? 0) - thick / 2, y: floor - height, width: thick, height };
    return {
      kind: "rect",
      ...place,
      paint: "soft",
      title: `${spanOf(window)}: ${positions}`,
      marks: [facetOf(window)],
    };
  });
  const points = windows.flatMap(({ polarisation, ...window }, index): Shape[] => {
    if (polarisation === null) return [];
    const place = { x: xs[index] ?? 0, y: y(polarisation), radius: windows.length > 80 ? 2.5 : 4 };
    const title = `${spanOf(window)}: ${words.polarisation} ${twoDecimals(polarisation)}`;
    return [{ kind: "circle", ...place, paint: "ink", title: title, marks: [facetOf(window)] }];
  });
  return {
    title,
    width,
    height: floor + foot,
    shapes: [
      ...legend.shapes,
      ...[0, 0.25, 0.5, 0.75, 1].flatMap((value): Shape[] => [
        { kind: "line", x1: left, y1: y(value), x2: width - right, y2: y(value), width: 0.6, paint: "line" },
        label(left - 6, y(value) + 4, String(value), "end", "soft"),
      ]),
      label(left - 6, floor - under + 26, String(most), "end", "soft"),
      { kind: "line", x1: left, y1: floor, x2: width - right, y2: floor, width: 1, paint: "soft" },
      ...bars,
      ...joined(
        windows.map(({ balance }, index) => (balance === null ? null : [xs[index] ?? 0, y(balance)])),
        "soft",
        true,
      ),
      ...joined(
        windows.map(({ polarisation }, index) => (polarisation === null ? null : [xs[index] ?? 0, y(polarisation)])),
        "ink",
        false,
      ),
      ...points,
      ...dates(windows, xs, { y: floor + 18, width }),
    ],
  };
}

/** A line from point to point; where there is none it has a gap. */
function joined(points: readonly (readonly [number, number] | null)[], paint: Paint, dashed: boolean): Shape[] {
  return points.slice(1).flatMap((to, index): Shape[] => {
    const from = points[index];
    if (to === null || from === null || from === undefined) return [];
    const [[x1, y1], [x2, y2]] = [from, to];
    return [{ kind: "line", x1, y1, x2, y2, width: dashed ? 1.2 : 1.8, paint, dashed }];
  });
}

/** The first days of as many windows as there is room for; none reaches over the edge of the picture. */
function dates(
  windows: readonly NetworkWindow[],
  xs: readonly number[],
  { y, width }: Readonly<{ y: number; width: number }>,
): Shape[] {
  let free = 0;
  return windows.flatMap(({ first }, index): Shape[] => {
    const wide = textWidth(first, size) + 14;
    const x = Math.min(xs[index] ?? 0, width - wide / 2);
    if (x - wide / 2 < free) return [];
    free = x + wide / 2;
    return [label(x, y, first, "middle", "soft")];
  });
}

function legendItems(words: ChartWords): LegendItem[] {
  const item = (room: number, text: string, paint: Paint, draw: LegendItem["draw"]): LegendItem => ({
    width: room + textWidth(text, size),
    draw: (x, y) => [...draw(x, y), label(x + room, y + 4, text, "start", paint)],
  });
  return [
    item(42, words.polarisation, "ink", (x, y) => [
      { kind: "line", x1: x, y1: y, x2: x + 34, y2: y, width: 1.8, paint: "ink" },
      { kind: "circle", x: x + 17, y, radius: 4, paint: "ink" },
    ]),
    item(44, words.balance, "soft", (x, y) => [
      { kind: "line", x1: x, y1: y, x2: x + 36, y2: y, width: 1.2, paint: "soft", dashed: true },
    ]),
    item(16, words.positions, "soft", (x, y) => [{ kind: "rect", x, y: y - 7, width: 8, height: 14, paint: "soft" }]),
  ];
}

type Span = Pick<NetworkWindow, "first" | "last">;

function spanOf({ first, last }: Span): string {
  return `${first} – ${last}`;
}

function facetOf({ first, last }: Span) {
  return { first, last };
}

function label(x: number, y: number, text: string, anchor: "start" | "middle" | "end", paint: Paint) {
  return { kind: "text" as const, x, y, text, size, anchor, paint };
}
