import { dict, isArray, isString, type PdfDict, type PdfObject, textString } from "./objects.ts";
import type { PdfSource } from "./source.ts";
import type { PdfUpdate } from "./update.ts";

type Pair = readonly [key: string, value: PdfObject];

/**
 * A name tree with more entries (ISO 32000-1, section 7.9.6). An entry of a name that is there already takes its place.
 */
export function addNames(update: PdfUpdate, tree: PdfDict, added: readonly Pair[]): PdfDict {
  const { source } = update;
  const present = pairsOf(source, tree, "Names", 0).filter(
    ([key]) => !added.some(([name]) => keyOf(textString(name)) === keyOf(key)),
  );
  const all = [...present, ...added.map(([name, value]) => [textString(name), value] as const)];
  all.sort(([a], [b]) => (keyOf(a) < keyOf(b) ? -1 : 1));
  return dict({ Names: all.flat() });
}

/** A number tree with more entries after its own; the keys added are larger than all present (section 7.9.7). */
export function withNumbers(
  update: PdfUpdate,
  tree: PdfDict,
  added: readonly (readonly [number, PdfObject])[],
): PdfDict {
  const nums = added.flat();
  const kids = update.source.resolve(tree.get("Kids"));
  const own = update.source.resolve(tree.get("Nums"));
  if (!isArray(kids)) return new Map<string, PdfObject>([...tree, ["Nums", [...(isArray(own) ? own : []), ...nums]]]);
  const limits = [added[0]?.[0] ?? 0, added.at(-1)?.[0] ?? 0];
  const leaf = update.add(dict({ Limits: limits, Nums: nums }));
  return new Map<string, PdfObject>([...tree, ["Kids", [...kids, leaf]]]);
}

/** All entries of a number tree. */
export function numbersOf(source: PdfSource, tree: PdfDict): Map<number, PdfObject> {
  return new Map(pairsOf(source, tree, "Nums", 0).map(([key, value]) => [Number(key), value]));
}

/** All pairs of a tree, in its order. */
function pairsOf(source: PdfSource, node: PdfDict, leaves: "Names" | "Nums", depth: number): [PdfObject, PdfObject][] {
  if (depth > 20) return [];
  const own = source.resolve(node.get(leaves));
  const kids = source.resolve(node.get("Kids"));
  const pairs: [PdfObject, PdfObject][] = [];
  if (isArray(own)) for (let i = 0; i + 1 < own.length; i += 2) pairs.push([own[i] ?? null, own[i + 1] ?? null]);
  if (isArray(kids)) for (const kid of kids) pairs.push(...pairsOf(source, source.dict(kid), leaves, depth + 1));
  return pairs;
}

/** Names are compared byte by byte. */
function keyOf(value: PdfObject): string {
  return isString(value) ? Buffer.from(value.bytes).toString("latin1") : "";
}
