import { expect, test } from "vitest";
import { type CorruptionKind, corrupt, corruptionKinds, sampleOf } from "./corrupt.cases.ts";
import { seeded } from "./memory-disk.cases.ts";

test.each(corruptionKinds)(
  "%s in a file of a library, anywhere, is noticed by opening or checking it",
  async (kind) => {
    const chance = seeded(11 + corruptionKinds.indexOf(kind));
    const sample = await sampleOf(chance);
    const unseen: string[] = [];
    let done = 0;
    for (let attempt = 0; attempt < (rare.has(kind) ? 100 : 25) && done < 25; attempt++) {
      const came = await corrupt(sample, kind, chance);
      if (came === null) continue;
      done++;
      if (came.said.length === 0 || (oneByte.has(kind) && !came.isNamed)) unseen.push(came.name);
    }
    expect(unseen).toEqual([]);
    expect(done).toBeGreaterThan(rare.has(kind) ? 2 : 10);
  },
);

/** Corruptions of one byte, of which the file is named. */
const oneByte = new Set<CorruptionKind>([
  "a bit flipped",
  "a byte replaced",
  "a byte removed",
  "a byte added",
  "the last newline replaced",
]);

/** What only files of lines, or files that are there in several libraries, can suffer. */
const rare = new Set<CorruptionKind>([
  "the last newline replaced",
  "swapped with another of this library",
  "a line twice",
  "a line removed",
  "last lines removed",
  "two lines swapped",
  "another library's line",
  "replaced by another library's",
  "replaced by an earlier one",
]);
