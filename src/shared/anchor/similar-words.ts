/** A pair of indexes: of a word, and of the one that it became. */
export type SimilarPair = Readonly<{ before: number; after: number }>;

/** Words of fewer letters are not compared by letters: too many differ by one. */
const leastLetters = 4;
/** Of a word's letters, at most this share differs. */
const mostDifferent = 1 / 3;

/**
 * Words of two short stretches that are the same one written otherwise ("organisation", "organization"; a letter read
 * wrongly), in order; and the first and last of stretches that are equal but for where words are parted ("re port").
 * Time grows with the product of both lengths: meant for what a word difference leaves between equal words.
 */
export function pairSimilar(before: readonly string[], after: readonly string[]): SimilarPair[] {
  if (before.length === 0 || after.length === 0) return [];
  if (before.join("") === after.join("")) return joined(before.length, after.length);
  const width = after.length + 1;
  const best = new Int32Array((before.length + 1) * width);
  const isPair = new Uint8Array(best.length);
  for (let left = before.length - 1; left >= 0; left--)
    for (let other = after.length - 1; other >= 0; other--) {
      const index = left * width + other;
      const skipped = Math.max(best[index + width] ?? 0, best[index + 1] ?? 0);
      const paired = isSimilar(before[left] ?? "", after[other] ?? "") ? (best[index + width + 1] ?? 0) + 1 : 0;
      isPair[index] = paired > skipped ? 1 : 0;
      best[index] = Math.max(paired, skipped);
    }
  const pairs: SimilarPair[] = [];
  for (let left = 0, other = 0; left < before.length && other < after.length; ) {
    const index = left * width + other;
    if (isPair[index] === 1) pairs.push({ before: left++, after: other++ });
    else if ((best[index + width] ?? 0) >= (best[index + 1] ?? 0)) left++;
    else other++;
  }
  return pairs;
}

/** First with first, last with last. */
function joined(before: number, after: number): SimilarPair[] {
  const first = { before: 0, after: 0 };
  return before === 1 || after === 1 ? [first] : [first, { before: before - 1, after: after - 1 }];
}

/** Whether two words differ in at most a third of their letters (Levenshtein). */
export function isSimilar(word: string, other: string): boolean {
  const longest = Math.max(word.length, other.length);
  const limit = Math.floor(longest * mostDifferent);
  if (Math.min(word.length, other.length) < leastLetters || Math.abs(word.length - other.length) > limit) return false;
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let index = 1; index <= word.length; index++) {
    const next = [index];
    for (let there = 1; there <= other.length; there++)
      next.push(
        Math.min(
          (row[there] ?? 0) + 1,
          (next[there - 1] ?? 0) + 1,
          (row[there - 1] ?? 0) + (word[index - 1] === other[there - 1] ? 0 : 1),
        ),
      );
    if (Math.min(...next) > limit) return false;
    row = next;
  }
  return (row[other.length] ?? longest) <= limit;
}
