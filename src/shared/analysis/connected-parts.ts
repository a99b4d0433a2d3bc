/**
 * The parts a network falls into that no tie joins: the numbers of their nodes, each in ascending order and by their
 * first node. Nodes without any tie are in no part. `from` and `to` are the numbers, below `count`, that ties join.
 */
export function connectedParts(count: number, from: ArrayLike<number>, to: ArrayLike<number>): number[][] {
  const parents = Int32Array.from({ length: count }, (_, index) => index);
  const rootOf = (node: number): number => {
    let root = node;
    // Each node on the way is moved up (path halving; Tarjan and van Leeuwen 1984).
    while (parents[root] !== root) root = parents[root] = parents[parents[root] ?? root] ?? root;
    return root;
  };
  const isTied = new Uint8Array(count);
  for (let index = 0; index < from.length; index++) {
    const [a = 0, b = 0] = [from[index], to[index]];
    isTied[a] = isTied[b] = 1;
    parents[rootOf(a)] = rootOf(b);
  }
  const tied = Array.from({ length: count }, (_, node) => node).filter((node) => isTied[node] === 1);
  return [...Map.groupBy(tied, rootOf).values()];
}
