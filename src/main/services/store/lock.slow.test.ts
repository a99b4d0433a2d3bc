import { spawnSync } from "node:child_process";
import { readdir, utimes, writeFile } from "node:fs/promises";
import { hostname, uptime } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import type { Disk } from "../files/disk.ts";
import { temporaryFolder } from "../fixture.cases.ts";
import { opening } from "./faulty-disk.cases.ts";
import { type HeldLock, takeLock } from "./lock.ts";
import { withClaim } from "./lock-claim.ts";
import { readLockFile } from "./lock-holder.ts";
import { race } from "./lock-race.cases.ts";
import { failure, MemoryDisk, seeded } from "./memory-disk.cases.ts";

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

/** A disk whose calls return in random order, as those of several processes do. */
function shuffled(inner: MemoryDisk, chance: (below: number) => number): Disk {
  const later = async (): Promise<void> => {
    for (let turns = chance(6); turns > 0; turns--) await new Promise((resolve) => setImmediate(resolve));
  };
  const call =
    <Arguments extends readonly unknown[], Value>(work: (...args: Arguments) => Promise<Value>) =>
    async (...args: Arguments): Promise<Value> => {
      await later();
      return work(...args).finally(later);
    };
  return {
    read: call((file, from, length) => inner.read(file, from, length)),
    list: call((name) => inner.list(name)),
    stat: call((file) => inner.stat(file)),
    stamps: (files) => inner.stamps(files),
    readNow: (file) => inner.readNow(file),
    makeFolder: call((name) => inner.makeFolder(name)),
    rename: call((from, to) => inner.rename(from, to)),
    remove: call((file) => inner.remove(file)),
    flushFolder: call((name) => inner.flushFolder(name)),
    open: call(async (file, mode) => {
      const handle = await inner.open(file, mode);
      return { ...handle, write: call((bytes) => handle.write(bytes)) };
    }),
  };
}

/** All at once: most of the time goes into waiting. */
async function forSeeds(count: number, work: (seed: number) => Promise<void>): Promise<void> {
  await Promise.all(Array.from({ length: count }, (_, index) => work(index + 1)));
}

const deadPid = spawnSync(process.execPath, ["--version"]).pid;
const dead = (token: string): Buffer =>
  Buffer.from(
    JSON.stringify({ pid: deadPid, host: hostname(), program: "a dead one", since: new Date().toISOString(), token }),
  );

test.each([
  ["of a dead process", (disk: MemoryDisk) => disk.put("/library/lock", dead("dead-lock"))],
  ["that is empty and old", (disk: MemoryDisk) => disk.put("/library/lock", Buffer.alloc(0))],
  ["that is not there", () => undefined],
  [
    "of a dead process, with the claim of another that died taking it over",
    async (disk: MemoryDisk) => {
      disk.put("/library/lock", dead("dead-lock"));
      await disk.makeFolder("/library/lock.dead-lock.claim");
      disk.put("/library/lock.dead-lock.claim/holder", dead("dead-claim"));
    },
  ],
  [
    "of a dead process, with a claim whose name was lost in a power cut",
    async (disk: MemoryDisk) => {
      disk.put("/library/lock", dead("dead-lock"));
      await disk.makeFolder("/library/lock.dead-lock.claim");
      disk.put("/library/lock.dead-lock.claim/holder", Buffer.alloc(0));
    },
  ],
])(
  "of six programs that find a lock %s at once, one gets it, in whatever order their calls go",
  async (_what, make) => {
    await forSeeds(60, async (seed) => {
      const disk = new MemoryDisk();
      await disk.makeFolder("/library");
      await make(disk);
      const slow = shuffled(disk, seeded(seed * 7919));
      const locks = await Promise.all(Array.from({ length: 6 }, (_, index) => takeLock("/library", `${index}`, slow)));
      const held = locks.filter((lock): lock is HeldLock => lock.held);
      expect([seed, held.length]).toEqual([seed, 1]);
      await held[0]?.check(true);
      await held[0]?.release();
      expect(disk.files().map(([name]) => name)).toEqual([]);
    });
  },
);

test("a holder that was thought dead and renews while others take over: one of them has the lock afterwards", async () => {
  await forSeeds(60, async (seed) => {
    const disk = new MemoryDisk();
    await disk.makeFolder("/library");
    const chance = seeded(seed * 104_729);
    const slow = shuffled(disk, chance);
    const first = await takeLock("/library", "the sleeper", slow);
    if (!first.held) throw new Error("not taken");
    const written = JSON.parse((await disk.read("/library/lock")).toString());
    const silent = new Date(Date.now() - 11 * 60_000).toISOString();
    disk.put("/library/lock", Buffer.from(JSON.stringify({ ...written, beat: silent })));
    const renewal = first.check(true).then(
      () => true,
      () => false,
    );
    const others = await Promise.all(["a", "b", "c"].map((name) => takeLock("/library", name, slow)));
    const holders = [await renewal, ...others.map((lock) => lock.held)].filter((has) => has);
    expect([seed, holders.length]).toEqual([seed, 1]);
    for (const lock of [first, ...others]) if (lock.held) await lock.release();
  });
});

test("while a lock is claimed nobody else may replace it, and a failure of the disk is no claim", async () => {
  const disk = new MemoryDisk();
  await disk.makeFolder("/library");
  const inner = await withClaim("/library/lock", "token-of-it", disk, () =>
    withClaim("/library/lock", "token-of-it", disk, async () => "twice"),
  );
  expect(inner).toBeNull();
  expect(await withClaim("/library/lock", "token-of-it", disk, async () => "again")).toBe("again");
  for (const code of ["EIO", "EPERM", "ENOSPC"]) {
    const broken = { ...shuffled(disk, () => 0), rename: () => Promise.reject(failure(code)) };
    const claim = withClaim("/library/lock", "token-of-it", broken, async () => "never");
    await expect(claim).rejects.toMatchObject({ code });
  }
  expect(disk.files()).toEqual([]);
});

test("a lock file is read as what it is, whatever it holds", async () => {
  const disk = new MemoryDisk();
  await disk.makeFolder("/library");
  expect(await readLockFile("/library/lock", disk)).toBeNull();
  const put = async (bytes: Buffer) => {
    disk.put("/library/lock", bytes);
    return readLockFile("/library/lock", disk);
  };
  expect(await put(dead("a-token-of-it"))).toMatchObject({ token: "a-token-of-it", dead: true });
  // A token becomes a part of a file's name.
  expect((await put(dead("../../elsewhere")))?.token).toMatch(/^[0-9a-f]{32}$/);
  expect(await put(Buffer.from("{}"))).toMatchObject({ holder: null, dead: true });
});

test("eight processes race for a dead lock: never two holders", async () => {
  expect(await race({ rounds: 25, processes: 8 })).toEqual({ rounds: 25, one: 25, more: 0, none: 0 });
});
