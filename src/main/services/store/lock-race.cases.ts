import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import path from "node:path";

/** How many rounds ended with exactly one holder, with more, and with none. */
export type RaceResult = Readonly<{ rounds: number; one: number; more: number; none: number }>;

/**
 * Real processes find a dead lock at the same moment, again and again; each keeps what it got until all have answered.
 * Every third round a process that claimed the dead lock has died as well.
 */
export async function race({ rounds, processes }: { rounds: number; processes: number }): Promise<RaceResult> {
  const folder = await mkdtemp(path.join(tmpdir(), "stancemark-locks-"));
  const { pid } = spawnSync(process.execPath, ["--version"]);
  const dead = (token: string): string =>
    JSON.stringify({ pid, host: hostname(), program: "a dead one", since: new Date().toISOString(), token });
  const all = Array.from({ length: processes }, () => contender(folder));
  const result = { rounds, one: 0, more: 0, none: 0 };
  try {
    await Promise.all(all.map((child) => answer(child)));
    for (let round = 0; round < rounds; round++) {
      await writeFile(path.join(folder, "lock"), dead(`dead-lock-${round}`));
      if (round % 3 === 0) await leaveClaim(folder, `dead-lock-${round}`, dead(`dead-claim-${round}`));
      const held = await Promise.all(all.map((child) => ask(child, "take")));
      const count = held.filter((got) => got).length;
      result[count === 1 ? "one" : count === 0 ? "none" : "more"]++;
      await Promise.all(all.map((child) => ask(child, "release")));
    }
  } finally {
    for (const child of all) child.kill("SIGKILL");
    await rm(folder, { recursive: true, force: true });
  }
  return result;
}

async function leaveClaim(folder: string, token: string, holder: string): Promise<void> {
  const claim = path.join(folder, `lock.${token}.claim`);
  await mkdir(claim);
  await writeFile(path.join(claim, "holder"), holder);
}

function contender(folder: string): ChildProcess {
  const script = `
    import { takeLock } from ${JSON.stringify(new URL("./lock.ts", import.meta.url).href)};
    let lock = null;
    process.on("message", async (what) => {
      if (what === "take") lock = await takeLock(${JSON.stringify(folder)}, "a contender");
      else if (lock.held) await lock.release();
      process.send(lock.held);
    });
    process.send(true);`;
  return spawn(process.execPath, ["--input-type=module", "--eval", script], {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
}

function ask(child: ChildProcess, what: "take" | "release"): Promise<boolean> {
  const answered = answer(child);
  child.send(what);
  return answered;
}

function answer(child: ChildProcess): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const ended = (): void => reject(new Error("A contender has ended."));
    child.once("exit", ended).once("message", (held) => {
      child.off("exit", ended);
      resolve(held === true);
    });
  });
}
