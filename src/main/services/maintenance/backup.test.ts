import { readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { newIssue, temporaryFolder } from "../fixture.cases.ts";
import { FileLibrary } from "../store/library.ts";
import { backup, backups, readBackup } from "./backup.ts";
import { DailyBackups } from "./daily-backups.ts";
import { restore } from "./restore.ts";

async function open(folder: string): Promise<FileLibrary> {
  const store = await FileLibrary.open(folder, { program: "a test", coder: "Ada" });
  onTestFinished(() => store.close());
  return store;
}

const names = (store: FileLibrary): string[] => Object.values(store.library.issues).map((issue) => issue.name);

test("backups made at the same moment do not disturb each other", async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  onTestFinished(() => void vi.useRealTimers());
  const store = await open(await temporaryFolder());
  await store.commit("Add A", [newIssue("A")]);
  const daily = new DailyBackups(store);
  const [first, second] = await Promise.all([backup(store), backup(store), daily.look()]);
  await daily.close();
  const made = [first, second];
  for (const backup of made) expect(await readBackup(store, backup.name)).not.toBeNull();
  expect(await readdir(path.join(store.folder, "backups"))).toEqual([first.name]);
});

test("of many on one day the ten newest stay; a damaged one is skipped, and refused when it is named", async () => {
  const store = await open(await temporaryFolder());
  vi.useFakeTimers({ toFake: ["Date"] });
  onTestFinished(() => void vi.useRealTimers());
  for (let count = 0; count < 12; count++) {
    vi.setSystemTime(Date.UTC(2026, 0, 1, 0, 0, count));
    await store.commit("Add", [newIssue(`Issue ${count}`)]);
    await backup(store);
  }
  const all = await backups(store);
  expect(all).toHaveLength(10);
  const [newest, second] = all;
  const file = path.join(store.folder, "backups", newest?.name ?? "");
  await writeFile(file, (await readFile(file, "utf8")).replace("Issue 3", "Issue X"));
  await expect(restore(store, newest?.name)).rejects.toMatchObject({ code: "damaged" });
  expect((await restore(store, undefined)).name).toBe(second?.name);
  expect(names(store)).toHaveLength(11);
  await store.undo();
  expect(names(store)).toHaveLength(12);
});

test("nothing is kept of a library that is another's or damaged, so that no good backup goes", async () => {
  const folder = await temporaryFolder();
  const store = await open(folder);
  await store.commit("Add A", [newIssue("A")]);
  const reader = await open(folder);
  await expect(backup(reader)).rejects.toMatchObject({ code: "readOnly" });
  const daily = new DailyBackups(reader);
  await daily.look();
  await daily.close();
  expect(await backups(store)).toEqual([]);
});
