import { EventEmitter } from "node:events";
import { existsSync } from "node:fs";
import type { BrowserWindowConstructorOptions, WebContents } from "electron";
import { answers, seen } from "./seen.ts";

/** What windows tell the app. */
type AppSide = Readonly<{
  onContents: (contents: Contents) => void;
  onCloseCancelled: () => void;
  onAllClosed: () => void;
}>;

let app: AppSide | null = null;
export function setApp(side: AppSide): void {
  app = side;
}

/** Runs a page's preload; `boot.ts` sets it. */
let startPage: ((contents: Contents) => void) | null = null;
export function onPage(start: (contents: Contents) => void): void {
  startPage = start;
  for (const window of openWindows) if (window.webContents.address !== "") start(window.webContents);
}

export const openWindows = new Set<BrowserWindow>();

/** A page's contents: the window's own, or another that some feature might open. */
export class Contents extends EventEmitter {
  opens: (details: { url: string }) => { action: string } = () => ({ action: "allow" });
  webrtc = "default";
  address = "";
  frame: { url: string; parent: object | null } | null = null;
  readonly done: string[] = [];
  /** To the page's `ipcRenderer`; what it listened to is gone with a reload or a crash. */
  readonly toRenderer = new EventEmitter();
  preload = "";

  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.opens = handler;
  }
  setWebRTCIPHandlingPolicy(policy: Parameters<WebContents["setWebRTCIPHandlingPolicy"]>[0]): void {
    this.webrtc = policy;
  }
  /** Lost where no page listens, as before the preload has run. */
  send(channel: string, value: unknown): void {
    this.toRenderer.emit(channel, {}, structuredClone(value));
  }
  load(address: string): void {
    this.address = address;
    this.frame = { url: address, parent: null };
    this.toRenderer.removeAllListeners();
    startPage?.(this);
    this.emit("did-finish-load", {});
  }
  reload(): void {
    this.done.push("reload");
    this.load(this.address);
  }
  forcefullyCrashRenderer(): void {
    this.done.push("crashed on purpose");
    this.crash("killed");
  }
  crash(reason: string): void {
    this.frame = null;
    this.toRenderer.removeAllListeners();
    this.emit("render-process-gone", {}, { reason, exitCode: 1 });
  }
  undo(): void {
    this.done.push("undo");
  }
  redo(): void {
    this.done.push("redo");
  }
  print(): void {
    this.done.push("print");
  }
  replaceMisspelling(word: string): void {
    this.done.push(`replace ${word}`);
  }
  showDefinitionForSelection(): void {
    this.done.push("look up");
  }
}

/** Electron tells the app about every contents there will ever be. */
export function newContents(): Contents {
  const contents = new Contents();
  app?.onContents(contents);
  return contents;
}

const library = process.env.STANCEMARK_LIBRARY ?? "";

export class BrowserWindow extends EventEmitter {
  readonly webContents = newContents();
  readonly done: string[] = [];
  title = "";
  #bounds: { x: number; y: number; width: number; height: number };
  #state = { destroyed: false, minimized: false, maximized: false, fullScreen: false };

  constructor(options: BrowserWindowConstructorOptions) {
    super();
    seen.libraryBeforeWindow ??= existsSync(library);
    seen.windows.push(options);
    this.webContents.preload = options.webPreferences?.preload ?? "";
    const { x = 0, y = 0, width = 800, height = 600 } = options;
    this.#bounds = { x, y, width, height };
    openWindows.add(this);
  }
  async loadURL(address: string): Promise<void> {
    this.webContents.load(address);
    this.emit("ready-to-show");
  }
  /** `close`, then the page's `beforeunload`, then `closed`; either can keep the window, and a quit with it. */
  close(): void {
    let prevented = false;
    this.emit("close", {
      preventDefault: () => {
        prevented = true;
      },
    });
    if (prevented || answers.stays) app?.onCloseCancelled();
    else this.destroy();
  }
  destroy(): void {
    if (this.#state.destroyed) return;
    this.#state.destroyed = true;
    openWindows.delete(this);
    seen.life.push("window closed");
    this.emit("closed");
    if (openWindows.size === 0) app?.onAllClosed();
  }
  isDestroyed(): boolean {
    return this.#state.destroyed;
  }
  minimize(): void {
    this.#state.minimized = true;
  }
  isMinimized(): boolean {
    return this.#state.minimized;
  }
  restore(): void {
    this.#state.minimized = false;
    this.done.push("restore");
  }
  maximize(): void {
    this.#state.maximized = true;
  }
  isMaximized(): boolean {
    return this.#state.maximized;
  }
  setFullScreen(full: boolean): void {
    this.#state.fullScreen = full;
  }
  isFullScreen(): boolean {
    return this.#state.fullScreen;
  }
  getBounds(): { x: number; y: number; width: number; height: number } {
    return this.#bounds;
  }
  getNormalBounds(): { x: number; y: number; width: number; height: number } {
    return this.#bounds;
  }
  setBounds(bounds: { x: number; y: number; width: number; height: number }): void {
    this.#bounds = bounds;
  }
  show(): void {
    this.done.push("show");
  }
  focus(): void {
    this.done.push("focus");
    this.emit("focus");
  }
  setTitle(title: string): void {
    this.title = title;
  }
  setBackgroundColor(colour: string): void {
    this.done.push(`background ${colour}`);
  }
  setProgressBar(share: number): void {
    this.done.push(`progress ${share}`);
  }
}
