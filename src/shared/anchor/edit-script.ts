/** Called for each pair of equal entries, last pair first. */
type OnPair = (before: number, after: number) => void;

/**
 * A longest common subsequence of two lists of numbers, given as indexes of equal entries (Myers, "An O(ND) difference
 * algorithm", Algorithmica 1, 1986). False, and no pairs, when it would take more than `limit` removals and insertions:
 * time and memory are bounded by the square of that.
 */
export function pairEqual(before: Int32Array, after: Int32Array, limit: number, onPair: OnPair): boolean {
  const [n, m] = [before.length, after.length];
  const furthest = new Int32Array(2 * Math.min(limit, n + m) + 3);
  const origin = Math.min(limit, n + m) + 1;
  const trace: Int32Array[] = [];
  for (let d = 0; d <= Math.min(limit, n + m); d++) {
    trace.push(furthest.slice(origin - d - 1, origin + d + 2));
    for (let k = -d; k <= d; k += 2) {
      let x = stepOf(furthest, origin, k, d);
      let y = x - k;
      while (x < n && y < m && before[x] === after[y]) {
        x++;
        y++;
      }
      furthest[origin + k] = x;
      if (x >= n && y >= m) {
        walkBack(trace, n, m, onPair);
        return true;
      }
    }
  }
  return false;
}

/** How far diagonal `k` is reached with `d` differences, before equal entries are followed. */
function stepOf(furthest: Int32Array, origin: number, k: number, d: number): number {
  if (d === 0) return 0;
  const below = furthest[origin + k - 1] ?? 0;
  const above = furthest[origin + k + 1] ?? 0;
  return k === -d || (k !== d && below < above) ? above : below + 1;
}

function walkBack(trace: readonly Int32Array[], n: number, m: number, onPair: OnPair): void {
  let [x, y] = [n, m];
  for (let d = trace.length - 1; d >= 0; d--) {
    const furthest = trace[d];
    if (furthest === undefined) return;
    const k = x - y;
    const start = stepOf(furthest, d + 1, k, d);
    while (x > start) {
      x--;
      y--;
      onPair(x, y);
    }
    if (d === 0) return;
    // The step itself: one entry removed or inserted.
    const below = furthest[d + 1 + k - 1] ?? 0;
    const isInsertion = k === -d || (k !== d && below < (furthest[d + 1 + k + 1] ?? 0));
    if (isInsertion) y--;
    else x--;
  }
}
