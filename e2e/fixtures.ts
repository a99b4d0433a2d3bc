import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { appendFileSync } from "node:fs";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { test as base, expect, type Page } from "@playwright/test";
import { connectionsFile } from "./connections/watch.ts";
import { type DesktopWindow, desktopWindow } from "./desktop-window.ts";
import { webWindow } from "./web-window.ts";
import type { Served, Window } from "./window.ts";

/** The built command line. */
export const cli = path.resolve(import.meta.dirname, "../out/main/cli.js");

/** `shell` is the lane: each project of the configuration sets it. */
export type Options = { shell: "web" | "electron" };
type Fixtures = {
  library: string;
  /** The web host on the library; at a port of its own, or at a given one. */
  serve: (port?: number) => Promise<Served>;
  run: (...args: string[]) => string;
  window: Window;
  watched: undefined;
};
/** A library with the sample paper, made once by each worker. */
type WorkerFixtures = { sample: string };

/** A library of its own for each test, and the built program on it. */
export const test = base.extend<Fixtures & Options, WorkerFixtures>({
  shell: ["web", { option: true }],
  watched: [
    async ({ context }, use) => {
      const note = (to: string): void =>
        appendFileSync(connectionsFile, `${JSON.stringify({ who: "a page", pid: 0, by: "page", to })}\n`);
      context.on("request", (request) => note(request.url()));
      context.on("page", (page) => page.on("websocket", (socket) => note(socket.url())));
      await use(undefined);
    },
    { auto: true },
  ],
  library: async ({ browserName: _browser }, use) => {
    const folder = await mkdtemp(path.join(tmpdir(), "stancemark-e2e-"));
    await use(path.join(folder, "library"));
    await rm(folder, { recursive: true, force: true });
  },
  serve: async ({ library }, use) => {
    const children: ChildProcess[] = [];
    await use((port = 0) => serveLibrary(library, port, children));
    for (const child of children) child.kill("SIGKILL");
  },
  sample: [
    async ({ browser }, use) => {
      const folder = await mkdtemp(path.join(tmpdir(), "stancemark-e2e-sample-"));
      const library = path.join(folder, "library");
      const children: ChildProcess[] = [];
      const { url, stop } = await serveLibrary(library, 0, children);
      const page = await browser.newPage();
      await page.goto(url);
      await page.getByRole("button", { name: "Open the sample paper" }).click();
      await expect(page.locator(".card")).toHaveCount(32, { timeout: 20_000 });
      await page.close();
      await stop();
      await use(library);
      await rm(folder, { recursive: true, force: true });
    },
    { scope: "worker" },
  ],
  run: async ({ library }, use) => {
    await use((...args) =>
      execFileSync(process.execPath, [cli, ...args, "--library", library], {
        encoding: "utf8",
        env: ownData(library),
      }),
    );
  },
  window: async ({ shell, library, sample, serve, context }, use) => {
    const desktop: DesktopWindow | null = shell === "electron" ? desktopWindow(library) : null;
    const addSample = () => cp(sample, library, { recursive: true, errorOnExist: true, force: false });
    await use({ ...(desktop ?? webWindow(context, () => serve())), addSample });
    await desktop?.close();
  },
});

/** The names and settings of a test are beside its library, not those of whoever runs it. */
const ownData = (library: string): NodeJS.ProcessEnv => ({
  ...process.env,
  STANCEMARK_DATA: path.join(path.dirname(library), "data"),
});

async function serveLibrary(library: string, port: number, children: ChildProcess[]): Promise<Served> {
  const child = spawn(process.execPath, [cli, "serve", "--library", library, "--port", String(port)], {
    stdio: ["ignore", "pipe", "ignore"],
    env: ownData(library),
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
}

/**
 * Show a library with the sample paper and its claims, the keyboard in its text. What the button for it does is in
 * first-run.spec.ts.
 */
export async function openSample(window: Window): Promise<Page> {
  await window.addSample();
  const page = await window.open();
  await expect(page.locator(".card")).toHaveCount(32, { timeout: 20_000 });
  await page.locator(".ProseMirror").focus();
  return page;
}

export { expect };
