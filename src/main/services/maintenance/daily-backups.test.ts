import { mkdir, readdir, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { inWords } from "../../../shared/fixtures/in-words.cases.ts";
import { newIssue, temporaryFolder } from "../fixture.cases.ts";
import { FileLibrary } from "../store/library.ts";
import { backup, backups, readBackup } from "./backup.ts";
import { backUpInto } from "./backup-place.ts";
import { DailyBackups } from "./daily-backups.ts";

const day = 24 * 3600_000;
const start = Date.UTC(2026, 5, 17, 12);

/** A library with one change, its daily backups, and a clock that only the test moves. */
async function begin(more: readonly ("setInterval" | "clearInterval")[] = []) {
  vi.useFakeTimers({ toFake: ["Date", "performance", ...more], now: start });
  onTestFinished(() => void vi.useRealTimers());
  const folder = path.join(await temporaryFolder(), "library");
  const store = await FileLibrary.open(folder, { program: "a test", coder: "Ada" });
  const daily = new DailyBackups(store);
  onTestFinished(async () => {
    await daily.close();
    await store.close();
  });
  const names = async (): Promise<string[]> => (await backups(store)).map((backup) => backup.name.slice(0, 10));
  /** The program stays open for so long. */
  const pass = async (time: number): Promise<void> => {
    vi.advanceTimersByTime(time);
    await daily.look();
  };
  return { store, daily, names, pass, folder };
}

test("a library that stays open is backed up each day", async () => {
  const { store, daily, names, pass } = await begin();
  await daily.look();
  expect(await names()).toEqual([]);
  await store.commit("Add A", [newIssue("A")]);
  await daily.look();
  expect(await names()).toEqual(["2026-06-17"]);
  await pass(day - 60_000);
  expect(await names()).toEqual(["2026-06-17"]);
  for (let days = 0; days < 3; days++) await pass(day);
  expect(await names()).toEqual(["2026-06-21", "2026-06-20", "2026-06-19", "2026-06-17"]);
});

test("the timer of its own looks, without anybody asking", async () => {
  const { store, names } = await begin(["setInterval", "clearInterval"]);
  await store.commit("Add A", [newIssue("A")]);
  vi.advanceTimersByTime(10 * 60_000);
  await vi.waitFor(async () => expect(await names()).toHaveLength(1));
});

test.each([
  ["years ahead", Date.UTC(2031, 0, 1)],
  ["years back", Date.UTC(2001, 0, 1)],
])("a backup made while the clock was %s ends nothing", async (_what, wrong) => {
  const { store, daily, pass, names } = await begin();
  await store.commit("Add A", [newIssue("A")]);
  vi.setSystemTime(wrong);
  await daily.look();
  vi.setSystemTime(start);
  await daily.look();
  expect((await names()).includes("2026-06-17")).toBe(true);
  await pass(day);
  expect((await names()).includes("2026-06-18")).toBe(true);
});

test("when the clock is set back each day, there is a backup each day all the same", async () => {
  const { store, daily, pass } = await begin();
  await store.commit("Add A", [newIssue("A")]);
  await daily.look();
  for (let days = 1; days <= 3; days++) {
    vi.advanceTimersByTime(day);
    vi.setSystemTime(start + days);
    await daily.look();
    expect((await backups(store)).map((backup) => backup.at)).toContain(new Date(start + days).toISOString());
  }
  await pass(0);
});

test("damaged backups, however many and new, do not drive out the good one", async () => {
  const { store, names, folder } = await begin();
  await store.commit("Add A", [newIssue("A")]);
  vi.setSystemTime(start - 300 * day);
  const { name } = await backup(store);
  for (let index = 0; index < 30; index++) {
    const damaged = new Date(start - index * day).toISOString().replaceAll(":", "-");
    await writeFile(path.join(folder, "backups", `${damaged}.jsonl`), "{");
  }
  vi.setSystemTime(start);
  for (let times = 0; times < 5; times++) await backup(store);
  expect(await names()).toContain(name.slice(0, 10));
  expect(await readBackup(store, name)).not.toBeNull();
});

test("a second place is filled each day; one that is gone is reported, not filled elsewhere, and tried again", async () => {
  const { store, daily, pass, folder } = await begin();
  const place = path.join(path.dirname(folder), "disk");
  await mkdir(place);
  await store.commit("Add A", [newIssue("A")]);
  const { folder: there } = await backUpInto(store, place, true);
  const days = async (): Promise<string[]> =>
    (await readdir(path.join(there, "backups"))).map((name) => name.slice(0, 10));
  await pass(day);
  expect(await days()).toEqual(["2026-06-17", "2026-06-18"]);
  // The disk is taken out: the folder where it is shown stays.
  await rename(place, `${place}.away`);
  await mkdir(place);
  await pass(day);
  expect(inWords(store.state().upkeep)).toEqual({ backup: expect.stringContaining(`The backup in ${there} failed.`) });
  expect([await readdir(place), (await backups(store)).length]).toEqual([[], 2]);
  await rm(place, { recursive: true });
  await rename(`${place}.away`, place);
  await daily.look();
  expect(inWords(store.state().upkeep)).toEqual({});
  expect(await days()).toEqual(["2026-06-17", "2026-06-18", "2026-06-19"]);
});
