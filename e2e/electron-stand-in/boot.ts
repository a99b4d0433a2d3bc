import type { EventEmitter } from "node:events";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { factNames } from "../../src/shared/contract/commands.ts";
import { pack, unpack } from "../../src/shared/contract/wire.ts";
import { app, invoke, outside, session } from "./electron.ts";
import { flat } from "./menu.ts";
import { type Bridge, runPreload } from "./page.ts";
import { answers, seen } from "./seen.ts";
import { type BrowserWindow, type Contents, newContents, onPage, openWindows } from "./window.ts";

/**
 * Boots the built shell and its preload under the stand-in and answers a parent process: `{ id, ask, args }` with `{
 * id, value }` or `{ id, error }`; news go up as they come. Questions are about the front window unless they say which.
 */
const pages = new WeakMap<Contents, Bridge>();
/** What pages received from the shell, in order. */
const heard: unknown[] = [];

onPage((contents) => {
  const bridge = runPreload(contents);
  pages.set(contents, bridge);
  bridge.onNews((news) => process.send?.({ news: unpack(news) }));
  bridge.onCommand((id) => heard.push({ command: unpack(id) }));
  bridge.onOpened(() => heard.push({ opened: true }));
});

const shell = path.resolve(import.meta.dirname, "../../out/main/index.js");
await import(pathToFileURL(process.env.STAND_IN_MAIN ?? shell).href);
while (openWindows.size === 0) {
  if (seen.errors.length > 0) throw new Error(seen.errors.join());
  await new Promise((resolve) => setTimeout(resolve, 5));
}

/** The window that was opened as so many-th, of those that are still open. */
function windowOf(index = 0): BrowserWindow {
  const window = [...openWindows][index];
  if (window === undefined) throw new Error("there is no such window");
  return window;
}

async function call(layer: string, name: string, args: unknown, index = 0): Promise<unknown> {
  const before = seen.bridged;
  const reply = await pages.get(windowOf(index).webContents)?.call(layer, name, pack(args));
  bridgedByLast = seen.bridged - before;
  return unpack(reply);
}
let bridgedByLast = 0;

const asked: Record<string, (...args: never[]) => unknown> = {
  workbench: (name: string, args: unknown, index?: number) => call("workbench", name, args, index),
  host: (name: string, args: unknown, index?: number) => call("host", name, args, index),
  invoke: (channel: string, ...args: unknown[]) => invoke(windowOf().webContents, channel, args),
  frame: (url: string, parent: object | null) => {
    windowOf().webContents.frame = { url, parent };
  },
  fetch: async (url: string) => {
    const response = await seen.protocols.get("stancemark-app")?.(new Request(url));
    if (response === undefined) return null;
    const headers = Object.fromEntries(response.headers);
    return { status: response.status, headers, bytes: new Uint8Array(await response.arrayBuffer()) };
  },
  answers: (given: Partial<typeof answers>) => void Object.assign(answers, given),
  lets: (url: string) => session.defaultSession.lets(url),
  permits: (name: Parameters<typeof session.defaultSession.permits>[0]) => session.defaultSession.permits(name),
  downloads: () => !prevented(session.defaultSession, "will-download", {}),
  /** What a page may do: the window's own, or one that was opened after it. */
  page: (which: "first" | "later", event: string, url: string) => {
    const contents = which === "first" ? windowOf().webContents : newContents();
    if (event === "window.open") return contents.opens({ url }).action === "allow";
    if (event === "webrtc") return contents.webrtc;
    return !prevented(contents, event, { url });
  },
  /** A right click where the page leaves the menu to the shell. */
  clickText: (clicked: object) => void windowOf().webContents.emit("context-menu", {}, clicked),
  /** A click on an item of the application menu, by its identifier, role or words. */
  menu: (name: string) => {
    const item = flat(seen.menu).find(({ id, role, label }) => [id, role, label].includes(name as never));
    if (item === undefined) throw new Error(`there is no item ${name}`);
    if (item.role === "quit") app.quit();
    else if (item.role === "close") windowOf().close();
    else item.click?.({} as never, undefined, {} as never);
  },
  /** The page reports that it is drawn. */
  drawn: () => call("host", "setMenu", { facts: Object.fromEntries(factNames.map((name) => [name, false])) }),
  quit: () => app.quit(),
  close: (index?: number) => windowOf(index).close(),
  secondStart: (data: unknown) => outside.secondStart(data),
  openFile: (file: string) => outside.openFile(file),
  openUrl: (url: string) => outside.openUrl(url),
  processGone: (details: object) => outside.processGone(details),
  shutDown: () => outside.shutDown(),
  sessionEnds: (event: "query-session-end" | "session-end") => outside.sessionEnds(windowOf(), event),
  crash: (reason: string) => windowOf().webContents.crash(reason),
  failLoad: (code: number, main: boolean) =>
    windowOf().webContents.emit("did-fail-load", {}, code, "", "stancemark-app://app/index.html", main),
  window: (event: "unresponsive" | "responsive" | "focus", index?: number) => windowOf(index).emit(event),
  minimize: (index?: number) => windowOf(index).minimize(),
  move: (bounds: { x: number; y: number; width: number; height: number }) => windowOf().setBounds(bounds),
  throws: (text: string) => void process.emit("uncaughtException", new Error(text)),
  seen: () => ({
    windows: seen.windows,
    window: seen.windows[0],
    open: [...openWindows].map(({ done, title, webContents }) => ({ done, title, page: webContents.done })),
    libraryBeforeWindow: seen.libraryBeforeWindow,
    address: windowOf().webContents.address,
    schemes: seen.schemes,
    switches: seen.switches,
    documents: seen.documents,
    sandboxed: seen.sandboxed,
    acceleration: seen.acceleration,
    relaunched: seen.relaunched,
    launch: seen.launch,
    paths: seen.paths,
    themes: seen.themes,
    handlers: [...seen.handlers.keys()],
    bridge: Object.keys(pages.get(windowOf().webContents) ?? {}),
    bridgedByLast,
    menu: seen.menu.map(({ label }) => label),
    items: flat(seen.menu).map(({ id, role, label, enabled, accelerator }) => ({
      id: id ?? role,
      label,
      enabled,
      accelerator,
    })),
    copied: seen.copied,
    shown: seen.shown,
    outside: seen.outside,
    popUps: seen.popUps,
    errors: seen.errors,
    life: seen.life,
    heard,
  }),
};

/** Whether somebody who listens forbids what an event announces. */
function prevented(emitter: EventEmitter, event: string, details: object): boolean {
  let yes = false;
  const preventDefault = (): void => {
    yes = true;
  };
  emitter.emit(event, { ...details, preventDefault }, {}, {});
  return yes;
}

process.on("message", async ({ id, ask, args }: { id: number; ask: string; args: never[] }) => {
  try {
    process.send?.({ id, value: await asked[ask]?.(...args) });
  } catch (error) {
    process.send?.({ id, error: String(error) });
  }
});
// How it ended, for whoever asks when the process is gone.
const ended = process.env.STAND_IN_LIFE;
if (ended !== undefined)
  process.on("exit", (code) =>
    writeFileSync(ended, JSON.stringify({ code, life: seen.life, relaunched: seen.relaunched })),
  );
process.on("disconnect", () => process.exit(0));
process.send?.({ ready: true });
