import { BrowserWindow, type WebContents } from "electron";

/** Where the window's page lives. */
export const appOrigin = "stancemark://app";

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
      webviewTag: false,
      spellcheck: false,
    },
  } as const;
}

/** Open the window on our own page; it can go nowhere else, open nothing and is given no permission. */
export function openWindow(preload: string): BrowserWindow {
  const window = new BrowserWindow(windowOptions(preload));
  confine(window.webContents);
  void window.loadURL(`${appOrigin}/index.html`);
  return window;
}

function confine(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: "deny" }));
  for (const event of ["will-navigate", "will-frame-navigate", "will-redirect"] as const)
    contents.on(event as "will-navigate", (details) => {
      if (!details.url.startsWith(`${appOrigin}/`)) details.preventDefault();
    });
  contents.session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  contents.session.setPermissionCheckHandler(() => false);
}
