/**
 * The parts a network falls into that no tie joins: the numbers of their nodes, each in ascending order and by their
 * first node. Nodes without any tie are in no part. `ties` are pairs of numbers below `count`.
 */
export function connectedParts(count: number, ties: readonly Readonly<{ a: number; b: number }>[]): number[][] {
  const parents = Array.from({ length: count }, (_, index) => index);
  const rootOf = (node: number): number => {
    let root = node;
    while (parents[root] !== undefined && parents[root] !== root) root = parents[root] ?? root;
    return root;
  };
  for (const { a, b } of ties) parents[rootOf(a)] = rootOf(b);
  const tied = [...new Set(ties.flatMap(({ a, b }) => [a, b]))].sort((a, b) => a - b);
  return [...Map.groupBy(tied, rootOf).values()];
}
