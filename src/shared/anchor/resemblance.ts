import { Vocabulary } from "./text-words.ts";

/** Words of a run by which texts are compared. */
const runLength = 5;
/** Runs of a text that are compared: those with the smallest numbers, which are the same choice in every text. */
const sampleSize = 400;

/**
 * How much two texts have in common, 0 to 1: the share of runs of five words that both have, estimated from the
 * smallest hashes of either (Broder, "On the resemblance and containment of documents", 1997). Texts of under five
 * words resemble nothing.
 */
export function resemblance(text: string, other: string): number {
  const vocabulary = new Vocabulary();
  const [own, there] = [sampleOf(vocabulary.read(text).ids), sampleOf(vocabulary.read(other).ids)];
  const all = [...new Set([...own, ...there])].sort((a, b) => a - b).slice(0, sampleSize);
  if (all.length === 0) return 0;
  const [inOwn, inOther] = [new Set(own), new Set(there)];
  return all.filter((hash) => inOwn.has(hash) && inOther.has(hash)).length / all.length;
}

function sampleOf(ids: Int32Array): number[] {
  const hashes = new Set<number>();
  for (let index = 0; index + runLength <= ids.length; index++) {
    let hash = 0x811c9dc5;
    for (let place = index; place < index + runLength; place++) {
      hash = Math.imul(hash ^ (ids[place] ?? 0), 0x9e3779b1);
      hash ^= hash >>> 15;
    }
    hashes.add(hash >>> 0);
  }
  return [...hashes].sort((a, b) => a - b).slice(0, sampleSize);
}
