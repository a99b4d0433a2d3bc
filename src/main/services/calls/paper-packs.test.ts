import { inflateRawSync } from "node:zlib";
import { expect, test } from "vitest";
import { ids, sampleLibrary } from "../../../shared/fixtures/sample-library.cases.ts";
import {
  deferredTable,
  onShelves,
  type PaperTable,
  paperTable,
  type TableSource,
  unreadRecords,
} from "../../../shared/model/by-paper.ts";
import type { Library } from "../../../shared/model/library.ts";
import { type PackedRecords, packRecords, unpackRecords } from "../../../shared/papers/packed-records.ts";
import type { PackStore } from "../store/library-store.ts";
import { PaperPacks } from "./paper-packs.ts";

const whole = sampleLibrary();
const tables = {
  annotations: paperTable(whole.annotations, ids.paper),
  positions: paperTable(whole.positions, ids.paper),
};
const records = { annotations: tables.annotations.parts[""] ?? {}, positions: tables.positions.parts[""] ?? {} };

/** The sample as a store has it that has read nothing yet. */
function unreadLibrary(stamp: string): Library {
  const json = Buffer.from(JSON.stringify(records));
  let isRead = false;
  const source: TableSource = {
    tables: 2,
    bytes: json.length,
    unread: () => (isRead ? null : { json: () => json, stamp }),
  };
  const deferred = <Value>(table: PaperTable<Value>): PaperTable<Value> =>
    deferredTable(
      () => {
        isRead = true;
        return table;
      },
      { source },
    );
  return {
    ...whole,
    annotations: onShelves([[ids.paper, deferred(tables.annotations)]]),
    positions: onShelves([[ids.paper, deferred(tables.positions)]]),
  };
}

/** A store of packs in memory, which counts what it is asked for and given. */
function memoryPacks() {
  const stored = new Map<string, PackedRecords>();
  const calls: string[] = [];
  const files: PackStore = {
    read: async (paper, stamp) => {
      calls.push("read");
      return stored.get(`${paper} ${stamp}`) ?? null;
    },
    write: async (paper, stamp, packed) => {
      calls.push("write");
      stored.set(`${paper} ${stamp}`, packed);
    },
  };
  return { files, calls };
}

test("records that nobody has read are packed once and stay unread", async () => {
  const { files, calls } = memoryPacks();
  const packs = new PaperPacks(files);
  const library = unreadLibrary("1");
  const first = await packs.packOf(library, ids.paper);
  const { annotations, positions } = unpackRecords(first.head, () => inflateRawSync(first.columns).toString());
  expect({ annotations: { ...annotations }, positions: { ...positions } }).toEqual(tables);
  expect(calls).toEqual(["read", "write"]);
  expect(await packs.packOf(library, ids.paper)).toEqual(first);
  expect(calls).toEqual(["read", "write", "read"]);
  const unread = unreadRecords([paperTable(library.annotations, ids.paper), paperTable(library.positions, ids.paper)]);
  expect(unread?.stamp).toBe("1");
});

test("another snapshot of the paper is packed again", async () => {
  const { files, calls } = memoryPacks();
  const packs = new PaperPacks(files);
  await packs.packOf(unreadLibrary("1"), ids.paper);
  await packs.packOf(unreadLibrary("2"), ids.paper);
  expect(calls).toEqual(["read", "write", "read", "write"]);
});

test("records that were read or changed are packed as they are now, and not stored", async () => {
  const { files, calls } = memoryPacks();
  const library = unreadLibrary("1");
  expect(paperTable(library.annotations, ids.paper).count).toBeGreaterThan(0);
  const { head, columns } = await new PaperPacks(files).packOf(library, ids.paper);
  expect({ head, columns: inflateRawSync(columns).toString() }).toEqual(packRecords(records));
  expect(calls).toEqual([]);
});
