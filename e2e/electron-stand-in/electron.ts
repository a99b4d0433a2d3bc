import { EventEmitter } from "node:events";
import type {
  App,
  BrowserWindowConstructorOptions,
  CallbackResponse,
  Clipboard,
  ContextBridge,
  Dialog,
  IpcMain,
  IpcMainInvokeEvent,
  IpcRenderer,
  MenuItemConstructorOptions,
  MessageBoxOptions,
  OpenDialogOptions,
  Protocol,
  SaveDialogOptions,
  Session,
  Shell,
  WebContents,
} from "electron";

/**
 * Stands in for the module `electron` where its runtime cannot be had: as much of it as our shell and our preload use,
 * in one process. What crosses between the two is cloned as Electron clones it.
 */
type Handler = (event: IpcMainInvokeEvent, ...args: unknown[]) => unknown;

/** What the shell did, for tests to look at. `frame` is what main is told about who calls. */
export const seen = {
  window: undefined as BrowserWindowConstructorOptions | undefined,
  address: "",
  schemes: [] as Parameters<Protocol["registerSchemesAsPrivileged"]>[0],
  sandboxed: "",
  handlers: new Map<string, Handler>(),
  protocols: new Map<string, Parameters<Protocol["handle"]>[1]>(),
  menu: [] as MenuItemConstructorOptions[],
  exposed: new Map<string, unknown>(),
  contents: [] as Contents[],
  frame: { url: "", parent: null as object | null },
  copied: "",
  /**
   * What dialogs were shown, and what the reader answers: the files chosen, the place to save at, the button, the
   * command of a menu.
   */
  shown: [] as (OpenDialogOptions | SaveDialogOptions | MessageBoxOptions)[],
  answers: { open: [] as string[], save: "", button: 1, menu: "" },
  /** The menus that were opened at a point, with their rows. */
  popUps: [] as Readonly<{ x: number; y: number; rows: unknown[] }>[],
  outside: [] as string[],
  errors: [] as string[],
};

const toRenderer = new EventEmitter();
const appEvents = new EventEmitter();
let ready = false;

export const app = {
  enableSandbox: () => {
    seen.sandboxed = ready ? "too late" : "before ready";
  },
  requestSingleInstanceLock: () => process.env.STAND_IN_RUNS_ALREADY === undefined,
  whenReady: async () => {
    ready = true;
  },
  getPath: (name: string) => `/nowhere/${name}`,
  getLocale: () => "en-US",
  quit: () => process.exit(0),
  exit: (code?: number) => process.exit(code),
  on: (event: string, listener: (...args: unknown[]) => void) => appEvents.on(event, listener),
} satisfies Record<
  keyof Pick<
    App,
    "enableSandbox" | "requestSingleInstanceLock" | "whenReady" | "getPath" | "getLocale" | "quit" | "exit" | "on"
  >,
  unknown
>;

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

/** A page's contents: the window's own, or another that some feature might open. */
export class Contents extends EventEmitter {
  opens: (details: { url: string }) => { action: string } = () => ({ action: "allow" });
  webrtc = "default";
  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.opens = handler;
  }
  setWebRTCIPHandlingPolicy(policy: Parameters<WebContents["setWebRTCIPHandlingPolicy"]>[0]): void {
    this.webrtc = policy;
  }
  send(channel: string, value: unknown): void {
    toRenderer.emit(channel, {}, structuredClone(value));
  }
}

/** Electron tells the app about every contents there will ever be. */
export function newContents(): Contents {
  const contents = new Contents();
  seen.contents.push(contents);
  appEvents.emit("web-contents-created", {}, contents);
  return contents;
}

export const ipcMain = {
  handle: (channel, listener) => {
    if (seen.handlers.has(channel)) throw new Error(`${channel} has two handlers`);
    seen.handlers.set(channel, listener);
  },
} satisfies Pick<IpcMain, "handle">;

