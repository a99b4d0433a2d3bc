type Range = Readonly<{ start: number; end: number }>;

const lanes = [0, 1, 2, 3, 4];

/**
 * A line under the words for each range, the first that no range over the same words has; at most five, the last shared
 * by what comes after.
 */
export function lanesOf(ranges: readonly Range[]): number[] {
  const order = ranges.map(({ start, end }, index) => ({ start, end, index }));
  order.sort((a, b) => a.start - b.start || b.end - a.end || a.index - b.index);
  const found: number[] = [];
  let open: { end: number; lane: number }[] = [];
  for (const { start, end, index } of order) {
    // Most words have one claim, and no line is in use.
    if (open.length > 0) open = open.filter((occupied) => occupied.end > start);
    const lane = open.length === 0 ? 0 : (lanes.find((free) => open.every(({ lane }) => lane !== free)) ?? 4);
    found[index] = lane;
    open.push({ end, lane });
  }
  return found;
}
