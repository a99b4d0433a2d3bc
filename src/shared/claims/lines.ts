import type { Library } from "../model/library.ts";
import type { ClaimList } from "./claim-list.ts";
import type { Coded } from "./claims.ts";
import { groupIndexOf } from "./group-index.ts";
import { type Group, type Grouping, groupClaims, groupName } from "./groups.ts";

/**
 * A line of the table as it is drawn: the head of a group with the number of its claims, or a claim. `key` is another
 * for every line.
 */
export type TableLine =
  | Readonly<{ kind: "group"; key: string; name: string; count: number; open: boolean }>
  | Readonly<{ kind: "claim"; key: string; coded: Coded }>;

/**
 * Lines by their index from 0, none before the first or after the last; those of a great many claims are made when they
 * are asked for.
 */
export type TableLines = Readonly<{
  list: ClaimList;
  length: number;
  at: (index: number) => TableLine | undefined;
  /** Where in the list the claim of a line is; undefined of a head, and where there is no line. */
  placeAt: (index: number) => number | undefined;
  /**
   * How many heads of groups are before a line: with it a place in the table is known without looking at each line.
   */
  headsBefore: (index: number) => number;
}>;

/** What the lines show: the claims at some places of a list, in that order, in groups or not. */
export type TableContent = Readonly<{
  library: Library;
  list: ClaimList;
  places: Uint32Array;
  by: Grouping;
  /** The groups of which the head only is shown. */
  closed: ReadonlySet<string>;
}>;

/** A group, whether its claims are shown, and where its head is among all lines. */
type Stretch = Readonly<{ group: Group; open: boolean; head: number }>;

/**
 * The lines of the table: claims, or groups with their claims unless closed. A claim with two issues is in both groups.
 */
export function tableLines({ library, list, places, by, closed }: TableContent): TableLines {
  const claim = (place: number | undefined, group: string): TableLine | undefined => {
    const claim = place === undefined ? undefined : list.at(place);
    return claim && { kind: "claim", key: `${group}${claim.annotation.id}`, coded: claim };
  };
  if (by === "none") {
    const { length } = places;
    return {
      list,
      length,
      at: (index) => claim(places[index], ""),
      placeAt: (index) => places[index],
      headsBefore: () => 0,
    };
  }
  let length = 0;
  const stretches = groupClaims(library, by, groupIndexOf(list, by), places).map((group): Stretch => {
    const open = !closed.has(group.key);
    const head = length;
    length += open ? group.places.length + 1 : 1;
    return { group, open, head };
  });
  const stretchOf = (index: number): Stretch | undefined =>
    index < 0 || index >= length ? undefined : stretches[lastBegun(stretches, index)];
  const placeAt = (index: number): number | undefined => {
    const stretch = stretchOf(index);
    return stretch?.group.places[index - stretch.head - 1];
  };
  const lineAt = (index: number): TableLine | undefined => {
    const stretch = stretchOf(index);
    if (stretch === undefined) return undefined;
    const { group, open, head } = stretch;
    if (index > head) return claim(placeAt(index), `${group.key} `);
    return { kind: "group", key: group.key, name: groupName(library, by, group.key), count: group.places.length, open };
  };
  return { list, length, at: lineAt, placeAt, headsBefore: (index) => lastBegun(stretches, index - 1) + 1 };
}

/** The last group whose head is at or before a line; -1 when none does. */
function lastBegun(stretches: readonly Stretch[], index: number): number {
  let [from, to] = [0, stretches.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((stretches[middle]?.head ?? 0) <= index) from = middle + 1;
    else to = middle;
  }
  return from - 1;
}

/** The places of the claims in lines from one index to before another, as often as they are there. */
export function placesIn(lines: TableLines, from = 0, to = lines.length): number[] {
  const places: number[] = [];
  for (let index = from; index < to; index++) {
    const place = lines.placeAt(index);
    if (place !== undefined) places.push(place);
  }
  return places;
}

/** The claims of the lines from one index to before another, as often as they are there. */
export function claimsOf(lines: TableLines, from = 0, to = lines.length): readonly Coded[] {
  return placesIn(lines, from, to).flatMap((place) => lines.list.at(place) ?? []);
}

/** The identifiers of the claims in lines from one index to before another. */
export function idsOf(lines: TableLines, from = 0, to = lines.length): readonly string[] {
  return placesIn(lines, from, to).flatMap((place) => lines.list.idAt(place) ?? []);
}

/** The first line of a claim; null where no line shows it. */
export function lineOfClaim(lines: TableLines, claim: string): number | null {
  const wanted = lines.list.marksOf(new Set([claim])).indexOf(1);
  if (wanted < 0) return null;
  for (let index = 0; index < lines.length; index++) if (lines.placeAt(index) === wanted) return index;
  return null;
}
