import type { TextRange } from "../model/ranges.ts";

/** What has ranges of a text, and where the first of them begins; or no ranges, and only a place in the text. */
type Ranged = Readonly<{ ranges: readonly TextRange[]; start: number }>;

/** The first index from 0 to `count` for which something holds that holds for all after it; `count` for none. */
export function firstWhere(count: number, holds: (index: number) => boolean): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Of a list, the furthest end of a range up to and with each value. */
const reaches = new WeakMap<readonly Ranged[], Float64Array>();

/**
 * Those values of a list of which a range overlaps or touches `range`, in the order of the list, found without a look
 * at each. `list` is sorted by `start`, and does not change afterwards.
 */
export function touching<Value extends Ranged>(list: readonly Value[], range: TextRange): Value[] {
  const reached = reaches.get(list) ?? reachesOf(list);
  const found: Value[] = [];
  for (let index = firstWhere(list.length, (at) => (list[at]?.start ?? 0) > range.end) - 1; index >= 0; index--) {
    if ((reached[index] ?? 0) < range.start) break;
    const value = list[index];
    if (value?.ranges.some(({ start, end }) => start <= range.end && end >= range.start)) found.push(value);
  }
  return found.reverse();
}

function reachesOf(list: readonly Ranged[]): Float64Array {
  const reached = new Float64Array(list.length);
  let furthest = -1;
  for (let index = 0; index < list.length; index++) {
    for (const { end } of list[index]?.ranges ?? []) if (end > furthest) furthest = end;
    reached[index] = furthest;
  }
  reaches.set(list, reached);
  return reached;
}
