import { readFileSync } from "node:fs";
import { invoke } from "./electron.ts";
import { seen } from "./seen.ts";
import type { Contents } from "./window.ts";

type Packed = readonly [string, ...Uint8Array[]];
type Listen = (listener: (packed: Packed) => void) => () => void;

/** What the preload offers to a page. */
export type Bridge = Readonly<{
  call(layer: string, name: string, packed: Packed): Promise<Packed>;
  onNews: Listen;
  onCommand: Listen;
  onOpened: Listen;
}>;

/** How deep values may be (electron_api_context_bridge.cc). */
const maxDepth = 1000;

/** A value as contextBridge passes it: functions as proxies, all else copied part by part, without prototypes. */
function cross(value: unknown, depth = 0): unknown {
  if (depth > maxDepth) throw new TypeError("Electron contextBridge recursion depth exceeded.");
  if (typeof value === "function")
    return (...args: unknown[]) => cross((value as (...all: unknown[]) => unknown)(...args.map((arg) => cross(arg))));
  if (value instanceof Promise) return value.then((result) => cross(result));
  if (value instanceof Uint8Array) return structuredClone(value);
  if (Array.isArray(value)) {
    seen.bridged++;
    return value.map((value) => cross(value, depth + 1));
  }
  if (typeof value !== "object" || value === null) return value;
  seen.bridged++;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, cross(part, depth + 1)]));
}

/** The globals of Node that a sandboxed preload does not have; asking for one of them is an error. */
const hidden = ["global", "Buffer", "setImmediate", "clearImmediate", "__dirname", "__filename"];

/** Run the preload script for a page, as in a sandbox, and return what it offers to the page. */
export function runPreload(contents: Contents): Bridge {
  const exposed = new Map<string, unknown>();
  const { toRenderer } = contents;
  const electron = {
    contextBridge: { exposeInMainWorld: (name: string, api: unknown) => void exposed.set(name, cross(api)) },
    ipcRenderer: {
      invoke: (channel: string, ...args: unknown[]) => invoke(contents, channel, args),
      on: (channel: string, listener: (...args: unknown[]) => void) => toRenderer.on(channel, listener),
      off: (channel: string, listener: (...args: unknown[]) => void) => toRenderer.off(channel, listener),
    },
  };
  const run = new Function("require", "module", "exports", ...hidden, readFileSync(contents.preload, "utf8"));
  run(
    (name: string): unknown => {
      // A sandboxed preload may ask for little more than this module.
      if (name !== "electron") throw new Error(`module not found: ${name}`);
      return electron;
    },
    { exports: {} },
    {},
  );
  if ([...exposed.keys()].join() !== "stancemark") throw new Error(`The preload offers ${[...exposed.keys()].join()}.`);
  return exposed.get("stancemark") as Bridge;
}
