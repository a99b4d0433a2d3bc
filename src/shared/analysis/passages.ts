import type { Coded } from "../claims/claims.ts";
import { matches } from "../filter/query.ts";
import { extentOf } from "../model/annotation.ts";
import type { Library } from "../model/library.ts";
import type { Bond, PassageQuery, QueriedPassage } from "./passage-query.ts";
import { type ClaimExtents, inside, measured, type Nearness, overlaps, type PlaceExtent } from "./places.ts";

type Placed = QueriedPassage & Readonly<{ coded: Coded }>;

/**
 * The passages that a query means among claims already chosen, in the order of papers and text, each combination of
 * claims once. A claim is beside itself only where one of its positions meets one side and another position the other.
 * Of a claim with several ranges the extent counts, from first to last character.
 */
export function passagesOf(
  library: Library,
  coded: readonly Coded[],
  { where, steps }: PassageQuery,
  places: ReadonlyMap<string, ClaimExtents> = new Map(),
): QueriedPassage[] {
  const isMeant = matches(library, { where, versions: "all" });
  let found: readonly Placed[] = coded.filter(isMeant).map(placed);
  let left = isMeant;
  for (const step of steps) {
    const right = matches(library, { where: step.where, versions: "all" });
    const others = Map.groupBy(coded.filter(right).map(placed), (placed) => placed.paper);
    const shelves = new Map<string, Shelf>();
    for (const [paper, all] of others) shelves.set(paper, shelved(all, step.bond, places.get(paper)));
    const itself = left;
    const beside = (placed: Placed): Placed[] => {
      const shelf = shelves.get(placed.paper);
      if (shelf === undefined) return [];
      return neighbours(shelf, step.bond, count(step.bond, places.get(placed.paper), placed)).filter(
        (other) =>
          !placed.claims.includes(other.coded.annotation.id) || isBesideItself(placed, other.coded, itself, right),
      );
    };
    found = step.not
      ? found.filter((placed) => beside(placed).length === 0)
      : once(found.flatMap((placed) => beside(placed).map((other) => joined(placed, other, step.bond))));
    left = right;
  }
  return found.map(({ coded: _coded, ...passage }) => passage);
}

function placed(coded: Coded): Placed {
  const { id, paper, passage } = coded.annotation;
  return { paper, ...extentOf(passage), claims: [id], coded };
}

function isBesideItself(
  placed: Placed,
  other: Coded,
  left: (coded: Coded) => boolean,
  right: (coded: Coded) => boolean,
): boolean {
  if (placed.claims.length > 1 || placed.coded !== other) return false;
  const alone = other.positions.map((position) => ({ ...other, positions: [position] }));
  return alone.some((a) => left(a) && alone.some((b) => a !== b && right(b)));
}

type Counted = Readonly<{ at: PlaceExtent & { gap: number }; one: Placed }>;
type Shelf = Readonly<{ counted: readonly Counted[]; longest: number }>;

/**
 * The passages of one paper, counted in the unit of a bond and in their order, so that neighbours are found without
 * asking all.
 */
function shelved(all: readonly Placed[], bond: Bond, places: ClaimExtents | undefined): Shelf {
  const counted = all
    .map((placed) => ({ at: count(bond, places, placed), one: placed }))
    .sort((a, b) => a.at.start - b.at.start);
  return { counted, longest: counted.reduce((most, { at }) => Math.max(most, at.end - at.start), 0) };
}

function count(bond: Bond, places: ClaimExtents | undefined, extent: PlaceExtent): PlaceExtent & { gap: number } {
  const nearness: Nearness =
    bond.unit === "words" ? bond : { unit: bond.unit === "inside" || bond.unit === "around" ? "overlap" : bond.unit };
  return measured(nearness, places, extent);
}

/** Those on a shelf that lie to a passage as the bond says. */
function neighbours({ counted, longest }: Shelf, bond: Bond, extent: PlaceExtent & { gap: number }): Placed[] {
  const found: Placed[] = [];
  for (let next = firstFrom(counted, extent.start - longest - extent.gap); next < counted.length; next++) {
    const other = counted[next];
    if (other === undefined || other.at.start > extent.end + extent.gap) break;
    if (fits(bond, extent, other.at)) found.push(other.one);
  }
  return found;
}

function fits(bond: Bond, a: PlaceExtent & { gap: number }, b: PlaceExtent): boolean {
  if (bond.unit === "inside") return inside(a, b);
  if (bond.unit === "around") return inside(b, a);
  if (bond.unit === "words") return a.start <= b.end + a.gap && b.start <= a.end + a.gap;
  return overlaps(a, b);
}

/** Index of the first that begins at or after a place. */
function firstFrom(counted: readonly Counted[], start: number): number {
  let low = 0;
  let high = counted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((counted[middle]?.at.start ?? Infinity) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Two passages as one: what both share, the inner one, or for near ones the stretch from the first to the last
 * character.
 */
function joined(placed: Placed, other: Placed, { unit }: Bond): Placed {
  const inner = unit === "overlap" || unit === "inside" || unit === "around";
  const [first, last] = inner ? [Math.max, Math.min] : [Math.min, Math.max];
  const claims = [...new Set([...placed.claims, ...other.claims])];
  return {
    ...placed,
    start: first(placed.start, other.start),
    end: last(placed.end, other.end),
    claims,
    coded: other.coded,
  };
}

function once(found: readonly Placed[]): Placed[] {
  const seen = new Map<string, Placed>();
  for (const placed of found) {
    const key = `${placed.start} ${placed.end} ${placed.claims.toSorted().join(" ")}`;
    if (!seen.has(key)) seen.set(key, placed);
  }
  return [...seen.values()];
}
