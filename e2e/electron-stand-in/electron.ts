import { EventEmitter } from "node:events";
import type {
  App,
  CallbackResponse,
  Clipboard,
  Dialog,
  Display,
  IpcMain,
  IpcMainInvokeEvent,
  MessageBoxOptions,
  OpenDialogOptions,
  Protocol,
  SaveDialogOptions,
  Session,
  Shell,
} from "electron";
import { answers, seen } from "./seen.ts";
import { type BrowserWindow, type Contents, openWindows, setApp } from "./window.ts";

export { Menu } from "./menu.ts";
export { BrowserWindow } from "./window.ts";

/**
 * Stands in for the module `electron` where its runtime cannot be had: as much of it as our shell uses, in one process.
 * Its life cycle is the documented one (docs/api/app.md, browser-window.md): `before-quit`, then `close` of each window
 * with the page's `beforeunload`, then `will-quit` and `quit`; `window-all-closed` only where nobody asked to quit.
 */
const appEvents = new EventEmitter();
Object.defineProperty(process.versions, "electron", { value: process.env.STAND_IN_ELECTRON ?? "45.4.1" });
let ready = false;
let isQuitting = false;

/** An event that a listener can prevent. */
function preventable(): { event: { preventDefault: () => void; defaultPrevented: boolean } } {
  const event = {
    defaultPrevented: false,
    preventDefault: () => {
      event.defaultPrevented = true;
    },
  };
  return { event };
}

export const app = {
  isPackaged: false,
  enableSandbox: () => {
    seen.sandboxed = ready ? "too late" : "before ready";
  },
  disableHardwareAcceleration: () => {
    if (ready) throw new Error("disableHardwareAcceleration can only be called before app is ready");
    seen.acceleration = false;
  },
  requestSingleInstanceLock: (data: unknown) => {
    seen.launch = structuredClone(data);
    return process.env.STAND_IN_RUNS_ALREADY === undefined;
  },
  whenReady: async () => {
    ready = true;
  },
  isReady: () => ready,
  getPath: (name: string) => {
    const known = [
      "home",
      "appData",
      "userData",
      "sessionData",
      "temp",
      "exe",
      "module",
      "desktop",
      "documents",
      "logs",
    ];
    if (!known.includes(name)) throw new Error(`Failed to get '${name}' path`);
    return seen.paths[name] ?? `/nowhere/${name}`;
  },
  setPath: (name: string, folder: string) => {
    if (ready) throw new Error(`${name} is set after the app is ready`);
    seen.paths[name] = folder;
  },
  getAppPath: () => "/nowhere/app",
  getVersion: () => "0.0.0",
  getLocale: () => process.env.STAND_IN_LOCALE ?? "en-US",
  commandLine: {
    appendSwitch: (name: string) => {
      if (ready) throw new Error("Chromium reads its switches before the app is ready");
      seen.switches.push(name);
    },
  },
  addRecentDocument: (file: string) => void seen.documents.push(file),
  setAsDefaultProtocolClient: (scheme: string) => seen.defaultFor.push(scheme) > 0,
  setAppUserModelId: () => undefined,
  relaunch: () => {
    seen.relaunched = true;
  },
  quit: () => {
    if (isQuitting) return;
    seen.life.push("quit asked");
    isQuitting = true;
    const { event } = preventable();
    appEvents.emit("before-quit", event);
    seen.life.push(event.defaultPrevented ? "quit prevented" : "before-quit");
    if (event.defaultPrevented) isQuitting = false;
    else if (openWindows.size === 0) shutDown();
    else for (const window of [...openWindows]) window.close();
  },
  exit: (code?: number) => process.exit(code),
  on: (event: string, listener: (...args: never[]) => void) => {
    appEvents.on(event, listener as (...args: unknown[]) => void);
    return app;
  },
} satisfies Partial<Record<keyof App, unknown>>;

setApp({
  onContents: (contents) => void appEvents.emit("web-contents-created", {}, contents),
  onCloseCancelled: () => {
    isQuitting = false;
  },
  onAllClosed: () => {
    if (isQuitting) shutDown();
    else if (!appEvents.emit("window-all-closed")) app.quit();
  },
});

function shutDown(): void {
  const { event } = preventable();
  appEvents.emit("will-quit", event);
  if (event.defaultPrevented) {
    isQuitting = false;
    return;
  }
  seen.life.push("will-quit");
  appEvents.emit("quit", {}, 0);
  process.exit(0);
}

// Electron quits at these signals on Linux and macOS (shell/browser/electron_browser_main_parts_posix.cc).
for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.on(signal, () => app.quit());

/** What happens to the app from outside. */
export const outside = {
  secondStart: (data: unknown) => appEvents.emit("second-instance", {}, [], "/", structuredClone(data)),
  openFile: (file: string) => {
    const { event } = preventable();
    appEvents.emit("open-file", event, file);
    return event.defaultPrevented;
  },
  openUrl: (url: string) => appEvents.emit("open-url", preventable().event, url),
  processGone: (details: object) => appEvents.emit("child-process-gone", {}, details),
  shutDown: () => {
    const { event } = preventable();
    powerEvents.emit("shutdown", event);
    return event.defaultPrevented;
  },
  sessionEnds: (window: BrowserWindow, asked: "query-session-end" | "session-end") => {
    const { event } = preventable();
    window.emit(asked, event);
    return event.defaultPrevented;
  },
};

