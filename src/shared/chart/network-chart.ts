import type { Network, NetworkNode } from "../analysis/network.ts";
import type { Polarisation } from "../analysis/polarisation.ts";
import { giveWay, type LabelTarget, type LineSegment, placeLabels } from "./labels.ts";
import { type LegendItem, placeLegend } from "./legend.ts";
import { type LayoutFrame, type NodePlaces, type PlacedNode, placeNodes, radiusOf } from "./network-layout.ts";
import { type Facet, fitted, highest, type Paint, type Picture, type Shape, textWidth } from "./picture.ts";
import { type ChartWords, chartWords } from "./words.ts";

const size = 12;
const head = 30;
const foot = 58;
type Camps = Polarisation["camps"];

/**
 * A network as marks joined by lines. Area shows activity, thickness weight; conflict is orange and dashed; actors are
 * circles, filled or hollow by camp, issues are squares. Words are placed where no line runs, if there is such a place;
 * where there is none beside the words of busier nodes, only the mark's title has them.
 * Nodes are where a reader has put them, if anywhere.
 */
export function networkChart(
  network: Network,
  camps: Camps,
  title: string,
  width = 720,
  words: ChartWords = chartWords,
  places: NodePlaces = {},
): Picture {
  if (network.nodes.length === 0) return { title, width, height: 0, shapes: [] };
  const tall = tallOf(network, width);
  const height = head + tall + foot;
  const placed = placeNodes(network, camps, networkFrame(network, width), places);
  const ties = tiesOf(network, placed);
  const named = placed.map((placed): LabelTarget => {
    return { ...placed, width: textWidth(labelOf(placed.node), size) + 2, height: size + 4 };
  });
  const lines = ties.flatMap((shape): LineSegment[] => (shape.kind === "line" ? [shape] : []));
  const boxes = placeLabels(named, lines, { x: 4, y: head, width: width - 8, height: tall });
  const drawn = giveWay(
    boxes,
    placed.map(({ node }) => node.activity),
  );
  const marks = placed.flatMap((placed) => markOf(placed, camps));
  const labels = placed.flatMap(({ node, x }, index): Shape[] => {
    const box = boxes[index];
    if (box === undefined || !drawn.has(index)) return [];
    // Words end at their mark when they are left of it, however wide they turn out to be.
    const anchor = box.x + box.width <= x ? "end" : box.x >= x ? "start" : "middle";
    const share = { start: 0, middle: 0.5, end: 1 }[anchor];
    return [
      {
        ...label(box.x + box.width * share, box.y + size, labelOf(node), anchor, "ink"),
        halo: true,
        title: titleOf(node),
        marks: [facetOf(node)],
        movable: node.id,
      },
    ];
  });
  const legend = placeLegend(legendItems(network, words), { left: 10, right: width, y: head + tall + 40 });
  return {
    title,
    width,
    height: height + legend.below,
    shapes: [
      ...campHeads(network, camps, width, words),
      ...ties,
      ...marks,
      ...labels,
      ...alone(network, placed, width, head + tall + 14, words),
      ...legend.shapes,
    ],
  };
}

/** The rectangle of a network's chart that its nodes are in, for a chart of some width. */
export function networkFrame(network: Network, width: number): LayoutFrame {
  return { left: 90, right: width - 90, top: head + 40, bottom: head + tallOf(network, width) - 40 };
}

function tallOf({ nodes }: Network, width: number): number {
  return Math.round(Math.min(900, Math.max(320, 200 + nodes.length * 16, width * 0.36)));
}

function tiesOf(network: Network, placed: readonly PlacedNode[]): Shape[] {
  const placedById = new Map(placed.map((placed) => [placed.node.id, placed]));
  const most = heaviest(network);
  return network.ties
    .toSorted((a, b) => Math.abs(a.weight) - Math.abs(b.weight))
    .flatMap((tie): Shape[] => {
      const a = placedById.get(tie.source);
      const b = placedById.get(tie.target);
      if (a === undefined || b === undefined) return [];
      const against = tie.weight < 0 || network.options.tie === "conflict";
      return [
        {
          ...{ kind: "line", x1: a.x, y1: a.y, x2: b.x, y2: b.y },
          width: 0.8 + (6 * Math.abs(tie.weight)) / most,
          paint: against ? "opposes" : "supports",
          dashed: against,
          title: `${a.node.name} – ${b.node.name}: ${rounded(tie.weight)}`,
          marks: tieFacets(a.node, b.node),
        },
      ];
    });
}

/** A circle for an actor, a square for an issue; the second camp is hollow. */
function markOf({ node, x, y, radius }: PlacedNode, camps: Camps): Shape[] {
  const common = { title: titleOf(node), marks: [facetOf(node)], movable: node.id };
  const draw = (half: number, paint: Paint): Shape =>
    node.kind === "issue"
      ? { kind: "rect", x: x - half, y: y - half, width: half * 2, height: half * 2, paint, ...common }
      : { kind: "circle", x, y, radius: half, paint, ...common };
  const { title: _title, marks: _marks, movable: _movable, ...inner } = draw(Math.max(1, radius - 2), "page");
  const hollow = node.kind === "issue" || camps[node.id] === 1;
  return hollow ? [draw(radius, "ink"), inner] : [draw(radius, "ink")];
}

