import { readdirSync, statSync } from "node:fs";
import path from "node:path";
import { app, type BrowserWindow, dialog, Menu, screen, type WebContents } from "electron";
import { fileEndings } from "../../shared/contract/host.ts";
import { asWorkbenchError } from "../../shared/contract/reply.ts";
import type { Message } from "../../shared/messages/arguments.ts";
import { message, printMessage, type SpokenLanguage } from "../../shared/messages/message.ts";
import { paperTables } from "../../shared/model/by-paper.ts";
import { meansId } from "../../shared/model/short-id.ts";
import { profileFile } from "../services/files/profile.ts";
import { isLibrary, openWorkbench } from "../services/workbench.ts";
import { saveProblemReport, showAbout } from "./about.ts";
import type { Unsaved } from "./closing.ts";
import { desktopHost } from "./host.ts";
import type { Launch } from "./launch.ts";
import { LibraryWindow } from "./library-window.ts";
import type { Log } from "./log.ts";
import { enableItems, menuTemplate } from "./menu.ts";
import { noItems, openFiles, sayItem } from "./opened.ts";
import { editTemplate } from "./pop-up-menu.ts";
import type { Preferences } from "./preferences.ts";
import { watchPage } from "./recovery.ts";
import { openWindow } from "./window.ts";
import { arrangementOf, boundsFor } from "./window-place.ts";

/** What the app is made of. */
export type AppParts = Readonly<{
  preferences: Preferences;
  log: Log;
  /** The preload script's file. */
  preload: string;
  /** The folder of resources that come with the program. */
  resources: string;
  /** The folder of what the app stores. */
  data: string;
  /** The library to open when nothing else is asked for. */
  library: () => string;
}>;

/** All windows of the desktop app, each with its own library. */
export class DesktopApp {
  readonly parts: AppParts;
  readonly #windows: LibraryWindow[] = [];
  #keys: Readonly<Record<string, string | null>> = {};

  constructor(parts: AppParts) {
    this.parts = parts;
  }

  /** The windows, the one used last first. */
  get windows(): readonly LibraryWindow[] {
    return this.#windows;
  }

  get language(): SpokenLanguage {
    return this.parts.preferences.language(app.getLocale());
  }

  readonly say = (text: Message): string => printMessage(text, this.language);

  /** The window that a page belongs to; null for other pages. */
  windowOf(page: WebContents): LibraryWindow | null {
    return this.#windows.find(({ window }) => window.webContents === page) ?? null;
  }