const powerEvents = new EventEmitter();
export const powerMonitor = powerEvents;

const display = { id: 1, workArea: { x: 0, y: 0, width: 1920, height: 1040 }, size: { width: 1920, height: 1080 } };
export const screen = { getAllDisplays: () => [{ ...display, scaleFactor: 1 } as Display] };

export const nativeTheme = {
  set themeSource(source: "system" | "light" | "dark") {
    seen.themes.push(source);
  },
  get themeSource() {
    return seen.themes.at(-1) ?? "system";
  },
  shouldUseDarkColors: process.env.STAND_IN_DARK !== undefined,
};

type Filter = (details: { url: string }, answer: (response: CallbackResponse) => void) => void;

/** The one session. What nobody forbids is allowed, as in Electron. */
class StandInSession extends EventEmitter {
  readonly #rules = { request: null as Filter | null, ask: null as Ask | null, check: null as Check | null };
  #device: Parameters<Session["setDevicePermissionHandler"]>[0] = null;
  readonly webRequest = {
    onBeforeRequest: (filter: Filter) => {
      this.#rules.request = filter;
    },
  };
  flushStorageData(): void {
    seen.life.push("storage flushed");
  }
  setPermissionRequestHandler(ask: Ask): void {
    this.#rules.ask = ask;
  }
  setPermissionCheckHandler(check: Check): void {
    this.#rules.check = check;
  }
  setDevicePermissionHandler(check: Parameters<Session["setDevicePermissionHandler"]>[0]): void {
    this.#device = check;
  }
  /** Whether a request would leave. */
  lets(url: string): boolean {
    let cancelled = false;
    this.#rules.request?.({ url }, ({ cancel }) => {
      cancelled = cancel === true;
    });
    return !cancelled;
  }
  /** Whether a page would be given a permission, by asking or by looking. */
  permits(name: "media" | "geolocation" | "notifications" | "clipboard-read" | "hid"): boolean {
    let asked = true;
    this.#rules.ask?.(null, name, (yes) => {
      asked = yes;
    });
    const looked = this.#rules.check?.(null, name) ?? true;
    return asked || looked || (this.#device?.({} as never) ?? true);
  }
}
type Ask = (contents: null, name: string, answer: (yes: boolean) => void) => void;
type Check = (contents: null, name: string) => boolean;

export const session = { defaultSession: new StandInSession() };

export const ipcMain = {
  handle: (channel, listener) => {
    if (seen.handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    seen.handlers.set(channel, listener);
  },
} satisfies Pick<IpcMain, "handle">;

/** What a page's `ipcRenderer.invoke` does: arguments and answer are cloned on the way. */
export async function invoke(contents: Contents, channel: string, args: unknown[]): Promise<unknown> {
  const handler = seen.handlers.get(channel);
  if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
  const event = { sender: contents, senderFrame: contents.frame } as unknown as IpcMainInvokeEvent;
  return structuredClone(await handler(event, ...structuredClone(args)));
}

export const protocol = {
  registerSchemesAsPrivileged: (schemes) => {
    if (ready) throw new Error("protocol.registerSchemesAsPrivileged should be called before app is ready");
    seen.schemes.push(...schemes);
  },
  handle: (scheme, handler) => {
    if (!ready) throw new Error("protocol.handle is called before the app is ready");
    seen.protocols.set(scheme, handler);
  },
} satisfies Pick<Protocol, "registerSchemesAsPrivileged" | "handle">;

/** The window that a dialog is shown over comes first, where there is one. */
function optionsOf<Options>(args: readonly unknown[]): Options {
  const options = args.at(-1) as Options;
  seen.shown.push(options as MessageBoxOptions);
  return options;
}

export const dialog = {
  showErrorBox: (title, content) => void seen.errors.push(`${title}: ${content}`),
  showOpenDialog: async (...args: unknown[]) => {
    optionsOf<OpenDialogOptions>(args);
    return { canceled: answers.open.length === 0, filePaths: answers.open };
  },
  showSaveDialog: async (...args: unknown[]) => {
    optionsOf<SaveDialogOptions>(args);
    return { canceled: answers.save === "", filePath: answers.save };
  },
  showMessageBox: async (...args: unknown[]) => {
    const { signal, cancelId = 0, ...options } = optionsOf<MessageBoxOptions>(args);
    // A signal cannot be sent to the tests.
    seen.shown.splice(-1, 1, { ...options, cancelId });
    const aborted = new Promise<number>((resolve) => {
      signal?.addEventListener("abort", () => {
        seen.life.push("question withdrawn");
        resolve(cancelId);
      });
    });
    const response = answers.wait ? await aborted : answers.button;
    return { response, checkboxChecked: false };
  },
} satisfies Pick<Dialog, "showErrorBox" | "showOpenDialog" | "showSaveDialog" | "showMessageBox">;

export const shell = {
  openExternal: async (url) => void seen.outside.push(url),
  openPath: async (file) => {
    seen.outside.push(file);
    return "";
  },
} satisfies Pick<Shell, "openExternal" | "openPath">;

export const clipboard = {
  writeText: async (text) => {
    seen.copied = text;
  },
} satisfies Pick<Clipboard, "writeText">;