/** The two camps by name: each after its busiest member. */
function campHeads({ nodes }: Network, camps: Camps, width: number, words: ChartWords): Shape[] {
  return ([0, 1] as const).flatMap((camp): Shape[] => {
    const members = nodes.filter(({ id }) => camps[id] === camp);
    const [first] = members.toSorted((a, b) => b.activity - a.activity || (a.name < b.name ? -1 : 1));
    if (first === undefined || members.length === nodes.length) return [];
    const text = fitted(`${words.camp} ${first.name} (${members.length})`, size, width / 2 - 40);
    const sign = { paint: "ink" as const, radius: 5, y: 14 };
    const x = camp === 0 ? 10 : width - 10 - textWidth(text, size) - 12;
    return [
      { kind: "circle", ...sign, x: x + 2 },
      ...(camp === 1 ? [{ kind: "circle" as const, ...sign, x: x + 2, radius: 3.4, paint: "page" as const }] : []),
      { ...label(x + 13, 18, text, "start", "soft"), bold: true },
    ];
  });
}

/** Nodes without ties, in words under the picture. */
function alone(network: Network, placed: readonly PlacedNode[], width: number, y: number, words: ChartWords): Shape[] {
  const tied = new Set(placed.map(({ node }) => node.id));
  const rest = network.nodes.filter(({ id }) => !tied.has(id));
  if (rest.length === 0) return [];
  const shapes: Shape[] = [label(10, y, words.noTies, "start", "soft")];
  let x = 10 + textWidth(words.noTies, size) + 8;
  for (const [index, node] of rest.entries()) {
    const text = fitted(node.name, size, 220);
    if (x + textWidth(text, size) > width - 60) {
      shapes.push(label(x, y, `+ ${rest.length - index}`, "start", "soft"));
      break;
    }
    shapes.push({ ...label(x, y, text, "start", "ink"), title: titleOf(node), marks: [facetOf(node)] });
    x += textWidth(text, size) + 16;
  }
  return shapes;
}

/** What lines and sizes mean, with the numbers at their ends. */
function legendItems(network: Network, words: ChartWords): LegendItem[] {
  const busiest = highest(
    1,
    network.nodes.map(({ activity }) => activity),
  );
  const item = (room: number, text: string, draw: (x: number, y: number) => readonly Shape[]): LegendItem => ({
    width: room + textWidth(text, size),
    draw: (x, y) => [...draw(x, y), label(x + room, y + 4, text, "start", "soft")],
  });
  const line = (text: string, look: Readonly<{ width: number; paint: Paint; dashed?: boolean }>): LegendItem =>
    item(42, text, (x, y) => [{ kind: "line", x1: x, y1: y, x2: x + 34, y2: y, ...look }]);
  const agreement = (text: string): LegendItem => line(text, { width: 4, paint: "supports" });
  const conflict = (text: string): LegendItem => line(text, { width: 4, paint: "opposes", dashed: true });
  const { tie } = network.options;
  const plain = tie === "cooccurrence" ? words.speaks : tie === "affiliation" ? words.supports : words.agrees;
  const opposed = tie === "conflict" || network.ties.some(({ weight }) => weight < 0);
  return [
    ...(tie === "conflict" ? [] : [agreement(plain)]),
    ...(opposed ? [conflict(tie === "affiliation" ? words.opposes : words.conflicts)] : []),
    line(rounded(heaviest(network)), { width: 6.8, paint: "soft" }),
    ...[...new Set([1, busiest])].map((activity) => {
      const radius = radiusOf({ activity }, busiest);
      const text = activity === busiest ? `${busiest} ${words.positions}` : String(activity);
      return item(radius * 2 + 6, text, (x, y) => [{ kind: "circle", x: x + radius, y, radius, paint: "soft" }]);
    }),
    ...(tie === "affiliation"
      ? [
          item(20, words.issue, (x, y) => [
            { kind: "rect", x, y: y - 6, width: 12, height: 12, paint: "soft" },
            { kind: "rect", x: x + 2, y: y - 4, width: 8, height: 8, paint: "page" },
          ]),
        ]
      : []),
  ];
}

function heaviest({ ties }: Network): number {
  return ties.reduce((most, { weight }) => Math.max(most, Math.abs(weight)), 1e-9);
}

function labelOf({ name }: NetworkNode): string {
  return fitted(name, size, 240);
}

function titleOf({ name, activity }: NetworkNode): string {
  return `${name}: ${activity}`;
}

function facetOf({ id, kind }: NetworkNode): Facet {
  return kind === "issue" ? { issue: id, alone: true } : { actor: id };
}

/** The claims behind a tie: of affiliation those of the actor on the issue, else those of both. */
function tieFacets(a: NetworkNode, b: NetworkNode): Facet[] {
  return a.kind === b.kind ? [facetOf(a), facetOf(b)] : [{ ...facetOf(a), ...facetOf(b) }];
}

function rounded(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}

function label(x: number, y: number, text: string, anchor: "start" | "middle" | "end", paint: Paint) {
  return { kind: "text" as const, x, y, text, size, anchor, paint };
}
