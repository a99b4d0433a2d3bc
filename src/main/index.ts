import path from "node:path";
import { app, dialog, Menu, protocol, session } from "electron";
import { asWorkbenchError } from "../shared/contract/wire.ts";
import { inEnglish, message, printMessage, type SpokenLanguage } from "../shared/messages/message.ts";
import { inUrdu } from "../shared/messages/urdu.ts";
import { confineContents, confineSession } from "./electron/confine.ts";
import { desktopHost } from "./electron/host.ts";
import { serveWindow } from "./electron/ipc.ts";
import { menuTemplate } from "./electron/menu.ts";
import { answer } from "./electron/protocol.ts";
import { openWindow } from "./electron/window.ts";
import { resourcesFolder } from "./services/files/resources.ts";
import { openWorkbench } from "./services/workbench.ts";

app.enableSandbox();
app.on("web-contents-created", (_event, contents) => confineContents(contents));
protocol.registerSchemesAsPrivileged([
  { scheme: "stancemark", privileges: { standard: true, secure: true, supportFetchAPI: true } },
]);

if (app.requestSingleInstanceLock()) start().catch(fail);
else app.quit();

async function start(): Promise<void> {
  await app.whenReady();
  confineSession(session.defaultSession);
  const renderer = path.join(import.meta.dirname, "../renderer");
  protocol.handle("stancemark", (request) => answer(renderer, request.url));
  const folder = process.env.STANCEMARK_LIBRARY ?? path.join(app.getPath("userData"), "library");
  const patience = Number.POSITIVE_INFINITY;
  const workbench = await openWorkbench({ folder, program: "the desktop app", resources: resourcesFolder(), patience });
  const window = openWindow(path.join(import.meta.dirname, "../preload/index.cjs"));
  const showMenu = (language: SpokenLanguage): void =>
    Menu.setApplicationMenu(
      Menu.buildFromTemplate(menuTemplate(language, (id) => window.webContents.send("command", id))),
    );
  // The window says its own language as soon as it is there.
  showMenu(systemLanguage());
  serveWindow(window, workbench, desktopHost(window, workbench, showMenu));
  app.on("second-instance", () => window.focus());
  app.on("window-all-closed", () => void workbench.close().finally(() => app.quit()));
}

/** A library that cannot be opened is said in a box of its own: there is no window yet. */
function fail(error: unknown): void {
  const language = systemLanguage();
  const why = printMessage(asWorkbenchError(error).said, language);
  dialog.showErrorBox(printMessage(message("dialog.cannotStart"), language), why);
  app.exit(1);
}

/** The language of the system where the program speaks it, else English. */
function systemLanguage(): SpokenLanguage {
  return app.getLocale().startsWith("ur") ? inUrdu : inEnglish;
}
