type Range = Readonly<{ start: number; end: number }>;

const lanes = [0, 1, 2, 3, 4];

/**
 * A line under the words for each range, the first that no range over the same words has; at most five, the last shared
 * by what comes after.
 */
export function lanesOf(ranges: readonly Range[]): number[] {
  const found: number[] = [];
  let open: { end: number; lane: number }[] = [];
  for (const index of inOrder(ranges)) {
    const { start, end } = ranges[index] ?? { start: 0, end: 0 };
    // Most words have one claim, and no line is in use.
    if (open.length > 0) open = open.filter((occupied) => occupied.end > start);
    const lane = open.length === 0 ? 0 : (lanes.find((free) => open.every(({ lane }) => lane !== free)) ?? 4);
    found[index] = lane;
    open.push({ end, lane });
  }
  return found;
}

/** The indices of ranges by where they begin, the longer ones first. */
function inOrder(ranges: readonly Range[]): readonly number[] {
  const byPlace = (a: number, b: number): number => {
    const [one, other] = [ranges[a], ranges[b]];
    return (one?.start ?? 0) - (other?.start ?? 0) || (other?.end ?? 0) - (one?.end ?? 0) || a - b;
  };
  const order = ranges.map((_, index) => index);
  return order.every((index) => index === 0 || byPlace(index - 1, index) < 0) ? order : order.sort(byPlace);
}
