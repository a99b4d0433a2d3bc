type Range = Readonly<{ start: number; end: number }>;

const lanes = [0, 1, 2, 3, 4];

/**
 * A line under the words for each range, the first that no range over the same words has; at most five, the last shared
 * by what comes after.
 */
export function lanesOf(ranges: readonly Range[]): number[] {
  const order = ranges.map((_, index) => index);
  const rangeAt = (index: number): Range => ranges[index] ?? { start: 0, end: 0 };
  order.sort((a, b) => rangeAt(a).start - rangeAt(b).start || rangeAt(b).end - rangeAt(a).end || a - b);
  const found: number[] = [];
  let open: { end: number; lane: number }[] = [];
  for (const index of order) {
    const { start, end } = rangeAt(index);
    open = open.filter((occupied) => occupied.end > start);
    const lane = lanes.find((free) => open.every((occupied) => occupied.lane !== free)) ?? 4;
    found[index] = lane;
    open.push({ end, lane });
  }
  return found;
}
