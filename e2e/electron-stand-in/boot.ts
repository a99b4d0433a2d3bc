import type { EventEmitter } from "node:events";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import * as electron from "./electron.ts";
import { newContents, seen, session } from "./electron.ts";

/**
 * Boots the built shell and its preload under the stand-in and answers a parent process: `{ id, ask, args }` with `{
 * id, value }` or `{ id, error }`; news go up as they come.
 */
type Call = (args: unknown) => Promise<unknown>;
type Bridge = { workbench: Record<string, Call>; host: Record<string, Call> };

await import(pathToFileURL(path.resolve(import.meta.dirname, "../../out/main/index.js")).href);
while (seen.menu.length === 0) {
  if (seen.errors.length > 0) throw new Error(seen.errors.join());
  await new Promise((resolve) => setTimeout(resolve, 5));
}
const preload = seen.window?.webPreferences?.preload ?? "";
const run = new Function("require", "module", "exports", await readFile(preload, "utf8"));
run(
  (name: string): unknown => {
    // A sandboxed preload may ask for little more than this module.
    if (name !== "electron") throw new Error(`module not found: ${name}`);
    return electron;
  },
  { exports: {} },
  {},
);
const bridge = seen.exposed.get("stancemark") as Bridge;

const answers: Record<string, (...args: never[]) => unknown> = {
  workbench: (name: string, args: unknown) => bridge.workbench[name]?.(args),
  host: (name: string, args: unknown) => bridge.host[name]?.(args),
  invoke: (channel: string, args: unknown) => electron.ipcRenderer.invoke(channel, args),
  frame: (url: string, parent: object | null) => {
    seen.frame = { url, parent };
  },
  fetch: async (url: string) => {
    const response = await seen.protocols.get("stancemark")?.(new Request(url));
    if (response === undefined) return null;
    const headers = Object.fromEntries(response.headers);
    return { status: response.status, headers, bytes: new Uint8Array(await response.arrayBuffer()) };
  },
  answers: (given: Partial<typeof seen.answers>) => void Object.assign(seen.answers, given),
  lets: (url: string) => session.defaultSession.lets(url),
  permits: (name: Parameters<typeof session.defaultSession.permits>[0]) => session.defaultSession.permits(name),
  downloads: () => !prevented(session.defaultSession, "will-download", {}),
  /** What a page may do: the window's own, or one that was opened after it. */
  page: (which: "first" | "later", event: string, url: string) => {
    const contents = which === "first" ? seen.contents[0] : newContents();
    if (contents === undefined) throw new Error("no window was opened");
    if (event === "window.open") return contents.opens({ url }).action === "allow";
    if (event === "webrtc") return contents.webrtc;
    return !prevented(contents, event, { url });
  },
  /** A right click where the page leaves the menu to the shell. */
  clickText: (clicked: object) => void seen.contents[0]?.emit("context-menu", {}, clicked),
  seen: () => ({
    window: seen.window,
    address: seen.address,
    schemes: seen.schemes,
    sandboxed: seen.sandboxed,
    handlers: [...seen.handlers.keys()],
    worlds: [...seen.exposed.keys()],
    workbench: Object.keys(bridge.workbench),
    host: Object.keys(bridge.host),
    menu: seen.menu.map((one) => one.label),
    copied: seen.copied,
    shown: seen.shown,
    outside: seen.outside,
    popUps: seen.popUps,
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

void bridge.workbench.subscribe?.((news: unknown) => process.send?.({ news }));
process.on("message", async ({ id, ask, args }: { id: number; ask: string; args: never[] }) => {
  try {
    process.send?.({ id, value: await answers[ask]?.(...args) });
  } catch (error) {
    process.send?.({ id, error: String(error) });
  }
});
process.on("disconnect", () => process.exit(0));
process.send?.({ ready: true });
