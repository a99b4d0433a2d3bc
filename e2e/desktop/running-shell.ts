import { type ChildProcess, execFileSync, fork } from "node:child_process";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { onTestFinished } from "vitest";
import { temporaryFolder } from "../../src/main/services/fixture.cases.ts";
import { valueIn } from "../../src/shared/contract/wire.ts";
import { type Calls, methods, type News, type Workbench } from "../../src/shared/contract/workbench.ts";

const root = path.resolve(import.meta.dirname, "../..");
/** The folder of what stands in for the module `electron`. */
export const standIn = path.join(root, "e2e/electron-stand-in");
if (!existsSync(path.join(root, "out/main/index.js")))
  execFileSync("npm", ["run", "build"], { cwd: root, stdio: "ignore" });

type Message = { ready?: true; news?: News; id?: number; value?: unknown; error?: string };

/** How a shell ended: its exit code, and what happened to windows and the app before. */
export type Ended = Readonly<{ code: number; life: readonly string[]; relaunched: boolean }>;

/** A running shell. */
export type Shell = Readonly<{
  ask: (what: string, ...args: unknown[]) => Promise<unknown>;
  workbench: Workbench;
  /** The folders of the library and of what the app stores. */
  library: string;
  data: string;
  child: ChildProcess;
  /** Kill it, as a crash would. */
  stop: () => Promise<void>;
  /** Wait until it has ended by itself. */
  ended: () => Promise<Ended>;
}>;

/** How a shell is started. */
export type BootOptions = Readonly<{
  library?: string;
  data?: string;
  args?: readonly string[];
  env?: NodeJS.ProcessEnv;
}>;

/** The process of the built desktop shell under the stand-in for `electron`. */
export function forkShell({ library, data, args = [], env = {} }: BootOptions): ChildProcess {
  return fork(path.join(standIn, "boot.ts"), [...args], {
    execArgv: ["--import", path.join(standIn, "register.ts")],
    env: {
      ...process.env,
      ...(library === undefined ? {} : { STANCEMARK_LIBRARY: library }),
      ...(data === undefined ? {} : { STANCEMARK_DATA: data }),
      ...env,
    },
    serialization: "advanced",
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
}

/** The built desktop shell on a library, with a page that has asked for it. */
export async function boot(options: BootOptions = {}): Promise<Shell> {
  const library = options.library ?? path.join(await temporaryFolder(), "library");
  const data = options.data ?? (await temporaryFolder());
  const report = path.join(await temporaryFolder(), "ended.json");
  const child = forkShell({ ...options, library, data, env: { ...options.env, STAND_IN_LIFE: report } });
  const waiting = new Map<number, (message: Message) => void>();
  const listeners = new Set<(news: News) => void>();
  const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const stop = async (): Promise<void> => {
    child.kill("SIGKILL");
    await gone;
  };
  onTestFinished(stop);
  await new Promise<void>((resolve, reject) => {
    child.once("exit", (code) => reject(new Error(`The shell ended with ${code}.`)));
    child.on("message", (message: Message) => {
      if (message.ready) resolve();
      if (message.news !== undefined) for (const listener of listeners) listener(message.news);
      if (message.id !== undefined) waiting.get(message.id)?.(message);
    });
  });
  let last = 0;
  const ask = (what: string, ...args: unknown[]): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const id = ++last;
      waiting.set(id, ({ value, error }) => (error === undefined ? resolve(value) : reject(new Error(error))));
      child.send({ id, ask: what, args });
    });
  const calls = Object.fromEntries(
    methods.map((name) => [name, async (args: unknown) => valueIn(await ask("workbench", name, args))]),
  ) as unknown as Calls;
  const subscribe = (listener: (news: News) => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  const ended = async (): Promise<Ended> => {
    await gone;
    return JSON.parse(await readFile(report, "utf8")) as Ended;
  };
  return { ask, stop, ended, child, library, data, workbench: { ...calls, subscribe } };
}
