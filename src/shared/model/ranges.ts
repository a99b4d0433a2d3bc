/** A half-open range of the canonical text, in UTF-16 units. */
export type TextRange = Readonly<{ start: number; end: number }>;

/** The number of characters in at least one of some extents. */
export function unionLength(extents: readonly TextRange[]): number {
  let [marked, reached] = [0, 0];
  const isSorted = extents.every(({ start }, index) => start >= (extents[index - 1]?.start ?? 0));
  for (const { start, end } of isSorted ? extents : extents.toSorted((a, b) => a.start - b.start)) {
    marked += Math.max(0, end - Math.max(start, reached));
    reached = Math.max(reached, end);
  }
  return marked;
}
