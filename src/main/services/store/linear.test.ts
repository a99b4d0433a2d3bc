import { expect, test } from "vitest";
import { Draft } from "../../../shared/change/change.ts";
import type { Edit } from "../../../shared/change/edit.ts";
import { bucketOf, ofPaper } from "../../../shared/model/by-paper.ts";
import type { Disk } from "../files/disk.ts";
import { verify } from "../maintenance/verify.ts";
import { doStep } from "./crash.cases.ts";
import { opening } from "./faulty-disk.cases.ts";
import { FileLibrary } from "./library.ts";
import { MemoryDisk } from "./memory-disk.cases.ts";

const folder = "/library";

/** A library with so many claims, all in one paper, and what makes one more. */
async function withClaims(count: number): Promise<{ disk: MemoryDisk; store: FileLibrary; claims: Edit[] }> {
  const disk = new MemoryDisk();
  await disk.makeFolder(folder);
  const store = await FileLibrary.open(folder, { program: "a test", coder: "Ada", disk });
  for (const step of [0, 5]) await doStep(store, disk, step, { acknowledged: [], underWay: 0, faults: 0 });
  const [paper] = Object.values(store.library.papers);
  const [sample] = Object.values(ofPaper(store.library.annotations, paper?.id ?? ""));
  const [position] = Object.values(ofPaper(store.library.positions, paper?.id ?? ""));
  if (sample === undefined || position === undefined) throw new Error("there is no claim");
  const claims = Array.from({ length: count }, (_, index): Edit[] => {
    const id = sample.id.slice(0, -12) + String(index).padStart(12, "0");
    const [annotation, own] = [
      { ...sample, id },
      { ...position, id, annotation: id },
    ];
    return [
      { table: "annotations", from: null, to: annotation },
      { table: "positions", from: null, to: own },
    ] as unknown as Edit[];
  }).flat();
  return { disk, store, claims };
}

test("a table that has many records is copied once, however many edits follow", async () => {
  const { store, claims } = await withClaims(2000);
  await store.commit("Code", claims);
  const { library } = store;
  const [paper = ""] = Object.keys(library.papers);
  let walks = 0;
  const counted = <Value extends object>(table: Value): Value =>
    new Proxy(table, {
      ownKeys: (target) => {
        walks++;
        return Reflect.ownKeys(target);
      },
    });
  const shelves = <Value>(table: Value) => ({ [bucketOf(paper)]: { [paper]: table } });
  const draft = new Draft({
    ...library,
    annotations: shelves(counted(ofPaper(library.annotations, paper))),
    positions: shelves(counted(ofPaper(library.positions, paper))),
  });
  const removals = claims.map(({ table, to }) => ({ table, from: to, to: null }) as Edit).reverse();
  for (let from = 0; from < removals.length; from += 100)
    draft.replay({ edits: removals.slice(from, from + 100) }, () => true);
  draft.replay({ edits: claims }, () => true);
  expect(Object.keys(ofPaper(draft.library.annotations, paper))).toHaveLength(2001);
  // Once for each of the two tables, with their keys counted once more at most.
  expect(walks).toBeLessThanOrEqual(4);
  await store.close();
});

/** A disk that counts the bytes read from it. */
function counting(disk: Disk): { disk: Disk; read: () => number } {
  let bytes = 0;
  return {
    disk: {
      ...opening(disk, (file, mode) => disk.open(file, mode)),
      read: async (file, from, length) => {
        const found = await disk.read(file, from, length);
        bytes += found.length;
        return found;
      },
    },
    read: () => bytes,
  };
}

test("opening and verifying read each file a fixed number of times, whatever its number of claims", async () => {
  const times: number[] = [];
  for (const count of [100, 1200]) {
    const { disk, store, claims } = await withClaims(count);
    for (let from = 0; from < claims.length; from += 50) await store.commit("Code", claims.slice(from, from + 50));
    await store.close();
    const total = disk.files().reduce((sum, [, bytes]) => sum + bytes.length, 0);
    const { disk: counted, read } = counting(disk);
    const again = await FileLibrary.open(folder, { program: "a test", coder: "Ada", disk: counted });
    const opened = read();
    expect((await verify(again)).problems).toEqual([]);
    times.push(opened / total, (read() - opened) / total);
    await again.close();
  }
  // A reading of the whole for each of the 48 changes would be far more.
  expect(Math.max(...times)).toBeLessThan(5);
});
