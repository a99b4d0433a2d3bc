import type { Agreements, Network } from "./network.ts";

/** The agreements that a congruence and a conflict network show; ties of other weights than above 0 are none. */
export function agreementsIn(congruence: Network, conflict: Network): Agreements {
  const ids = [...new Set([...congruence.nodes, ...conflict.nodes].map((node) => node.id))].sort();
  const pairs = new Map<string, { a: number; b: number; agrees: number; opposes: number }>();
  for (const network of [congruence, conflict])
    for (const { source, target, weight } of network.ties.filter((tie) => tie.weight > 0)) {
      const [a = 0, b = 0] = [ids.indexOf(source), ids.indexOf(target)].sort((x, y) => x - y);
      const pair = pairs.get(`${a} ${b}`) ?? { a, b, agrees: 0, opposes: 0 };
      pairs.set(`${a} ${b}`, pair);
      if (network === congruence) pair.agrees += weight;
      else pair.opposes += weight;
    }
  const all = [...pairs.values()];
  return {
    ids,
    from: Int32Array.from(all, ({ a }) => a),
    to: Int32Array.from(all, ({ b }) => b),
    agreement: Float64Array.from(all, ({ agrees }) => agrees),
    conflict: Float64Array.from(all, ({ opposes }) => opposes),
  };
}
