/** Faults around the store: programs that race for a lock, wrong clocks, permissions that others have set. */
import assert from "node:assert/strict";
import { chmod, lstat, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { mock } from "node:test";
import { newIssue } from "../src/main/services/fixture.cases.ts";
import { backup, backups, readBackup } from "../src/main/services/maintenance/backup.ts";
import { DailyBackups } from "../src/main/services/maintenance/daily-backups.ts";
import { FileLibrary } from "../src/main/services/store/library.ts";
import { race } from "../src/main/services/store/lock-race.cases.ts";
import { type Chance, MemoryDisk } from "../src/main/services/store/memory-disk.cases.ts";

const day = 24 * 3600_000;

/** Eight processes find a dead lock at once. Returns what was found, in words. */
export async function races(rounds: number): Promise<string> {
  const found = await race({ rounds, processes: 8 });
  assert.deepEqual(found, { rounds, one: rounds, more: 0, none: 0 });
  return `${rounds} races of 8 processes for a dead lock: one holder in each`;
}

/**
 * A library that stays open for so many days, one change a day, while the clock jumps by years in either direction and
 * backups are damaged. After each day some whole backup must have the change of the day.
 */
export async function clocks(days: number, chance: Chance): Promise<string> {
  const disk = new MemoryDisk();
  const folder = "/library";
  await disk.makeFolder(folder);
  const start = Date.UTC(2026, 0, 1);
  let steady = 0;
  mock.timers.enable({ apis: ["Date"], now: start });
  const clock = mock.method(performance, "now", () => steady);
  const store = await FileLibrary.open(folder, { program: "the bench", coder: "Ada", disk });
  const daily = new DailyBackups(store);
  let [jumps, damaged, most] = [0, 0, 0];
  for (let number = 1; number <= days; number++) {
    steady += day + 1;
    const wrong = chance(5) === 0;
    if (wrong) jumps++;
    mock.timers.setTime(start + number * (day + 1) + (wrong ? (chance(2000) - 1000) * day : 0));
    const name = `Issue of day ${number}`;
    await store.commit("Add", [newIssue(name)]);
    await daily.look();
    const all = await backups(store);
    most = Math.max(most, all.length);
    let has = false;
    for (const backup of all) has ||= JSON.stringify(await readBackup(store, backup.name)).includes(`"${name}"`);
    assert.ok(has, `no backup has what was done on day ${number}`);
    const [victim] = all.filter(() => chance(8) === 0);
    if (victim === undefined || chance(4) > 0) continue;
    disk.put(`${folder}/backups/${victim.name}`, Buffer.from("{"));
    damaged++;
  }
  mock.timers.setTime(start + days * (day + 1));
  await backup(store);
  await daily.close();
  await store.close();
  clock.mock.restore();
  mock.timers.reset();
  return `${days} days open, ${jumps} with a wrong clock, ${damaged} backups damaged: a backup of every day, at most ${most} kept`;
}

/** Permissions of a library are changed at random; opening it must close every file to others. */
export async function permissions(rounds: number, chance: Chance): Promise<string> {
  const folder = path.join(await mkdtemp(path.join(tmpdir(), "stancemark-modes-")), "library");
  let files = 0;
  for (let round = 0; round < rounds; round++) {
    const store = await FileLibrary.open(folder, { program: "the bench", coder: "Ada" });
    await store.commit("Add", [newIssue(`Issue ${round}`)]);
    await backup(store);
    await store.close();
    const names = ["", ...(await readdir(folder, { recursive: true }))].map((name) => path.join(folder, name));
    for (const file of names) {
      const found = await lstat(file);
      const mode = found.isDirectory() ? 0o700 : 0o600;
      assert.equal(found.mode & 0o777, mode, file);
      files++;
    }
    // From the leaves to the root, and at the top, where it is seen, in any case.
    for (const file of names.toReversed())
      if (chance(3) === 0 || path.dirname(file) === folder)
        await chmod(file, ((await lstat(file)).isDirectory() ? 0o700 : 0o600) | (1 + chance(0o77)));
  }
  await rm(path.dirname(folder), { recursive: true });
  return `${rounds} times permissions set at random: ${files} files and folders closed to others when opened`;
}
