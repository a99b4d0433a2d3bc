/** Random corruptions of a library's files, each of which opening or checking must notice. */
import assert from "node:assert/strict";
import {
  type CorruptionKind,
  corrupt,
  corruptionKinds,
  type Sample,
  sampleOf,
} from "../src/main/services/store/corrupt.cases.ts";
import type { Chance } from "../src/main/services/store/memory-disk.cases.ts";

/** So many corruptions of all kinds in turn, of a new library now and then. Returns what was found, in words. */
export async function corruptAtRandom(rounds: number, chance: Chance): Promise<string> {
  const done = new Map<CorruptionKind, number>();
  const files = new Set<string>();
  let sample: Sample = await sampleOf(chance);
  let [total, refused, attempts, unnamed] = [0, 0, 0, 0];
  while (total < rounds) {
    const kind = corruptionKinds[attempts++ % corruptionKinds.length];
    if (attempts % 200 === 0) sample = await sampleOf(chance);
    if (kind === undefined) break;
    const came = await corrupt(sample, kind, chance);
    if (came === null) continue;
    assert.ok(came.said.length > 0, `unnoticed: ${kind} in ${came.name}`);
    if (!came.isNamed) unnamed++;
    total++;
    if (came.refused) refused++;
    files.add(came.name.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/, "ID").replace(/\d{4}-.*Z|\d{12}-\w{8}/, "N"));
    done.set(kind, (done.get(kind) ?? 0) + 1);
  }
  assert.equal(done.size, corruptionKinds.length);
  return `${total} corruptions of ${done.size} kinds in ${files.size} kinds of files: all noticed, the file named in all but ${unnamed}, ${refused} refused as a newer version's`;
}
