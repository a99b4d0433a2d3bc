import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY } from "d3-force";
import type { Network, NetworkNode } from "../analysis/network.ts";
import type { Polarisation } from "../analysis/polarisation.ts";
import { highest } from "./picture.ts";

/** A node with the middle and radius of its mark, in units of the picture. */
export type PlacedNode = Readonly<{ node: NetworkNode; x: number; y: number; radius: number }>;
/** The rectangle that nodes stay within. */
export type LayoutFrame = Readonly<{ left: number; top: number; right: number; bottom: number }>;

/**
 * Where a reader has put nodes, by identifier: the middle of the mark as shares of the frame's width and height, so
 * that a picture of another width has them in the same place.
 */
export type NodePlaces = Readonly<Record<string, Readonly<{ x: number; y: number }>>>;

type Body = { node: NetworkNode; x?: number; y?: number };
type Link = { source: string; target: string; strength: number; distance: number };

/**
 * Where the nodes with ties are within a frame: who agrees is drawn together, who argues is held apart, one camp left
 * and the other right. The same network is always laid out alike.
 */
export function layOut(network: Network, camps: Polarisation["camps"], frame: LayoutFrame): PlacedNode[] {
  const tied = new Set(network.ties.flatMap(({ source, target }) => [source, target]));
  const nodes = network.nodes.filter(({ id }) => tied.has(id));
  const busiest = highest(
    1,
    network.nodes.map(({ activity }) => activity),
  );
  const bodies: Body[] = nodes.map((node) => ({ node }));
  const side = ({ node }: Body): number => (node.kind === "issue" ? 0 : camps[node.id] === 1 ? 150 : -150);
  // d3-force starts from a fixed spiral and its own fixed random numbers, so the layout is the same each time.
  forceSimulation(bodies)
    .force("charge", forceManyBody().strength(-500))
    .force(
      "link",
      forceLink<Body, Link>(linksOf(network))
        .id(({ node }) => node.id)
        .distance(({ distance }) => distance)
        .strength(({ strength }) => strength),
    )
    .force("x", forceX<Body>(side).strength(0.12))
    .force("y", forceY(0).strength(0.1))
    .force(
      "collide",
      forceCollide<Body>(({ node }) => radiusOf(node, busiest) + 22),
    )
    .stop()
    .tick(nodes.length > 300 ? 80 : 300);
  const xs = scaled(bodies.map(({ x }) => x ?? 0));
  const ys = scaled(bodies.map(({ y }) => y ?? 0));
  return bodies.map(({ node, x = 0, y = 0 }) => ({
    node,
    x: xs(x, frame.left, frame.right),
    y: ys(y, frame.top, frame.bottom),
    radius: radiusOf(node, busiest),
  }));
}

const known = new WeakMap<
  Network,
  Readonly<{ camps: Polarisation["camps"]; frame: LayoutFrame; placed: PlacedNode[] }>
>();

/** As `layOut`, with some nodes where a reader has put them; the others stay where they are. */
export function placeNodes(
  network: Network,
  camps: Polarisation["camps"],
  frame: LayoutFrame,
  places: NodePlaces,
): readonly PlacedNode[] {
  const before = known.get(network);
  const isKnown = before?.camps === camps && sides.every((side) => before.frame[side] === frame[side]);
  const placed = isKnown ? before.placed : layOut(network, camps, frame);
  if (!isKnown) known.set(network, { camps, frame, placed });
  return placed.map((node) => {
    const moved = places[node.node.id];
    return moved === undefined ? node : { ...node, ...placeIn(frame, moved) };
  });
}

const sides = ["left", "right", "top", "bottom"] as const;

function placeIn({ left, top, right, bottom }: LayoutFrame, share: Readonly<{ x: number; y: number }>) {
  return { x: left + share.x * (right - left), y: top + share.y * (bottom - top) };
}

/** A place of the picture as shares of the frame; the nearest within it. */
export function shareOf({ left, top, right, bottom }: LayoutFrame, { x, y }: Readonly<{ x: number; y: number }>) {
  const part = (value: number): number => Math.min(1, Math.max(0, value));
  return { x: part((x - left) / (right - left)), y: part((y - top) / (bottom - top)) };
}

/** Agreement pulls by its weight; conflict holds its ends a long way apart. */
function linksOf(network: Network): Link[] {
  const most = highest(
    1e-9,
    network.ties.map(({ weight }) => Math.abs(weight)),
  );
  return network.ties.map(({ source, target, weight }) => {
    const against = weight < 0 || network.options.tie === "conflict";
    const share = Math.abs(weight) / most;
    return { source, target, strength: against ? 0.05 * share : 0.6 * share, distance: against ? 330 : 110 };
  });
}

/** Half the width of a node: its area stands for its activity. */
export function radiusOf({ activity }: Pick<NetworkNode, "activity">, busiest: number): number {
  return 4 + 12 * Math.sqrt(activity / busiest);
}

function scaled(all: readonly number[]): (value: number, from: number, to: number) => number {
  const low = all.reduce((a, b) => Math.min(a, b), Infinity);
  const span = all.reduce((a, b) => Math.max(a, b), -Infinity) - low;
  return (value, from, to) => (span > 0 ? from + ((value - low) / span) * (to - from) : (from + to) / 2);
}
