import { existsSync } from "node:fs";
import { readdir, readFile, rename, rm } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { newIssue, temporaryFolder } from "../../src/main/services/fixture.cases.ts";
import type { News } from "../../src/shared/contract/workbench.ts";
import { boot, type Shell } from "./running-shell.ts";

/** What a library's folder has after it was closed: no lock, and a snapshot with the last change. */
async function expectClosed({ library }: Shell, name: string): Promise<void> {
  expect(existsSync(path.join(library, "lock"))).toBe(false);
  expect(await readFile(path.join(library, "library.json"), "utf8")).toContain(name);
}

/** So many edits that closing writes a snapshot after them. */
const many = () => Array.from({ length: 1000 }, (_, index) => newIssue(`Ferries ${index}`));

async function withIssues(options: Parameters<typeof boot>[0] = {}): Promise<Shell> {
  const shell = await boot(options);
  await shell.workbench.commit({ label: "Add many", edits: many() });
  expect(existsSync(path.join(shell.library, "lock"))).toBe(true);
  return shell;
}

const windows = process.platform === "win32";

test.each<readonly [string, (shell: Shell) => unknown]>([
  ["the menu", ({ ask }) => ask("menu", "quit")],
  ["Cmd+Q or the program itself", ({ ask }) => ask("quit")],
  ["closing the last window", ({ ask }) => ask("close")],
  ["closing the window by the menu", ({ ask }) => ask("menu", "close")],
  ["shutting the computer down", ({ ask }) => ask("shutDown")],
  ["logging out of Windows", ({ ask }) => ask("sessionEnds", "session-end")],
  ...(windows ? [] : [["SIGTERM", ({ child }: Shell) => child.kill("SIGTERM")] as const]),
  ...(windows ? [] : [["SIGINT", ({ child }: Shell) => child.kill("SIGINT")] as const]),
])("%s closes the library: its lock is gone and its snapshot is written", async (_what, act) => {
  const shell = await withIssues();
  void Promise.resolve(act(shell)).catch(() => undefined);
  const { code, life } = await shell.ended();
  expect(code).toBe(0);
  // What the page stores is flushed before its window goes, and the app ends in the documented way.
  expect(life.indexOf("storage flushed")).toBeLessThan(life.indexOf("window closed"));
  expect(life.at(-1)).toBe("will-quit");
  await expectClosed(shell, "Ferries");
});

test("two windows with their libraries are closed both", async () => {
  const shell = await withIssues();
  const second = path.join(await temporaryFolder(), "second");
  await shell.ask("secondStart", { library: second, files: [], claims: [], selfTest: null });
  await expect.poll(async () => ((await shell.ask("seen")) as { open: unknown[] }).open).toHaveLength(2);
  await shell.ask("workbench", "commit", { label: "Add B", edits: [newIssue("Bridges")] }, 1);
  expect(existsSync(path.join(second, "lock"))).toBe(true);
  void shell.ask("quit").catch(() => undefined);
  expect((await shell.ended()).life.filter((text) => text === "window closed")).toHaveLength(2);
  await expectClosed(shell, "Ferries");
  expect(existsSync(path.join(second, "lock"))).toBe(false);
});

test("a window is closed alone, and its library with it", async () => {
  const shell = await withIssues();
  const second = path.join(await temporaryFolder(), "second");
  await shell.ask("secondStart", { library: second, files: [], claims: [], selfTest: null });
  await expect.poll(async () => ((await shell.ask("seen")) as { open: unknown[] }).open).toHaveLength(2);
  await shell.ask("workbench", "commit", { label: "Add B", edits: [newIssue("Bridges")] }, 1);
  await shell.ask("close", 1);
  await expect.poll(() => existsSync(path.join(second, "lock"))).toBe(false);
  // The lock goes before the window does.
  await expect.poll(async () => ((await shell.ask("seen")) as { open: unknown[] }).open).toHaveLength(1);
  expect(existsSync(path.join(shell.library, "lock"))).toBe(true);
});

