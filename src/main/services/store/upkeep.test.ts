import { expect, test } from "vitest";
import type { News } from "../../../shared/contract/workbench.ts";
import { inWords } from "../../../shared/fixtures/in-words.cases.ts";
import { message } from "../../../shared/messages/message.ts";
import type { Disk } from "../files/disk.ts";
import { newIssue } from "../fixture.cases.ts";
import { DailyBackups } from "../maintenance/daily-backups.ts";
import { fileMaintenance } from "../maintenance/file-maintenance.ts";
import { opening } from "./faulty-disk.cases.ts";
import { FileLibrary } from "./library.ts";
import { failure, MemoryDisk } from "./memory-disk.cases.ts";

const folder = "/library";

/** A library of one change on a disk that fails, while told to, where a file of that name is written. */
async function libraryOn(part: string, code: string) {
  const disk = new MemoryDisk();
  await disk.makeFolder(folder);
  let failing = false;
  const broken: Disk = opening(disk, async (file, mode) => {
    if (failing && file.includes(part)) throw failure(code);
    return disk.open(file, mode);
  });
  const sizes = { compactEvery: 2, segmentBytes: 1 << 20 };
  const open = (): Promise<FileLibrary> => FileLibrary.open(folder, { program: "a test", disk: broken, sizes });
  const store = await open();
  const news: News[] = [];
  store.subscribe((message) => {
    if (message.kind === "upkeep") news.push(message);
  });
  const fail = (yes: boolean): void => {
    failing = yes;
  };
  return { store, news, fail, open };
}

/** Enough changes for a snapshot, and the wait for it. */
async function untilSnapshot(store: FileLibrary, done: () => boolean): Promise<void> {
  for (const name of ["A", "B", "C"]) await store.commit("Add", [newIssue(name)]);
  await expect.poll(done).toBe(true);
}

test.each([
  ["ENOSPC", "The disk is full."],
  ["EACCES", "The system does not allow writing to the library's folder."],
  ["EINVAL", "The system reports an error: EINVAL: a failure made for a test"],
])("a snapshot that fails with %s is reported once and until one works; no change is lost", async (code, reason) => {
  const { store, news, fail, open } = await libraryOn("library.json", code);
  fail(true);
  await untilSnapshot(store, () => news.length > 0);
  await store.commit("Add", [newIssue("D")]);
  expect(inWords(news)).toEqual([{ kind: "upkeep", work: "snapshot", reason }]);
  expect(inWords(store.state().upkeep)).toEqual({ snapshot: reason });
  fail(false);
  await untilSnapshot(store, () => news.length > 1);
  expect(news.slice(1)).toEqual([{ kind: "upkeep", work: "snapshot", reason: null }]);
  expect(inWords(store.state().upkeep)).toEqual({});
  const { issues } = store.library;
  await store.close();
  const again = await open();
  expect(again.library.issues).toEqual(issues);
  await again.close();
});

test.each(["ENOSPC", "EIO"])("a daily backup that fails with %s is reported, until one is saved", async (code) => {
  const { store, news, fail } = await libraryOn("/backups/", code);
  await store.commit("Add A", [newIssue("A")]);
  fail(true);
  const daily = new DailyBackups(store);
  await daily.look();
  await daily.close();
  expect(inWords(news)).toEqual([{ kind: "upkeep", work: "backup", reason: expect.stringMatching(/^The disk .*\.$/) }]);
  expect(inWords(store.state().upkeep)).toEqual({ backup: expect.any(String) });
  const maintenance = fileMaintenance(store);
  await expect(maintenance.backup({})).rejects.toThrow();
  expect(inWords(store.state().upkeep)).toEqual({ backup: expect.any(String) });
  fail(false);
  await maintenance.backup({});
  expect(inWords(store.state().upkeep)).toEqual({});
  expect(news.at(-1)).toEqual({ kind: "upkeep", work: "backup", reason: null });
  await store.close();
});

test("both failures are reported side by side, and each ends on its own", async () => {
  const { store } = await libraryOn("nothing", "EIO");
  store.reportUpkeep("backup", message("disk.full"));
  store.reportUpkeep("snapshot", message("disk.fault"));
  expect(inWords(store.state().upkeep)).toEqual({
    backup: "The disk is full.",
    snapshot: "The disk reports a read or write error.",
  });
  store.reportUpkeep("backup", null);
  expect(inWords(store.state().upkeep)).toEqual({ snapshot: "The disk reports a read or write error." });
  await store.close();
});
