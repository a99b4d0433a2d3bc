/** The number of characters in at least one of some extents. */
export function unionOf(extents: readonly Readonly<{ start: number; end: number }>[]): number {
  let marked = 0;
  let reached = 0;
  for (const { start, end } of extents.toSorted((a, b) => a.start - b.start)) {
    marked += Math.max(0, end - Math.max(start, reached));
    reached = Math.max(reached, end);
  }
  return marked;
}
