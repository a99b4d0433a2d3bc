import { mayBeMark } from "../../pdfium/chars.ts";
import type { PageChars } from "../../pdfium/page-chars.ts";

/** Letters side by side without a gap. */
type Cluster = { own: number[]; x0: number; x1: number; size: number; base: number };
/** A place in a segment: after its character of this index. */
type Place = { segment: number; behind: number };

/** More small segments than this are a drawing's labels. */
const most = 300;
/** Most letters of an exponent, an index, a mark. */
const longest = 4;

/**
 * Exponents, indices and marks that a file has apart from their line, put where they are: browsers print what is moved
 * (CSS `position: relative`) after all else. Each must find a hole in a line of larger letters, or its end.
 */
export function withStrays(chars: PageChars, all: readonly number[][]): number[][] {
  const size = usualSize(chars, all);
  const candidates = all.flatMap((own, index) => {
    const first = own.find((k) => !chars.isBlank(k));
    if (first === undefined || chars.run(first).size >= size * 0.9) return [];
    const clusters = clustersOf(chars, own);
    const small = clusters.every((cluster) => cluster.size < size * 0.9 && cluster.own.length <= longest);
    return clusters.length > 0 && small ? [{ index, clusters }] : [];
  });
  if (candidates.length === 0 || candidates.length > most) return [...all];
  const segments = all.map((own) => [...own]);
  const led = putLeads(chars, segments, candidates);
  const strays = new Set(candidates.flatMap(({ index }) => (led.has(index) ? [] : [index])));
  const boxes = segments.map((own, index) => (strays.has(index) ? null : boundsOf(chars, own)));
  for (const { index, clusters } of candidates) {
    if (led.has(index)) continue;
    const places = clusters.map((cluster) => placeOf(chars, segments, boxes, cluster));
    if (!places.every((place) => place !== null)) continue;
    for (const [n, cluster] of clusters.entries()) {
      // Each insertion moves the ones after it.
      const place = placeOf(chars, segments, boxes, cluster) ?? places[n];
      if (place != null) putIn(chars, segments[place.segment] ?? [], place.behind, cluster);
    }
    segments[index] = [];
  }
  return segments.filter((own) => own.length > 0);
}

/**
 * Puts raised marks of notes before the lines that they begin, where the file has them apart. Returns the segments that
 * are done with: marks that are in their place, and lines that have them.
 */
function putLeads(
  chars: PageChars,
  segments: number[][],
  candidates: readonly Readonly<{ index: number; clusters: readonly Cluster[] }>[],
): ReadonlySet<number> {
  const done = new Set<number>();
  const marks = candidates.filter(({ clusters }) =>
    clusters.every(({ own }) => clusters.length === 1 && own.every((k) => mayBeMark(chars.code(k)))),
  );
  if (marks.length === 0) return done;
  const bounds = segments.map((own) => boundsOf(chars, own));
  for (const { index, clusters } of marks) {
    const [mark] = clusters;
    const line = bounds.findIndex((box, n) => n !== index && !done.has(n) && isLead(mark, box));
    if (line < 0 || mark === undefined) continue;
    segments[line]?.unshift(...mark.own);
    segments[index] = [];
    done.add(index).add(line);
  }
  return done;
}

/** True for a raised mark right before a line. */
function isLead(mark: Cluster | undefined, line: Bounds | null): boolean {
  if (mark === undefined || line === null || mark.size >= line.size * 0.9) return false;
  const [gap, rise] = [line.x0 - mark.x1, mark.base - line.base];
  const isBeside = mark.x0 < line.x0 && gap > -line.size * 0.1 && gap < line.size * 0.6;
  return isBeside && rise > line.size * 0.1 && rise < line.size * 0.62;
}

function usualSize(chars: PageChars, all: readonly number[][]): number {
  const counts = new Map<number, number>();
  for (const own of all) {
    const size = Math.round(chars.run(own.find((k) => !chars.isBlank(k)) ?? -1).size * 2) / 2;
    counts.set(size, (counts.get(size) ?? 0) + own.length);
  }
  return [...counts].reduce((best, count) => (count[1] > best[1] ? count : best), [0, 0])[0];
}

function clustersOf(chars: PageChars, own: readonly number[]): Cluster[] {
  const clusters: Cluster[] = [];
  let last: Cluster | undefined;
  for (const k of own) {
    if (chars.isBlank(k)) {
      last = undefined;
      continue;
    }
    const { size, origin } = chars.run(k);
    if (last === undefined || Math.abs(chars.left(k) - last.x1) > size * 0.3) {
      last = { own: [], x0: chars.left(k), x1: chars.right(k), size, base: origin[1] };
      clusters.push(last);
    }
    last.own.push(k);
    last.x1 = chars.right(k);
    if (clusters.length > 60) return [];
  }
  return clusters;
}

type Bounds = Readonly<{ x0: number; x1: number; base: number; size: number }>;

function boundsOf(chars: PageChars, own: readonly number[]): Bounds | null {
  const inked = own.filter((k) => !chars.isBlank(k));
  const [first, last] = [inked[0], inked.at(-1)];
  if (first === undefined || last === undefined) return null;
  const { size, origin } = chars.run(first);
  return { x0: chars.left(first), x1: chars.right(last), base: origin[1], size };
}

function placeOf(
  chars: PageChars,
  segments: readonly number[][],
  boxes: readonly (Bounds | null)[],
  cluster: Cluster,
): Place | null {
  for (const [segment, box] of boxes.entries()) {
    if (box === null || cluster.size >= box.size * 0.9) continue;
    const rise = Math.abs(cluster.base - box.base);
    const slack = box.size * 0.3;
    if (rise > box.size * 0.62 || cluster.x0 < box.x0 || cluster.x0 > box.x1 + slack) continue;
    const behind = holeIn(chars, segments[segment] ?? [], cluster, slack);
    if (behind !== null) return { segment, behind };
  }
  return null;
}

/** The character after which there is room for a cluster. */
function holeIn(chars: PageChars, own: readonly number[], cluster: Cluster, slack: number): number | null {
  const behind = own.findLastIndex(
    (k) => !chars.isBlank(k) && chars.left(k) < cluster.x0 && chars.right(k) <= cluster.x0 + slack,
  );
  const before = own[behind];
  if (before === undefined || cluster.x0 - chars.right(before) > slack * 2) return null;
  const next = own.slice(behind + 1).find((k) => !chars.isGenerated(k));
  if (next === undefined) return behind;
  return chars.left(next) >= cluster.x1 - slack * 0.7 ? behind : null;
}

/** A gap that was made for the hole goes, where the letters after it touch what now fills it. */
function putIn(chars: PageChars, own: number[], behind: number, { own: cluster, x1, size }: Cluster): void {
  own.splice(behind + 1, 0, ...cluster);
  const index = behind + 1 + cluster.length;
  const [gap, next] = [own[index], own[index + 1]];
  if (gap === undefined || next === undefined || !chars.isGenerated(gap)) return;
  if (chars.left(next) - x1 < size * 0.15) own.splice(index, 1);
}
