import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { test as base } from "@playwright/test";

const cli = path.resolve(import.meta.dirname, "../out/main/cli.js");

export type Served = Readonly<{ url: string; stop: (signal?: NodeJS.Signals) => Promise<void> }>;

/** A library of its own for each test, and the built program on it. */
export const test = base.extend<{ library: string; serve: () => Promise<Served>; run: (...args: string[]) => string }>({
  library: async ({ browserName: _browser }, use) => {
    const folder = await mkdtemp(path.join(tmpdir(), "stancemark-e2e-"));
    await use(path.join(folder, "library"));
    await rm(folder, { recursive: true, force: true });
  },
  serve: async ({ library }, use) => {
    const children: ChildProcess[] = [];
    await use(async () => {
      const child = spawn(process.execPath, [cli, "serve", "--library", library], {
        stdio: ["ignore", "pipe", "ignore"],
      });
      children.push(child);
      const url = await new Promise<string>((resolve) =>
        child.stdout.on("data", (data: Buffer) => resolve(/http:\S+/.exec(data.toString())?.[0] ?? "")),
      );
      const stop = (signal: NodeJS.Signals = "SIGTERM"): Promise<void> =>
        new Promise((resolve) => {
          child.once("exit", () => resolve());
          child.kill(signal);
        });
      return { url, stop };
    });
    for (const child of children) child.kill("SIGKILL");
  },
  run: async ({ library }, use) => {
    await use((...args) => execFileSync(process.execPath, [cli, ...args, "--library", library], { encoding: "utf8" }));
  },
});

export { expect } from "@playwright/test";
