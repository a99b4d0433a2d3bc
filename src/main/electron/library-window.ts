import { type BrowserWindow, session } from "electron";
import type { WindowFacts } from "../../shared/contract/commands.ts";
import type { HostCalls, OpenedItems } from "../../shared/contract/host.ts";
import { pack } from "../../shared/contract/wire.ts";
import type { News } from "../../shared/contract/workbench.ts";
import type { OpenWorkbench } from "../services/workbench.ts";
import { closeLibrary, type Unsaved } from "./closing.ts";
import type { Log } from "./log.ts";
import { joinItems, noItems } from "./opened.ts";

/** How long closing a library may take before the program ends without it, in milliseconds. */
const closingTime = 15_000;

/** What a window with a library needs of the app around it. */
export type WindowOptions = Readonly<{
  folder: string;
  open: () => Promise<OpenWorkbench>;
  /** Whether to close although changes are not saved. */
  ask: (unsaved: Unsaved) => Promise<boolean>;
  onOpened: () => void;
  onFailed: (error: unknown) => void;
  onClosed: () => void;
  log: Log;
}>;

/**
 * A window with the library it shows. The library is opened when the page asks for it first, so that a large one does
 * not delay the window; it is closed before the window goes.
 */
export class LibraryWindow {
  readonly window: BrowserWindow;
  readonly folder: string;
  host: HostCalls | null = null;
  /** What the page can do now; null until it says so. */
  facts: WindowFacts | null = null;
  readonly #options: WindowOptions;
  #workbench: Promise<OpenWorkbench> | null = null;
  #unsaved: Unsaved | null = null;
  #opened: OpenedItems = noItems;
  #closing: Promise<boolean> | null = null;

  constructor(window: BrowserWindow, options: WindowOptions) {
    this.window = window;
    this.folder = options.folder;
    this.#options = options;
    window.on("close", (event) => {
      event.preventDefault();
      void this.close();
    });
  }

  /** The library, opened at the first call. */
  workbench(): Promise<OpenWorkbench> {
    this.#workbench ??= this.#open();
    return this.#workbench;
  }

  get unsaved(): Unsaved | null {
    return this.#unsaved;
  }

  /** Bring the window to the front, from wherever it is. */
  show(): void {
    if (this.window.isMinimized()) this.window.restore();
    this.window.show();
    this.window.focus();
  }

  /** Hand the page what was opened from outside, as soon as it asks. */
  give(items: OpenedItems): void {
    this.#opened = joinItems(this.#opened, items);
    this.send("opened", null);
  }

  takeOpened(): OpenedItems {
    const taken = this.#opened;
    this.#opened = noItems;
    return taken;
  }

  send(channel: "news" | "command" | "opened", value: unknown): void {
    if (!this.window.isDestroyed()) this.window.webContents.send(channel, pack(value));
  }

  /**
   * Close the library and then the window; false when the reader keeps it open. Without `asking`, where there is no
   * time to ask, changes that the disk does not take now are lost.
   */
  close(asking = true): Promise<boolean> {
    this.#closing ??= this.#close(asking).finally(() => {
      this.#closing = null;
    });
    return this.#closing;
  }

  async #open(): Promise<OpenWorkbench> {
    const { open, onOpened, onFailed, log } = this.#options;
    try {
      const began = performance.now();
      this.window.setProgressBar(2);
      const workbench = await open();
      workbench.subscribe((news) => this.#hear(news));
      log.write("library open", { milliseconds: Math.round(performance.now() - began) });
      onOpened();
      return workbench;
    } catch (error) {
      log.write("library failed");
      log.error(error);
      onFailed(error);
      throw error;
    } finally {
      if (!this.window.isDestroyed()) this.window.setProgressBar(-1);
    }
  }

  #hear(news: News): void {
    if (news.kind === "unsaved")
      this.#unsaved = news.reason === null ? null : { count: news.waiting, reason: news.reason };
    else if (news.kind === "progress" && !this.window.isDestroyed())
      this.window.setProgressBar(news.done >= news.total ? -1 : news.done / news.total);
    this.send("news", news);
  }

  async #close(asking: boolean): Promise<boolean> {
    const { ask, onClosed, log } = this.#options;
    const outcome = await closeLibrary({
      unsaved: () => (asking ? this.#unsaved : null),
      ask,
      close: async () => (await this.#workbench?.catch(() => null))?.close(),
      limit: () => new Promise((resolve) => setTimeout(resolve, closingTime).unref()),
    });
    if (outcome === "kept") return false;
    log.write(outcome === "closed" ? "library closed" : "library slow to close");
    // What the page stores for itself is written by Chromium now and then.
    session.defaultSession.flushStorageData();
    onClosed();
    this.window.destroy();
    return true;
  }
}
