import { isLong } from "./gutter.ts";
import { type Line, middle } from "./lines.ts";

/** Fewer long lines than this show no text that heads could be beside. */
const minProse = 8;
/** Least gap between a side head and the text, in points. */
const minGap = 4;
/** More side heads than this share of the long lines are a column or the labels of a table. */
const mostHeads = 0.4;

/** The heads in the margin of a column of prose, the lines of each together; `rest` are all other lines. */
export function sideHeads(lines: readonly Line[]): { heads: Line[][]; rest: Line[] } {
  const prose = lines.filter(isLong);
  const none = { heads: [], rest: [...lines] };
  if (prose.length < minProse) return none;
  const [left, right] = [edgeOf(prose, 0, 0.1), edgeOf(prose, 2, 0.9)];
  const beside = lines.filter(
    (line) => (line.box[2] < left - minGap || line.box[0] > right + minGap) && /\p{L}{3}/u.test(line.text),
  );
  if (beside.length === 0 || beside.length > prose.length * mostHeads) return none;
  // Cells of a table are level with other short ones.
  const rest = lines.filter((line) => !beside.includes(line));
  const isLevel = (a: Line, b: Line): boolean => Math.abs(a.base - b.base) < a.size * 0.2;
  if (beside.some((line) => rest.some((other) => isLevel(line, other) && !isLong(other)))) return none;
  const heads: Line[][] = [];
  for (const line of beside.toSorted((a, b) => b.base - a.base)) {
    const head = heads.find((own) => goesOn(own.at(-1), line));
    if (head === undefined) heads.push([line]);
    else head.push(line);
  }
  return { heads, rest };
}

function edgeOf(lines: readonly Line[], side: 0 | 2, share: number): number {
  const edges = lines.map((line) => line.box[side]).sort((a, b) => a - b);
  return edges[Math.floor((edges.length - 1) * share)] ?? 0;
}

function goesOn(last: Line | undefined, line: Line): boolean {
  if (last === undefined) return false;
  const drop = last.base - line.base;
  return drop > 0 && drop < line.size * 1.7 && last.box[0] < line.box[2] && line.box[0] < last.box[2];
}

/** Lines in their order with each head before the paragraph that it is beside. */
export function withSideHeads(rest: readonly Line[], heads: readonly Line[][]): Line[] {
  const before = new Map<number, Line[]>();
  for (const head of heads) {
    const index = paragraphAt(rest, head);
    before.set(index, [...(before.get(index) ?? []), ...head]);
  }
  return [...rest, undefined].flatMap((line, n) => [...(before.get(n) ?? []), ...(line === undefined ? [] : [line])]);
}

/** Where the paragraph begins that is level with the first line of a head. */
function paragraphAt(rest: readonly Line[], [first]: readonly Line[]): number {
  if (first === undefined) return rest.length;
  const top = first.base + first.size * 0.8;
  let index = rest.findIndex((line) => line.base + line.size * 0.8 <= top + line.size * 0.5);
  if (index < 0) return rest.length;
  const gaps = rest.slice(1).map((line, n) => (rest[n]?.base ?? 0) - line.base);
  const usual = middle(gaps.filter((gap) => gap > 1));
  const right = Math.max(...rest.map((line) => line.box[2]));
  const starts = (n: number): boolean => {
    const [last, line] = [rest[n - 1], rest[n]];
    if (last === undefined || line === undefined) return true;
    const isShort = last.box[2] < right - line.size * 3 && /[.!?:”"]$/.test(last.text.trim());
    return (gaps[n - 1] ?? 0) > usual * 1.15 || line.box[0] > last.box[0] + line.size * 0.8 || isShort;
  };
  while (!starts(index)) index--;
  return index;
}
