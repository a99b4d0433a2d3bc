import type {
  BrowserWindowConstructorOptions,
  IpcMainInvokeEvent,
  MenuItemConstructorOptions,
  MessageBoxOptions,
  OpenDialogOptions,
  Protocol,
  SaveDialogOptions,
} from "electron";

type Handler = (event: IpcMainInvokeEvent, ...args: unknown[]) => unknown;

/** What the shell did, for tests to look at. */
export const seen = {
  /** The options of each window that was opened. */
  windows: [] as BrowserWindowConstructorOptions[],
  /** Whether the library was there when the first window was opened. */
  libraryBeforeWindow: null as boolean | null,
  schemes: [] as Parameters<Protocol["registerSchemesAsPrivileged"]>[0],
  sandboxed: "",
  acceleration: true,
  relaunched: false,
  launch: null as unknown,
  paths: {} as Record<string, string>,
  defaultFor: [] as string[],
  /** Switches for Chromium, and files that the system lists as opened lately. */
  switches: [] as string[],
  documents: [] as string[],
  themes: [] as ("system" | "light" | "dark")[],
  handlers: new Map<string, Handler>(),
  protocols: new Map<string, Parameters<Protocol["handle"]>[1]>(),
  menu: [] as MenuItemConstructorOptions[],
  copied: "",
  /** What dialogs were shown. */
  shown: [] as (OpenDialogOptions | SaveDialogOptions | MessageBoxOptions)[],
  /** The menus that were opened at a point, with their rows. */
  popUps: [] as Readonly<{ x: number; y: number; rows: unknown[] }>[],
  outside: [] as string[],
  errors: [] as string[],
  /** What happened to windows and the app, in order. */
  life: [] as string[],
  /** How many objects and lists were copied between the page and the preload. */
  bridged: 0,
};

/**
 * What the reader answers: the files chosen, the place to save at, the button, the command of a menu; whether questions
 * stay open. `stays` is what a page's `beforeunload` says.
 */
export const answers = { open: [] as string[], save: "", button: 1, menu: "", wait: false, stays: false };
