import { spawnSync } from "node:child_process";
import { readdir, utimes, writeFile } from "node:fs/promises";
import { hostname, uptime } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../fixture.cases.ts";
import { opening } from "./faulty-disk.cases.ts";
import { breakLock, readLock, takeLock } from "./lock.ts";
import { failure, MemoryDisk } from "./memory-disk.cases.ts";

test("one takes it, the next is told who has it, and gets it when it is free", async () => {
  const folder = await temporaryFolder();
  const first = await takeLock(folder, "the desktop app");
  expect(first.held).toBe(true);
  const second = await takeLock(folder, "the command line");
  expect(second).toMatchObject({ held: false, holder: { program: "the desktop app", pid: process.pid } });
  if (first.held) await first.release();
  expect((await takeLock(folder, "the command line")).held).toBe(true);
});

test("of many who ask at once exactly one gets it", async () => {
  const folder = await temporaryFolder();
  const locks = await Promise.all(Array.from({ length: 20 }, (_, index) => takeLock(folder, `program ${index}`)));
  expect(locks.filter((lock) => lock.held)).toHaveLength(1);
});

test("a lock that is looked after by several at once stays held", async () => {
  const folder = await temporaryFolder();
  const lock = await takeLock(folder, "me");
  if (!lock.held) throw new Error("not taken");
  await Promise.all(Array.from({ length: 20 }, () => lock.check(true)));
  expect(await readdir(folder)).toEqual(["lock"]);
  await lock.release();
  expect(await readdir(folder)).toEqual([]);
});

test("the lock of a process that is gone is taken over, that of another machine only when it has been silent for long", async () => {
  const folder = await temporaryFolder();
  const { pid } = spawnSync(process.execPath, ["--version"]);
  const holder = { pid, host: hostname(), program: "a dead one", since: new Date().toISOString() };
  await writeFile(path.join(folder, "lock"), JSON.stringify({ ...holder, host: "elsewhere" }));
  expect(await takeLock(folder, "me")).toMatchObject({ held: false, holder: { host: "elsewhere" } });
  const silent = new Date(Date.now() - 11 * 60_000).toISOString();
  const elsewhere = { ...holder, host: "elsewhere", since: silent };
  await writeFile(path.join(folder, "lock"), JSON.stringify({ ...elsewhere, beat: new Date().toISOString() }));
  expect((await takeLock(folder, "me")).held).toBe(false);
  await writeFile(path.join(folder, "lock"), JSON.stringify({ ...elsewhere, beat: silent }));
  const taken = await takeLock(folder, "me");
  expect(taken.held).toBe(true);
  if (taken.held) await taken.release();
  await writeFile(path.join(folder, "lock"), JSON.stringify(holder));
  expect((await takeLock(folder, "me")).held).toBe(true);
});

test("a lock without a holder is taken over once it is old", async () => {
  const folder = await temporaryFolder();
  const file = path.join(folder, "lock");
  await writeFile(file, "");
  expect(await takeLock(folder, "me")).toEqual({ held: false, holder: null });
  await utimes(file, new Date(0), new Date(0));
  expect((await takeLock(folder, "me")).held).toBe(true);
});

test("on this machine a lock is dead when it is older than the machine's start, or silent for long, even where its process number lives", async () => {
  const folder = await temporaryFolder();
  const holder = { pid: process.pid, host: hostname(), program: "an old one", token: "other" };
  const before = (milliseconds: number): string => new Date(Date.now() - milliseconds).toISOString();
  for (const [beat, held] of [
    [before(1000), false],
    // On a machine that has just been started, nine minutes may lie before its start.
    [before(Math.min(9 * 60, uptime() / 2) * 1000), false],
    [before(11 * 60_000), true],
    [before((uptime() + 3600) * 1000), true],
  ] as const) {
    await writeFile(path.join(folder, "lock"), JSON.stringify({ ...holder, since: beat, beat }));
    const lock = await takeLock(folder, "me");
    expect([beat, lock.held]).toEqual([beat, held]);
    if (lock.held) await lock.release();
  }
});

test("a full disk does not take the lock away from its holder; another program does", async () => {
  const disk = new MemoryDisk();
  await disk.makeFolder("/library");
  let full = false;
  const lock = await takeLock(
    "/library",
    "me",
    opening(disk, async (file, mode) => {
      const inner = await disk.open(file, mode);
      return full ? { ...inner, write: () => Promise.reject(failure("ENOSPC")) } : inner;
    }),
  );
  if (!lock.held) throw new Error("The lock was not given.");
  full = true;
  await expect(lock.check(true)).rejects.toMatchObject({ code: "ENOSPC" });
  full = false;
  await lock.check(true);
  await disk.rename("/library", "/elsewhere");
  await expect(lock.check(true)).rejects.toMatchObject({ code: "ENOENT" });
  await disk.rename("/elsewhere", "/library");
  await lock.check(true);
  const theirs = Buffer.from(JSON.stringify({ pid: 1, host: "h", program: "p", since: "x" }));
  disk.put("/library/lock", theirs);
  await expect(lock.check(true)).rejects.toMatchObject({ code: "readOnly" });
  await lock.release();
  expect(await disk.read("/library/lock")).toEqual(theirs);
});

test.each(["EROFS", "EACCES", "EPERM"])(
  "where no lock can be made (%s) nobody holds it and nobody may write",
  async (code) => {
    const disk = new MemoryDisk();
    await disk.makeFolder("/library");
    const readOnly = opening(disk, () => Promise.reject(failure(code)));
    expect(await takeLock("/library", "me", readOnly)).toEqual({ held: false, holder: null });
  },
);

test("a lock of the first format has no renewals: it is its process's as long as that lives and the machine has not started again", async () => {
  const folder = await temporaryFolder();
  const since = (milliseconds: number): string => new Date(Date.now() - milliseconds).toISOString();
  for (const [when, held] of [
    [since(Math.min(uptime() * 900, 3_600_000)), false],
    [since((uptime() + 120) * 1000), true],
  ] as const) {
    const holder = { pid: process.pid, host: hostname(), program: "an old one", since: when };
    await writeFile(path.join(folder, "lock"), JSON.stringify(holder));
    const lock = await takeLock(folder, "me");
    expect([when, lock.held]).toEqual([when, held]);
    if (lock.held) await lock.release();
  }
});

test("who holds a library is reported without taking it, and a dead lock can be broken", async () => {
  const folder = await temporaryFolder();
  expect(await readLock(folder)).toBeNull();
  const lock = await takeLock(folder, "the desktop app");
  expect(await readLock(folder)).toMatchObject({ holder: { program: "the desktop app" }, dead: false });
  if (lock.held) await lock.release();
  const { pid } = spawnSync(process.execPath, ["--version"]);
  const holder = { pid, host: hostname(), program: "a dead one", since: new Date().toISOString() };
  await writeFile(path.join(folder, "lock"), JSON.stringify(holder));
  expect(await readLock(folder)).toMatchObject({ dead: true });
  await breakLock(folder);
  await breakLock(folder);
  expect([await readLock(folder), await readdir(folder)]).toEqual([null, []]);
});
