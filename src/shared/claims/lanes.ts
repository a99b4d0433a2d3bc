type Range = Readonly<{ start: number; end: number }>;

const lanes = [0, 1, 2, 3, 4];

/**
 * A line under the words for each range, the first that no range over the same words has; at most five, the last shared
 * by what comes after.
 */
export function lanesOf(ranges: readonly Range[]): number[] {
  const order = ranges.map((_, index) => index);
  const at = (index: number): Range => ranges[index] ?? { start: 0, end: 0 };
  order.sort((a, b) => at(a).start - at(b).start || at(b).end - at(a).end || a - b);
  const found: number[] = [];
  let open: { end: number; lane: number }[] = [];
  for (const index of order) {
    const { start, end } = at(index);
    open = open.filter((one) => one.end > start);
    const lane = lanes.find((free) => open.every((one) => one.lane !== free)) ?? 4;
    found[index] = lane;
    open.push({ end, lane });
  }
  return found;
}
