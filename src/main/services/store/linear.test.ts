import { expect, test } from "vitest";
import { apply, Draft } from "../../../shared/change/change.ts";
import type { Edit } from "../../../shared/change/edit.ts";
import { allRecords, type ByPaper, ofPaper } from "../../../shared/model/by-paper.ts";
import type { Library } from "../../../shared/model/library.ts";
import type { Table } from "../../../shared/model/table.ts";
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
    const id = sample.id.slice(0, -12) + index.toString(16).padStart(12, "0");
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

/** A library whose records of papers are counted when they are copied, once for each time. */
function counting(library: Library): { library: Library; copied: () => number } {
  let copied = 0;
  const count = <Value>(shelves: ByPaper<Value>): ByPaper<Value> =>
    mapValues(shelves, (shelf) =>
      mapValues(shelf, ({ count, parts }) => ({
        count,
        parts: mapValues(
          parts,
          (part) =>
            new Proxy(part, {
              ownKeys: (target) => {
                const keys = Reflect.ownKeys(target);
                copied += keys.length;
                return keys;
              },
            }),
        ),
      })),
    );
  const { annotations, positions } = library;
  return {
    library: { ...library, annotations: count(annotations), positions: count(positions) },
    copied: () => copied,
  };
}

function mapValues<Value, Made>(table: Table<Value>, make: (value: Value) => Made): Table<Made> {
  return Object.fromEntries(Object.entries(table).map(([key, value]) => [key, make(value)]));
}

test("records are copied once at most, however many edits follow", async () => {
  const { store, claims } = await withClaims(2000);
  await store.commit("Code", claims);
  const { library, copied } = counting(store.library);
  const [paper = ""] = Object.keys(library.papers);
  const draft = new Draft(library);
  const removals = claims.map(({ table, to }) => ({ table, from: to, to: null }) as Edit).reverse();
  for (let from = 0; from < removals.length; from += 100)
    draft.replay({ edits: removals.slice(from, from + 100) }, () => true);
  expect(Object.keys(ofPaper(draft.library.annotations, paper))).toHaveLength(1);
  draft.replay({ edits: claims }, () => true);
  expect(draft.library).toEqual(store.library);
  // The claims with their positions, and the claim that was there before.
  expect(copied()).toBeLessThanOrEqual(2 * 2001);
  await store.close();
});

test("one more claim copies a small part of those that its paper has", async () => {
  const { store, claims } = await withClaims(6000);
  await store.commit("Code", claims.slice(2));
  const { library, copied } = counting(store.library);
  const after = apply(library, { edits: claims.slice(0, 2) });
  expect(copied()).toBeLessThan(500);
  expect(recordsIn(after) - recordsIn(library)).toBe(2);
  await store.close();
});

const recordsIn = ({ annotations, positions }: Library): number =>
  allRecords(annotations).length + allRecords(positions).length;

/** A disk that counts the bytes read from it. */
function countingReads(disk: Disk): { disk: Disk; read: () => number } {
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
    const { disk: counted, read } = countingReads(disk);
    const again = await FileLibrary.open(folder, { program: "a test", coder: "Ada", disk: counted });
    const opened = read();
    expect((await verify(again)).problems).toEqual([]);
    times.push(opened / total, (read() - opened) / total);
    await again.close();
  }
  // A reading of the whole for each of the 48 changes would be far more.
  expect(Math.max(...times)).toBeLessThan(5);
});