/** A shell with a change that waits for its disk, and a way to give the disk back. */
async function withWaiting(): Promise<Shell & { giveBack: () => Promise<void> }> {
  const shell = await boot();
  await shell.workbench.state({});
  const news: News[] = [];
  shell.workbench.subscribe((message) => news.push(message));
  await rename(shell.library, `${shell.library}-away`);
  void shell.workbench.commit({ label: "Add many", edits: many() }).catch(() => undefined);
  await expect
    .poll(() => news, { timeout: 10_000 })
    .toContainEqual(expect.objectContaining({ kind: "unsaved", waiting: 1 }));
  return { ...shell, giveBack: () => rename(`${shell.library}-away`, shell.library) };
}

const question = {
  message: expect.stringMatching(/^1 change is not saved\. /),
  buttons: ["Keep open", "Close anyway"],
  defaultId: 0,
  cancelId: 0,
};

test.each([
  ["quitting", ["quit"]],
  ["closing the window", ["close"]],
  ["logging out of Windows", ["sessionEnds", "query-session-end"]],
] as const)(
  "while a change waits for the disk, %s asks, and by default everything stays open",
  async (_what, [act, ...args]) => {
    const shell = await withWaiting();
    await shell.ask("answers", { button: 0 });
    const prevented = await shell.ask(act, ...args);
    if (act === "sessionEnds") expect(prevented).toBe(true);
    await expect.poll(async () => ((await shell.ask("seen")) as { shown: unknown[] }).shown).toMatchObject([question]);
    // The question was answered with "Keep open": the change is saved when the disk is back.
    await shell.giveBack();
    await expect
      .poll(async () => Object.keys((await shell.workbench.state({})).library.issues), { timeout: 10_000 })
      .toHaveLength(1000);
    void shell.ask("quit").catch(() => undefined);
    await shell.ended();
    await expectClosed(shell, "Ferries 999");
  },
);

test("closing anyway tries once more and then gives the change up", async () => {
  const shell = await withWaiting();
  await shell.ask("answers", { button: 1 });
  void shell.ask("quit").catch(() => undefined);
  expect(await shell.ended()).toMatchObject({ code: 0 });
  // The last try may have created the folder again.
  await rm(shell.library, { recursive: true, force: true });
  await shell.giveBack();
  const { workbench } = await boot({ library: shell.library });
  expect(Object.keys((await workbench.state({})).library.issues)).toHaveLength(0);
});

test("at the end of a session that cannot wait, nobody is asked", async () => {
  const shell = await withWaiting();
  await shell.giveBack();
  void shell.ask("sessionEnds", "session-end").catch(() => undefined);
  await shell.ended();
  await expectClosed(shell, "Ferries 999");
});

type Seen = {
  open: { done: string[]; page: string[] }[];
  shown: { message: string; buttons: string[] }[];
  life: string[];
  relaunched: boolean;
};
const look = async ({ ask }: Shell): Promise<Seen> => (await ask("seen")) as Seen;

test("a page that is gone is reported and loaded again, and goes on with its library; one that ended is no crash", async () => {
  const shell = await withIssues();
  await shell.ask("crash", "clean-exit");
  expect((await look(shell)).shown).toEqual([]);
  await shell.ask("answers", { button: 0 });
  for (const [index, reason] of ["crashed", "oom", "killed", "launch-failed"].entries()) {
    await shell.ask("crash", reason);
    await expect.poll(async () => (await look(shell)).open[0]?.page).toHaveLength(index + 1);
    expect((await look(shell)).shown.at(-1)).toMatchObject({
      message: "This window stopped working.",
      buttons: ["Reload", "Close window"],
    });
    expect(Object.keys((await shell.workbench.state({})).library.issues)).toHaveLength(1000);
  }
});

test("a page that is gone can be closed, with its library", async () => {
  const shell = await withIssues();
  await shell.ask("answers", { button: 1 });
  void shell.ask("crash", "crashed").catch(() => undefined);
  await shell.ended();
  await expectClosed(shell, "Ferries");
});

