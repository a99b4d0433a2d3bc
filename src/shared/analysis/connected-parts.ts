/**
 * How many parts a network falls into that no tie joins. Nodes without any tie are no part. `ties` are pairs of numbers
 * below `count`.
 */
export function countParts(count: number, ties: readonly Readonly<{ a: number; b: number }>[]): number {
  const parents = Array.from({ length: count }, (_, index) => index);
  const rootOf = (node: number): number => {
    let root = node;
    while (parents[root] !== undefined && parents[root] !== root) root = parents[root] ?? root;
    return root;
  };
  for (const { a, b } of ties) parents[rootOf(a)] = rootOf(b);
  return new Set(ties.map(({ a }) => rootOf(a))).size;
}
