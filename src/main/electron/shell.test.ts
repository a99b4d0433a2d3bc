import { type ChildProcess, execFileSync, fork } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { hostMethods } from "../../shared/host.ts";
import { contentPolicy } from "../../shared/policy.ts";
import { valueIn } from "../../shared/wire.ts";
import { type Calls, methods, type News, type Workbench } from "../../shared/workbench.ts";
import { newIssue, temporaryFolder } from "../services/fixture.cases.ts";
import { workbenchSuite } from "../services/workbench.suite.ts";

const root = path.resolve(import.meta.dirname, "../../..");
const standIn = path.join(root, "e2e/electron-stand-in");
if (!existsSync(path.join(root, "out/main/index.js")))
  execFileSync("npm", ["run", "build"], { cwd: root, stdio: "ignore" });

type Message = { ready?: true; news?: News; id?: number; value?: unknown; error?: string };
type Shell = {
  ask: (what: string, ...args: unknown[]) => Promise<unknown>;
  workbench: Workbench;
  stop: () => Promise<void>;
};

/** The built desktop shell on a library, under the stand-in for `electron`, in a process of its own. */
async function boot(folder: string): Promise<Shell> {
  const child: ChildProcess = fork(path.join(standIn, "boot.ts"), {
    execArgv: ["--import", path.join(standIn, "register.ts")],
    env: { ...process.env, STANCEMARK_LIBRARY: folder },
    serialization: "advanced",
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
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
  return { ask, stop, workbench: { ...calls, subscribe } };
}

describe("the workbench through preload and IPC", () => {
  workbenchSuite(async () => (await boot(path.join(await temporaryFolder(), "library"))).workbench);
});

test("the window is isolated and confined, and the preload offers exactly the contract", async () => {
  const { ask } = await boot(await temporaryFolder());
  const seen = await ask("seen");
  expect(seen).toMatchObject({
    window: {
      webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false, webviewTag: false },
    },
    address: "stancemark://app/index.html",
    schemes: ["stancemark"],
    opened: "deny",
    permitted: false,
    worlds: ["stancemark"],
    workbench: [...methods, "subscribe"],
    host: [...hostMethods, "onCommand"],
    handlers: [...methods.map((name) => `workbench:${name}`), ...hostMethods.map((name) => `host:${name}`)],
    menu: ["File", "Edit", "View", "Go", "Claim", "Help"],
  });
  for (const event of ["will-navigate", "will-frame-navigate", "will-redirect"]) {
    expect(await ask("navigate", event, "https://example.org/")).toBe(true);
    expect(await ask("navigate", event, "stancemark://app.example.org/")).toBe(true);
    expect(await ask("navigate", event, "stancemark://app/index.html")).toBe(false);
  }
});

test("the protocol answers with the built page, its types and its policy, and nothing outside", async () => {
  const { ask } = await boot(await temporaryFolder());
  type Answer = { status: number; headers: Record<string, string>; bytes: Uint8Array };
  const get = async (name: string): Promise<Answer> => (await ask("fetch", `stancemark://${name}`)) as Answer;
  const page = await get("app/index.html");
  expect(page).toMatchObject({
    status: 200,
    headers: { "content-type": "text/html; charset=utf-8", "content-security-policy": contentPolicy },
  });
  const named = [...new TextDecoder().decode(page.bytes).matchAll(/(?:src|href)="\.?\/?([^"]+)"/g)].map(
    (one) => one[1],
  );
  expect(named.length).toBeGreaterThan(1);
  for (const name of named) expect((await get(`app/${name}`)).status, name).toBe(200);
  for (const name of [
    "other/index.html",
    "app/missing.js",
    "app/..%2Fmain%2Findex.js",
    "app/%2E%2E/main/index.js",
    "app/%2Fetc%2Fpasswd",
    "app/",
    "app/%",
  ])
    expect((await get(name)).status, name).toBe(404);
});

test("only the main frame of our own page may call, and only with arguments of the right form", async () => {
  const { ask } = await boot(await temporaryFolder());
  const refused = { ok: false, error: { code: "refused" } };
  for (const [url, parent] of [
    ["https://example.org/", null],
    ["stancemark://app.example.org/", null],
    ["stancemark://app/index.html", {}],
  ]) {
    await ask("frame", url, parent);
    expect(await ask("workbench", "state", {})).toMatchObject(refused);
    expect(await ask("host", "copy", { text: "x" })).toMatchObject(refused);
  }
  await ask("frame", "stancemark://app/index.html", null);
  expect(await ask("workbench", "state", {})).toMatchObject({ ok: true });
  expect(await ask("workbench", "undo", { more: 1 })).toMatchObject({ ok: false, error: { code: "invalid" } });
  expect(await ask("host", "copy", { text: "words" })).toMatchObject({ ok: true });
  expect(await ask("seen")).toMatchObject({ copied: "words" });
  expect(await ask("host", "openLink", { url: "file:///etc/passwd" })).toMatchObject(refused);
  expect(await ask("host", "save", { name: "a", mime: "b", bytes: new Uint8Array(1) })).toEqual({
    ok: true,
    value: null,
  });
  await expect(ask("invoke", "workbench:close", {})).rejects.toThrow("No handler");
});

test("what was done in the desktop app is there after it was killed", async () => {
  const folder = await temporaryFolder();
  const first = await boot(folder);
  const edit = newIssue("A");
  await first.workbench.commit({ label: "Add A", edits: [edit] });
  await first.stop();
  const { library, access } = await (await boot(folder)).workbench.state({});
  expect(Object.keys(library.issues)).toEqual([edit.to?.id]);
  expect(access).toEqual({ mode: "write" });
});
