import { BrowserWindow } from "electron";
import { appOrigin } from "./confine.ts";
import type { Bounds } from "./shell-state.ts";
import { leastSize } from "./window-place.ts";

/** How a window looks before its page is there. */
export type WindowLook = Readonly<{
  preload: string;
  bounds: Partial<Bounds> & Readonly<{ width: number; height: number }>;
  /** Of the theme that the page will have: what is shown until it is painted. */
  background: string;
}>;

/** Backgrounds of the light and the dark theme (`app/theme.css`), for a page that has not reported its own yet. */
export const backgrounds = { light: "#f6f5f1", dark: "#16181b" } as const;

/** The options of a window: isolated, sandboxed, without Node. */
export function windowOptions({ preload, bounds, background }: WindowLook, platform = process.platform) {
  return {
    ...bounds,
    minWidth: leastSize.width,
    minHeight: leastSize.height,
    show: true,
    backgroundColor: background,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      // macOS has a spell checker of its own; elsewhere Chromium would fetch dictionaries.
      spellcheck: platform === "darwin",
    },
  } as const;
}

/** Open a window on our own page. */
export function openWindow(look: WindowLook): BrowserWindow {
  const window = new BrowserWindow(windowOptions(look));
  void window.loadURL(`${appOrigin}/index.html`).catch(() => undefined);
  return window;
}