test("a page that cannot be loaded is reported and loaded again; part of a page and a changed mind are not", async () => {
  const shell = await boot();
  await shell.ask("failLoad", -3, true);
  await shell.ask("failLoad", -6, false);
  expect((await look(shell)).shown).toEqual([]);
  await shell.ask("answers", { button: 0 });
  await shell.ask("failLoad", -6, true);
  await expect.poll(async () => (await look(shell)).open[0]?.page).toEqual(["reload"]);
  expect((await look(shell)).shown).toMatchObject([{ message: "The window could not be loaded." }]);
});

test("of a page that hangs, the reader decides whether to wait; when it answers again, the question goes", async () => {
  const shell = await boot();
  await shell.ask("answers", { wait: true });
  await shell.ask("window", "unresponsive");
  await shell.ask("window", "unresponsive");
  expect((await look(shell)).shown).toMatchObject([
    { message: "This window is not responding.", buttons: ["Wait", "Reload"] },
  ]);
  await shell.ask("window", "responsive");
  await expect.poll(async () => (await look(shell)).life).toContain("question withdrawn");
  expect((await look(shell)).open[0]?.page).toEqual([]);
});

test("a page that hangs is ended and loaded again without a second question", async () => {
  const shell = await withIssues();
  await shell.ask("answers", { button: 1 });
  await shell.ask("window", "unresponsive");
  await expect.poll(async () => (await look(shell)).open[0]?.page).toEqual(["crashed on purpose", "reload"]);
  expect((await look(shell)).shown).toHaveLength(1);
  expect(Object.keys((await shell.workbench.state({})).library.issues)).toHaveLength(1000);
});

test("graphics that fail three times can be done without, from the next start on", async () => {
  const shell = await withIssues({ env: { STAND_IN_ELECTRON: "45.0.0" } });
  const gone = { type: "GPU", reason: "crashed", exitCode: 5 };
  await shell.ask("processGone", { ...gone, reason: "clean-exit" });
  await shell.ask("processGone", { ...gone, type: "Utility", name: "Audio Service" });
  for (const _ of [1, 2]) await shell.ask("processGone", gone);
  expect((await look(shell)).shown).toEqual([]);
  await shell.ask("answers", { button: 0 });
  void shell.ask("processGone", gone).catch(() => undefined);
  expect(await shell.ended()).toMatchObject({ code: 0, relaunched: true });
  await expectClosed(shell, "Ferries");
  const again = async (version: string): Promise<unknown> => {
    const next = await boot({ data: shell.data, env: { STAND_IN_ELECTRON: version } });
    return ((await next.ask("seen")) as { acceleration: boolean }).acceleration;
  };
  expect([await again("45.0.0"), await again("46.0.0")]).toEqual([false, true]);
});

test("the log says what happened, with nothing of papers, names or folders in it", async () => {
  const shell = await withIssues();
  await shell.ask("answers", { button: 0 });
  await shell.ask("crash", "oom");
  await shell.ask("processGone", { type: "Utility", reason: "crashed", exitCode: 3, name: "Network Service" });
  await shell.ask("throws", "“Ferries” in /home/ada/secret.pdf");
  void shell.ask("quit").catch(() => undefined);
  await shell.ended();
  const log = await readFile(path.join(shell.data, "log/stancemark.log"), "utf8");
  const events = log.split("\n").map((line) => line.replace(/^\S+ /, ""));
  expect(events).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^start version=0\.0\.0 electron=\S* packaged=false$/),
      expect.stringMatching(/^library open milliseconds=\d+$/),
      "ready",
      "page gone reason=oom code=1",
      "process gone type=Utility reason=crashed code=3 name=Network_Service",
      expect.stringMatching(/^error kind=Error at=boot\.ts:\d+/),
      "library closed",
      "quit",
    ]),
  );
  expect(log).not.toMatch(/Ferries|ada|secret|stancemark-/);
  expect((await readdir(path.join(shell.data, "log"))).length).toBe(1);
});