  /** Do what a start of the program asks for: the first one, or a later one while this runs. */
  async receive({ library, files, claims }: Launch): Promise<void> {
    const folders = files.filter((file) => statSync(file, { throwIfNoEntry: false })?.isDirectory());
    const named = [...(library === null ? [] : [library]), ...folders.filter(isLibrary)];
    let target = this.#windows[0] ?? null;
    for (const folder of named) target = this.open(folder);
    target ??= this.open(this.parts.library());
    target.show();
    for (const folder of folders)
      if (!isLibrary(folder)) target.give(sayItem(message("desktop.notLibrary", { folder: path.basename(folder) })));
    const opened = files.filter((file) => !folders.includes(file));
    if (opened.length > 0) target.give(await openFiles(opened));
    // Papers are the reader's own affair; what the system lists as opened lately is seen by everyone at the screen.
    for (const file of opened) if (path.extname(file) === `.${fileEndings.bundle[0]}`) app.addRecentDocument(file);
    for (const claim of claims) {
      const owner = (await this.#ownerOf(claim)) ?? target;
      owner.give({ ...noItems, claims: [claim] });
      owner.show();
    }
  }

  /** Open a library in a window of its own, or bring the window it has to the front. */
  open(folder: string): LibraryWindow {
    const known = this.#windows.find((libraryWindow) => libraryWindow.folder === path.resolve(folder));
    if (known !== undefined) {
      known.show();
      return known;
    }
    const { preferences, preload, log, resources } = this.parts;
    const displays = screen.getAllDisplays();
    const place = preferences.state.places[arrangementOf(displays)];
    const taken = this.#windows.map(({ window }) => window.getBounds());
    const window = openWindow({
      preload,
      bounds: boundsFor(place, displays, taken),
      background: preferences.background(),
    });
    if (place?.maximized) window.maximize();
    if (place?.fullScreen) window.setFullScreen(true);
    const own: LibraryWindow = new LibraryWindow(window, {
      folder: path.resolve(folder),
      open: () =>
        openWorkbench({
          folder: own.folder,
          program: "the desktop app",
          profile: profileFile(this.parts.data),
          resources,
          patience: Number.POSITIVE_INFINITY,
        }),
      ask: (unsaved) => this.#mayClose(own, unsaved),
      onOpened: () => {
        preferences.addRecent(own.folder);
        this.showMenu();
      },
      onFailed: (error) => this.#fail(own, error),
      onClosed: () => this.#forget(own),
      log,
    });
    own.host = desktopHost(own, {
      language: () => this.language,
      setLanguage: (language) => {
        preferences.set({ language });
        this.showMenu();
      },
      setLook: (look) => {
        preferences.set(look);
        preferences.applyTheme();
      },
      setKeys: (keys) => {
        this.#keys = keys;
        this.showMenu();
      },
      showFacts: () => this.#enable(),
    });
    this.#windows.unshift(own);
    this.#watch(own);
    this.showMenu();
    return own;
  }

  /** The application menu, in the reader's language and with the reader's keys. */
  showMenu(): void {
    const { preferences } = this.parts;
    const state = { platform: process.platform, language: this.language, keys: this.#keys };
    const template = menuTemplate(
      { ...state, recent: preferences.state.recent },
      {
        run: (id) => this.#windows[0]?.send("command", id),
        openLibrary: () => void this.#chooseLibrary(),
        openRecent: (folder) => void this.#openKnown(folder),
        clearRecent: () => {
          preferences.set({ recent: [] });
          this.showMenu();
        },
        showAbout: () => void showAbout(this),
        saveReport: () => void saveProblemReport(this),
      },
    );
    Menu.setApplicationMenu(Menu.buildFromTemplate(template));
    this.#enable();
  }

  /** Close all windows and their libraries; false when the reader keeps one open. */
  async closeAll(asking = true): Promise<boolean> {
    if (!asking) {
      await Promise.all(this.#windows.map((own) => own.close(false)));
      return true;
    }
    for (const own of [...this.#windows]) if (!(await own.close())) return false;
    return true;
  }

  /** The window that shows a claim, by its identifier or a part of it. */
  async #ownerOf(claim: string): Promise<LibraryWindow | null> {
    for (const own of this.#windows) {
      const { library } = await (await own.workbench()).state({});
      const ids = paperTables(library.annotations).flatMap(([, annotations]) => Object.keys(annotations));
      if (ids.some((id) => meansId(id, claim))) return own;
    }
    return null;
  }

  #watch(own: LibraryWindow): void {
    const { window } = own;
    const { log } = this.parts;
    watchPage(own, { log, say: this.say });
    window.on("focus", () => {
      this.#windows.sort((libraryWindow, other) => Number(other === own) - Number(libraryWindow === own));
      this.#enable();
    });
    window.on("query-session-end", (event) => {
      // The system shows that the program is not ready, until the question is answered.
      if (own.unsaved === null) return;
      event.preventDefault();
      void own.close();
    });
    window.on("session-end", () => {
      log.write("session end");
      void this.closeAll(false);
    });
    // Where the page has a menu of its own, it prevents this event.
    window.webContents.on("context-menu", (_event, clicked) => {
      const template = editTemplate(this.language, clicked, process.platform, {
        replaceMisspelling: (word) => window.webContents.replaceMisspelling(word),
        lookUp: () => window.webContents.showDefinitionForSelection(),
      });
      if (template.length > 0) Menu.buildFromTemplate(template).popup({ window, x: clicked.x, y: clicked.y });
    });
  }

  #enable(): void {
    const menu = Menu.getApplicationMenu();
    const facts = this.#windows[0]?.facts ?? null;
    if (menu !== null && facts !== null) enableItems(menu, facts, process.platform);
  }

  async #mayClose({ window }: LibraryWindow, { count, reason }: Unsaved): Promise<boolean> {
    const { response } = await dialog.showMessageBox(window, {
      type: "warning",
      message: this.say(message("desktop.unsavedOnClose", { count, reason })),
      detail: this.say(message("desktop.unsavedAdvice")),
      buttons: [this.say(message("desktop.keepOpen")), this.say(message("desktop.closeAnyway"))],
      defaultId: 0,
      cancelId: 0,
    });
    return response === 1;
  }

  /** A library that cannot be opened is reported in a box of its own, and its window goes. */
  #fail(own: LibraryWindow, error: unknown): void {
    dialog.showErrorBox(this.say(message("dialog.cannotStart")), this.say(asWorkbenchError(error).reason));
    const isLast = this.#windows.length === 1;
    this.#forget(own);
    if (isLast) app.exit(1);
    else own.window.destroy();
  }

  #forget(own: LibraryWindow): void {
    const index = this.#windows.indexOf(own);
    if (index < 0) return;
    this.#windows.splice(index, 1);
    rememberPlace(this.parts.preferences, own.window);
  }

  async #chooseLibrary(): Promise<void> {
    const front = this.#windows[0]?.window;
    const options = {
      title: this.say(message("desktop.chooseLibrary")),
      message: this.say(message("desktop.chooseLibrary")),
      properties: ["openDirectory" as const, "createDirectory" as const],
    };
    const { filePaths } = await (front === undefined
      ? dialog.showOpenDialog(options)
      : dialog.showOpenDialog(front, options));
    const [folder] = filePaths;
    if (folder === undefined) return;
    if (isLibrary(folder) || readdirSync(folder).length === 0) this.open(folder);
    else this.#windows[0]?.give(sayItem(message("desktop.notLibrary", { folder })));
  }

  async #openKnown(folder: string): Promise<void> {
    if (isLibrary(folder)) return void this.open(folder);
    const { preferences } = this.parts;
    preferences.set({ recent: preferences.state.recent.filter((other) => other !== folder) });
    this.showMenu();
    this.#windows[0]?.give(sayItem(message("usage.noLibrary", { folder })));
  }
}

function rememberPlace(preferences: Preferences, window: BrowserWindow): void {
  if (window.isDestroyed()) return;
  preferences.setPlace(arrangementOf(screen.getAllDisplays()), {
    bounds: window.getNormalBounds(),
    maximized: window.isMaximized(),
    fullScreen: window.isFullScreen(),
  });
}
