import type { Network } from "./network.ts";

/**
 * A network as GraphML (graphdrawing.org, version 1.0), with names, kinds, activity and weights; ties of affiliation
 * and one-mode networks are undirected.
 */
export function graphml(network: Network): string {
  const nodes = network.nodes.map(
    (node) =>
      `    <node id="${xml(node.id)}"><data key="name">${xml(node.name)}</data><data key="kind">${node.kind}</data><data key="activity">${node.activity}</data></node>`,
  );
  const ties = network.ties.map(
    ({ source, target, weight }, index) =>
      `    <edge id="e${index}" source="${xml(source)}" target="${xml(target)}"><data key="weight">${weight}</data></edge>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
  <key id="name" for="node" attr.name="name" attr.type="string"/>
  <key id="kind" for="node" attr.name="kind" attr.type="string"/>
  <key id="activity" for="node" attr.name="activity" attr.type="double"/>
  <key id="weight" for="edge" attr.name="weight" attr.type="double"/>
  <graph id="${network.options.tie}" edgedefault="undirected">
${[...nodes, ...ties].join("\n")}
  </graph>
</graphml>
`;
}

/** A network as a square table of weights, names at the head of rows and columns; actors by issues for affiliation. */
export function networkTable(network: Network): (string | number)[][] {
  const two = network.options.tie === "affiliation";
  const lines = two ? network.nodes.filter(({ kind }) => kind === "actor") : network.nodes;
  const columns = two ? network.nodes.filter(({ kind }) => kind === "issue") : network.nodes;
  const weights = new Map<string, number>();
  for (const { source, target, weight } of network.ties) {
    weights.set(`${source} ${target}`, weight);
    if (!two) weights.set(`${target} ${source}`, weight);
  }
  return [
    ["", ...columns.map(({ name }) => name)],
    ...lines.map((line) => [line.name, ...columns.map((column) => weights.get(`${line.id} ${column.id}`) ?? 0)]),
  ];
}

/** A network as a list of ties: source, target, weight, heaviest first. */
export function edgeTable(network: Network): (string | number)[][] {
  const names = new Map(network.nodes.map(({ id, name }) => [id, name]));
  const ties = network.ties.toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  return [
    ["source", "target", "weight"],
    ...ties.map(({ source, target, weight }) => [names.get(source) ?? source, names.get(target) ?? target, weight]),
  ];
}

/** Text as XML shows it; characters XML 1.0 has no place for are left out (section 2.2). */
function xml(text: string): string {
  return text.replace(/[\p{Cc}\uFFFE\uFFFF]/gu, " ").replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);
}
