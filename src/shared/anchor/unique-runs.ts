/** Index in one list and in another where the same run of entries starts. */
export type Anchor = Readonly<{ before: number; after: number }>;

type List = Readonly<{ ids: Int32Array; from: number; to: number; isFree: (index: number) => boolean }>;

/**
 * Runs of `length` free entries that occur exactly once among those of either list, in the order of the first. Entries
 * that are not free are in no run.
 */
export function uniqueRuns(before: List, after: List, length: number): Anchor[] {
  const [own, other] = [runsOf(before, length), runsOf(after, length)];
  const found: Anchor[] = [];
  for (const [hash, index] of own) {
    const there = other.get(hash);
    if (index < 0 || there === undefined || there < 0) continue;
    let same = 0;
    while (same < length && before.ids[index + same] === after.ids[there + same]) same++;
    if (same === length) found.push({ before: index, after: there });
  }
  return found;
}

/** Where each run starts, by a hash of its entries; -1 for one that occurs more than once. In the order of the list. */
function runsOf({ ids, from, to, isFree }: List, length: number): Map<number, number> {
  const runs = new Map<number, number>();
  let free = 0;
  for (let index = from; index < to; index++) {
    free = isFree(index) ? free + 1 : 0;
    if (free < length) continue;
    const start = index - length + 1;
    const hash = hashOf(ids, start, length);
    runs.set(hash, runs.has(hash) ? -1 : start);
  }
  return runs;
}

function hashOf(ids: Int32Array, start: number, length: number): number {
  let hash = length;
  for (let index = start; index < start + length; index++) {
    hash = Math.imul(hash ^ (ids[index] ?? 0), 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  return hash;
}

/**
 * The longest chain of anchors that is in order in both lists (Fredman 1975). They are given in the order of the first.
 */
export function longestChain(anchors: readonly Anchor[]): Anchor[] {
  const tails: number[] = [];
  const previous = new Int32Array(anchors.length).fill(-1);
  for (const [index, { after }] of anchors.entries()) {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((anchors[tails[middle] ?? 0]?.after ?? 0) < after) low = middle + 1;
      else high = middle;
    }
    if (low > 0) previous[index] = tails[low - 1] ?? -1;
    tails[low] = index;
  }
  const chain: Anchor[] = [];
  for (let index = tails.at(-1) ?? -1; index >= 0; index = previous[index] ?? -1) {
    const anchor = anchors[index];
    if (anchor !== undefined) chain.push(anchor);
  }
  return chain.reverse();
}
