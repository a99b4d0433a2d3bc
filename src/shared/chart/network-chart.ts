import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY } from "d3-force";
import type { Network, Node } from "../analysis/network.ts";
import type { Polarisation } from "../analysis/polarisation.ts";
import { type Facet, fitted, type Picture, type Shape, textWidth } from "./picture.ts";

type Placed = { node: Node; x: number; y: number };

/** A network as circles joined by lines: area by activity, thickness by weight; conflict is orange and dashed, camps are told by ● and ○. The same network is always drawn alike. */
export function networkChart(network: Network, camps: Polarisation["camps"], title: string, width = 720): Picture {
  const height = Math.round(Math.min(900, Math.max(360, 220 + network.nodes.length * 18)));
  const placed = placedNodes(network, width, height);
  const at = new Map(placed.map((one) => [one.node.id, one]));
  const most = Math.max(1e-9, ...network.ties.map(({ weight }) => Math.abs(weight)));
  const ties = network.ties
    .toSorted((a, b) => Math.abs(a.weight) - Math.abs(b.weight))
    .flatMap((tie): Shape[] => {
      const a = at.get(tie.source);
      const b = at.get(tie.target);
      if (a === undefined || b === undefined) return [];
      const against = tie.weight < 0 || network.options.tie === "conflict";
      return [
        {
          kind: "line",
          x1: a.x,
          y1: a.y,
          x2: b.x,
          y2: b.y,
          width: 0.8 + (6 * Math.abs(tie.weight)) / most,
          paint: against ? "opposes" : "supports",
          dashed: against,
          title: `${a.node.name} – ${b.node.name}: ${rounded(tie.weight)}`,
          marks: tieFacets(a.node, b.node),
        },
      ];
    });
  const busiest = Math.max(1, ...network.nodes.map(({ activity }) => activity));
  const nodes = placed.flatMap(({ node, x, y }): Shape[] => {
    const radius = radiusOf(node, busiest);
    const words = `${node.name}: ${node.activity}`;
    const camp = camps[node.id];
    const hollow = node.kind === "issue" || camp === 1;
    const common = { kind: "circle" as const, x, y, title: words, marks: [facetOf(node)] };
    const sign = node.kind === "issue" ? "" : camp === 1 ? "○ " : camp === 0 ? "● " : "";
    const name = fitted(`${sign}${node.name}`, 12, 190);
    const right = x + radius + 6 + textWidth(name, 12) < width;
    return [
      { ...common, radius, paint: "ink" },
      ...(hollow ? [{ ...common, radius: Math.max(1, radius - 2), paint: "page" as const }] : []),
      {
        kind: "text",
        x: right ? x + radius + 5 : x - radius - 5,
        y: y + 4,
        text: name,
        size: 12,
        anchor: right ? "start" : "end",
        paint: "ink",
        title: words,
        marks: [facetOf(node)],
      },
    ];
  });
  return { title, width, height, shapes: [...ties, ...nodes] };
}

function placedNodes(network: Network, width: number, height: number): Placed[] {
  type Body = { id: string; node: Node; x?: number; y?: number };
  const bodies: Body[] = network.nodes.map((node) => ({ id: node.id, node }));
  const most = Math.max(1e-9, ...network.ties.map(({ weight }) => Math.abs(weight)));
  const links = network.ties
    .filter(({ weight }) => weight > 0 && network.options.tie !== "conflict")
    .map(({ source, target, weight }) => ({ source, target, strength: (0.7 * weight) / most }));
  // d3-force starts from a fixed spiral and its own fixed random numbers, so the layout is the same each time.
  forceSimulation(bodies)
    .force("charge", forceManyBody().strength(-420))
    .force(
      "link",
      forceLink<Body, { source: string; target: string; strength: number }>(links)
        .id(({ id }) => id)
        .distance(110)
        .strength(({ strength }) => strength),
    )
    .force("x", forceX(0).strength(0.06))
    .force("y", forceY(0).strength(0.1))
    .force("collide", forceCollide(30))
    .stop()
    .tick(network.nodes.length > 300 ? 80 : 300);
  const xs = bodies.map(({ x }) => x ?? 0);
  const ys = bodies.map(({ y }) => y ?? 0);
  const place = (value: number, all: readonly number[], from: number, to: number): number => {
    const low = Math.min(...all);
    const span = Math.max(...all) - low;
    return span === 0 ? (from + to) / 2 : from + ((value - low) / span) * (to - from);
  };
  return bodies.map(({ node, x = 0, y = 0 }) => ({
    node,
    x: place(x, xs, 60, width - 200),
    y: place(y, ys, 30, height - 30),
  }));
}

function radiusOf({ activity }: Node, busiest: number): number {
  return 4 + 12 * Math.sqrt(activity / busiest);
}

function facetOf({ id, kind }: Node): Facet {
  return kind === "issue" ? { issue: id, alone: true } : { actor: id };
}

/** The claims behind a tie: of affiliation those of the actor on the issue, else those of both. */
function tieFacets(a: Node, b: Node): Facet[] {
  return a.kind === b.kind ? [facetOf(a), facetOf(b)] : [{ ...facetOf(a), ...facetOf(b) }];
}

function rounded(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}
