import { EventEmitter } from "node:events";
import type {
  App,
  BrowserWindowConstructorOptions,
  Clipboard,
  ContextBridge,
  Dialog,
  IpcMain,
  IpcMainInvokeEvent,
  IpcRenderer,
  MenuItemConstructorOptions,
  Protocol,
  Shell,
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
  schemes: [] as string[],
  handlers: new Map<string, Handler>(),
  protocols: new Map<string, Parameters<Protocol["handle"]>[1]>(),
  menu: [] as MenuItemConstructorOptions[],
  exposed: new Map<string, unknown>(),
  opened: undefined as string | undefined,
  permitted: undefined as boolean | undefined,
  navigation: new EventEmitter(),
  frame: { url: "", parent: null as object | null },
  copied: "",
  errors: [] as string[],
};

const toRenderer = new EventEmitter();
const appEvents = new EventEmitter();

export const app = {
  requestSingleInstanceLock: () => true,
  whenReady: async () => undefined,
  getPath: (name: string) => `/nowhere/${name}`,
  quit: () => process.exit(0),
  exit: (code?: number) => process.exit(code),
  on: (event: string, listener: () => void) => appEvents.on(event, listener),
} satisfies Record<
  keyof Pick<App, "requestSingleInstanceLock" | "whenReady" | "getPath" | "quit" | "exit" | "on">,
  unknown
>;

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
  registerSchemesAsPrivileged: (schemes) => void seen.schemes.push(...schemes.map((one) => one.scheme)),
  handle: (scheme, handler) => void seen.protocols.set(scheme, handler),
} satisfies Pick<Protocol, "registerSchemesAsPrivileged" | "handle">;

export class BrowserWindow extends EventEmitter {
  readonly webContents = {
    setWindowOpenHandler: (handler: (details: { url: string }) => { action: string }) => {
      seen.opened = handler({ url: "https://example.org/" }).action;
    },
    on: (event: string, listener: (details: unknown) => void) => seen.navigation.on(event, listener),
    send: (channel: string, value: unknown) => toRenderer.emit(channel, {}, structuredClone(value)),
    session: {
      setPermissionRequestHandler: (ask: (contents: null, name: string, answer: (yes: boolean) => void) => void) =>
        ask(null, "geolocation", (yes) => {
          seen.permitted = yes;
        }),
      setPermissionCheckHandler: () => undefined,
    },
  };
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

export const Menu = {
  buildFromTemplate: (template: MenuItemConstructorOptions[]) => template,
  setApplicationMenu: (menu: MenuItemConstructorOptions[]) => {
    seen.menu = menu;
  },
};

export const dialog = {
  showErrorBox: (title, content) => void seen.errors.push(`${title}: ${content}`),
  showOpenDialog: async () => ({ canceled: true, filePaths: [] }),
  showSaveDialog: async () => ({ canceled: true, filePath: "" }),
  showMessageBox: async () => ({ response: 1, checkboxChecked: false }),
} satisfies Pick<Dialog, "showErrorBox" | "showOpenDialog" | "showSaveDialog" | "showMessageBox">;

export const shell = { openExternal: async () => undefined } satisfies Pick<Shell, "openExternal">;

export const clipboard = {
  writeText: async (text) => {
    seen.copied = text;
  },
} satisfies Pick<Clipboard, "writeText">;
