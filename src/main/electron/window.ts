import { BrowserWindow } from "electron";
import { appOrigin } from "./confine.ts";

/** The options of the one window: isolated, sandboxed, without Node. */
export function windowOptions(preload: string) {
  return {
    width: 1440,
    height: 900,
    minWidth: 720,
    minHeight: 480,
    show: true,
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
      // A spell checker would fetch its dictionaries.
      spellcheck: false,
    },
  } as const;
}

/** Open the window on our own page. */
export function openWindow(preload: string): BrowserWindow {
  const window = new BrowserWindow(windowOptions(preload));
  void window.loadURL(`${appOrigin}/index.html`);
  return window;
}