export const ipcRenderer = {
  invoke: async (channel: string, ...args: unknown[]): Promise<unknown> => {
    const handler = seen.handlers.get(channel);
    if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
    const event = { senderFrame: seen.frame } as IpcMainInvokeEvent;
    return structuredClone(await handler(event, ...structuredClone(args)));
  },
  on: (channel: string, listener: (...args: unknown[]) => void) => toRenderer.on(channel, listener),
  off: (channel: string, listener: (...args: unknown[]) => void) => toRenderer.off(channel, listener),
} satisfies Record<keyof Pick<IpcRenderer, "invoke" | "on" | "off">, unknown>;

export const contextBridge = {
  exposeInMainWorld: (key, api) => void seen.exposed.set(key, api),
} satisfies Pick<ContextBridge, "exposeInMainWorld">;

export const protocol = {
  registerSchemesAsPrivileged: (schemes) => void seen.schemes.push(...schemes),
  handle: (scheme, handler) => void seen.protocols.set(scheme, handler),
} satisfies Pick<Protocol, "registerSchemesAsPrivileged" | "handle">;

export class BrowserWindow extends EventEmitter {
  readonly webContents = newContents();
  constructor(options: BrowserWindowConstructorOptions) {
    super();
    seen.window = options;
  }
  async loadURL(address: string): Promise<void> {
    seen.address = address;
    seen.frame = { url: address, parent: null };
  }
  focus(): void {}
  setTitle(): void {}
}

type PopUp = Readonly<{ window?: unknown; x?: number; y?: number; callback?: () => void }>;

/** A menu as Electron builds it. At a point it is answered at once: by the row that the reader chooses, or by none. */
class StandInMenu {
  readonly items: MenuItemConstructorOptions[];
  constructor(template: MenuItemConstructorOptions[]) {
    this.items = template;
  }
  popup({ x = 0, y = 0, callback }: PopUp): void {
    const rows = this.items.map(({ id, type, role, label, accelerator, enabled, click: _click }) =>
      structuredClone({ id: id ?? role, type, label, accelerator, enabled }),
    );
    seen.popUps.push({ x, y, rows });
    // As on some desktops, the menu closes before its click is reported.
    callback?.();
    const chosen = this.items.find(({ id }) => id !== undefined && id === seen.answers.menu);
    chosen?.click?.({} as never, undefined, {} as never);
  }
  getMenuItemById(id: string): MenuItemConstructorOptions | null {
    const inside = this.items.flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : []));
    return [...this.items, ...inside].find((item) => item.id === id) ?? null;
  }
}

let applicationMenu: StandInMenu | null = null;

export const Menu = {
  buildFromTemplate: (template: MenuItemConstructorOptions[]) => new StandInMenu(template),
  setApplicationMenu: (menu: StandInMenu) => {
    applicationMenu = menu;
    seen.menu = menu.items;
  },
  getApplicationMenu: () => applicationMenu,
};

export const dialog = {
  showErrorBox: (title, content) => void seen.errors.push(`${title}: ${content}`),
  showOpenDialog: async (_window: unknown, options?: OpenDialogOptions) => {
    if (options !== undefined) seen.shown.push(options);
    return { canceled: seen.answers.open.length === 0, filePaths: seen.answers.open };
  },
  showSaveDialog: async (_window: unknown, options?: SaveDialogOptions) => {
    if (options !== undefined) seen.shown.push(options);
    return { canceled: seen.answers.save === "", filePath: seen.answers.save };
  },
  showMessageBox: async (_window: unknown, options?: MessageBoxOptions) => {
    if (options !== undefined) seen.shown.push(options);
    return { response: seen.answers.button, checkboxChecked: false };
  },
} satisfies Pick<Dialog, "showErrorBox" | "showOpenDialog" | "showSaveDialog" | "showMessageBox">;

export const shell = {
  openExternal: async (url) => void seen.outside.push(url),
} satisfies Pick<Shell, "openExternal">;

export const clipboard = {
  writeText: async (text) => {
    seen.copied = text;
  },
} satisfies Pick<Clipboard, "writeText">;
