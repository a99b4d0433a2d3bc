import { copyFile } from "node:fs/promises";
import path from "node:path";
import { app, dialog, screen, shell } from "electron";
import type { LibraryState } from "../../shared/contract/workbench.ts";
import type { Message } from "../../shared/messages/arguments.ts";
import { message } from "../../shared/messages/message.ts";
import { paperTables } from "../../shared/model/by-paper.ts";
import { writeDurably } from "../services/files/durable.ts";
import type { LibraryWindow } from "./library-window.ts";
import type { Log } from "./log.ts";
import { sayItem } from "./opened.ts";
import type { Preferences } from "./preferences.ts";
import { problemReport, type ReportFacts } from "./problem-report.ts";

/** The part of the app that is described here. */
type Described = Readonly<{
  windows: readonly LibraryWindow[];
  say: (text: Message) => string;
  parts: Readonly<{ data: string; log: Log; preferences: Preferences }>;
}>;

/** Show version, licence and where data is; the licences of everything inside open as a text. */
export async function showAbout(desktop: Described): Promise<void> {
  const { say, parts } = desktop;
  const [own] = desktop.windows;
  if (own === undefined) return;
  const { electron = "", chrome: chromium = "", node } = process.versions;
  const { response } = await dialog.showMessageBox(own.window, {
    type: "info",
    message: say(message("desktop.about", { version: app.getVersion() })),
    detail: say(message("desktop.aboutDetail", { electron, chromium, node, library: own.folder, data: parts.data })),
    buttons: [say(message("desktop.close")), say(message("desktop.licences"))],
    defaultId: 0,
    cancelId: 0,
  });
  if (response !== 1) return;
  // Other programs cannot read inside of the program's archive.
  const copy = path.join(parts.data, "licences.txt");
  await copyFile(path.join(import.meta.dirname, "../THIRD-PARTY-NOTICES.txt"), copy);
  await shell.openPath(copy);
}

/** Save what helps to find a fault where the reader wants it. */
export async function saveProblemReport(desktop: Described): Promise<void> {
  const [own] = desktop.windows;
  if (own === undefined) return;
  const { canceled, filePath } = await dialog.showSaveDialog(own.window, {
    defaultPath: "stancemark-problem-report.txt",
    properties: ["showOverwriteConfirmation", "createDirectory"],
  });
  if (canceled || filePath === "") return;
  await writeDurably(filePath, problemReport(await reportFacts(desktop)));
  own.give(sayItem(message("desktop.reportSaved", { file: filePath }), false));
}

async function reportFacts({ windows, parts }: Described): Promise<ReportFacts> {
  const { log, preferences } = parts;
  return {
    version: app.getVersion(),
    versions: process.versions,
    platform: process.platform,
    locale: app.getLocale(),
    displays: screen.getAllDisplays().map(({ size, scaleFactor }) => `${size.width}×${size.height} @${scaleFactor}`),
    acceleration: preferences.state.withoutAcceleration !== process.versions.electron,
    libraries: await Promise.all(windows.map(async (own) => countsOf(await (await own.workbench()).state({})))),
    log: log.read(),
  };
}

function countsOf({ library, access, damaged }: LibraryState): Record<string, number | boolean> {
  return {
    papers: Object.keys(library.papers).length,
    annotations: paperTables(library.annotations).reduce((sum, [, all]) => sum + Object.keys(all).length, 0),
    issues: Object.keys(library.issues).length,
    writable: access.mode === "write",
    damaged,
  };
}
