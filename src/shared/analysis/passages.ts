import type { Coded } from "../claims/claims.ts";
import { matches } from "../filter/query.ts";
import { extentOf } from "../model/annotation.ts";
import type { Library } from "../model/library.ts";
import type { Bond, PassageQuery, QueriedPassage } from "./passage-query.ts";
import { type ClaimExtents, type Extent, inside, measured, type Nearness, overlaps } from "./places.ts";

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
    const others = Map.groupBy(coded.filter(right).map(placed), (one) => one.paper);
    const shelves = new Map<string, Shelf>();
    for (const [paper, all] of others) shelves.set(paper, shelved(all, step.bond, places.get(paper)));
    const itself = left;
    const beside = (one: Placed): Placed[] => {
      const shelf = shelves.get(one.paper);
      if (shelf === undefined) return [];
      return neighbours(shelf, step.bond, count(step.bond, places.get(one.paper), one)).filter(
        (other) => !one.claims.includes(other.coded.annotation.id) || isBesideItself(one, other.coded, itself, right),
      );
    };
    found = step.not
      ? found.filter((one) => beside(one).length === 0)
      : once(found.flatMap((one) => beside(one).map((other) => joined(one, other, step.bond))));
    left = right;
  }
  return found.map(({ coded: _coded, ...one }) => one);
}

function placed(coded: Coded): Placed {
  const { id, paper, passage } = coded.annotation;
  return { paper, ...extentOf(passage), claims: [id], coded };
}

function isBesideItself(
  one: Placed,
  other: Coded,
  left: (coded: Coded) => boolean,
  right: (coded: Coded) => boolean,
): boolean {
  if (one.claims.length > 1 || one.coded !== other) return false;
  const alone = other.positions.map((position) => ({ ...other, positions: [position] }));
  return alone.some((a) => left(a) && alone.some((b) => a !== b && right(b)));
}

type Counted = Readonly<{ at: Extent & { gap: number }; one: Placed }>;
type Shelf = Readonly<{ counted: readonly Counted[]; longest: number }>;

/**
 * The passages of one paper, counted in the unit of a bond and in their order, so that neighbours are found without
 * asking all.
 */
function shelved(all: readonly Placed[], bond: Bond, places: ClaimExtents | undefined): Shelf {
  const counted = all.map((one) => ({ at: count(bond, places, one), one })).sort((a, b) => a.at.start - b.at.start);
  return { counted, longest: counted.reduce((most, { at }) => Math.max(most, at.end - at.start), 0) };
}

function count(bond: Bond, places: ClaimExtents | undefined, one: Extent): Extent & { gap: number } {
  const nearness: Nearness =
    bond.unit === "words" ? bond : { unit: bond.unit === "inside" || bond.unit === "around" ? "overlap" : bond.unit };
  return measured(nearness, places, one);
}

/** Those on a shelf that lie to a passage as the bond says. */
function neighbours({ counted, longest }: Shelf, bond: Bond, at: Extent & { gap: number }): Placed[] {
  const found: Placed[] = [];
  for (let next = firstFrom(counted, at.start - longest - at.gap); next < counted.length; next++) {
    const other = counted[next];
    if (other === undefined || other.at.start > at.end + at.gap) break;
    if (fits(bond, at, other.at)) found.push(other.one);
  }
  return found;
}

function fits(bond: Bond, a: Extent & { gap: number }, b: Extent): boolean {
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
function joined(one: Placed, other: Placed, { unit }: Bond): Placed {
  const inner = unit === "overlap" || unit === "inside" || unit === "around";
  const [first, last] = inner ? [Math.max, Math.min] : [Math.min, Math.max];
  const claims = [...new Set([...one.claims, ...other.claims])];
  return { ...one, start: first(one.start, other.start), end: last(one.end, other.end), claims, coded: other.coded };
}

function once(found: readonly Placed[]): Placed[] {
  const seen = new Map<string, Placed>();
  for (const one of found) {
    const key = `${one.start} ${one.end} ${one.claims.toSorted().join(" ")}`;
    if (!seen.has(key)) seen.set(key, one);
  }
  return [...seen.values()];
}
