import { readFile } from "node:fs/promises";
import path from "node:path";
import { clipboard, dialog, Menu, shell } from "electron";
import { fileEndings, type HostCalls } from "../../shared/contract/host.ts";
import type { Message } from "../../shared/messages/arguments.ts";
import { type LanguageTag, message, printMessage, type SpokenLanguage } from "../../shared/messages/message.ts";
import { WorkbenchError } from "../../shared/model/errors.ts";
import { writeDurably } from "../services/files/durable.ts";
import { fileName } from "../services/files/file-name.ts";
import type { LibraryWindow } from "./library-window.ts";
import { popUpTemplate } from "./pop-up-menu.ts";
import type { ShellState } from "./shell-state.ts";

/** How long a click may come after its menu has closed, in milliseconds. */
const closingTime = 30;

const fileKinds = {
  papers: "dialog.papers",
  codebook: "dialog.codebooks",
  claims: "dialog.claims",
  bundle: "dialog.bundles",
} as const;

/** What the app does with what a window reports of itself. */
export type AppCalls = Readonly<{
  language: () => SpokenLanguage;
  setLanguage: (language: LanguageTag) => void;
  setLook: (look: Pick<ShellState, "theme"> & { background: string }) => void;
  setKeys: (keys: Readonly<Record<string, string | null>>) => void;
  showFacts: () => void;
}>;

/** The shell's own verbs by native dialogs, for one window. */
export function desktopHost(own: LibraryWindow, app: AppCalls): HostCalls {
  const { window } = own;
  const say = (text: Message): string => printMessage(text, app.language());
  return {
    chooseFiles: async ({ what = "papers" }) => {
      const name = say(message(fileKinds[what]));
      const filters = [
        { name, extensions: [...fileEndings[what]] },
        { name: say(message("dialog.allFiles")), extensions: ["*"] },
      ];
      const { filePaths } = await dialog.showOpenDialog(window, {
        properties: ["openFile", "multiSelections"],
        filters,
      });
      return Promise.all(
        filePaths.map(async (file) => ({ name: path.basename(file), bytes: new Uint8Array(await readFile(file)) })),
      );
    },
    save: async ({ name, bytes }) => {
      const [, stem, ending] = /^(.*?)(\.[a-z0-9]{1,10})?$/is.exec(name) ?? [];
      const { canceled, filePath } = await dialog.showSaveDialog(window, {
        defaultPath: `${fileName(stem ?? "")}${ending ?? ""}`,
        // Windows and macOS ask before a file is replaced; Linux asks only when told to.
        properties: ["showOverwriteConfirmation", "createDirectory"],
      });
      if (canceled || filePath === "") return null;
      await writeDurably(filePath, bytes);
      return { where: filePath };
    },
    chooseBackupFolder: async () => {
      const { filePaths } = await dialog.showOpenDialog(window, { properties: ["openDirectory", "createDirectory"] });
      const [folder] = filePaths;
      return folder === undefined ? null : (await own.workbench()).backUpInto(folder, true);
    },
    openLink: async ({ url }) => {
      const href = URL.parse(url)?.href;
      if (href === undefined) throw new WorkbenchError("invalid", message("dialog.badLink"));
      const { response } = await dialog.showMessageBox(window, {
        type: "question",
        message: say(message("dialog.openLink")),
        // As it will be opened: a host in another script is shown in its plain form.
        detail: href,
        buttons: [say(message("dialog.open")), say(message("dialog.cancel"))],
        defaultId: 1,
        cancelId: 1,
      });
      if (response === 0) await shell.openExternal(href);
      return null;
    },
    copy: async ({ text }) => {
      await clipboard.writeText(text);
      return null;
    },
    setLanguage: async ({ language }) => {
      app.setLanguage(language);
      return null;
    },
    setTitle: async ({ title }) => {
      window.setTitle(title);
      return null;
    },
    setLook: async (look) => {
      window.setBackgroundColor(look.background);
      app.setLook(look);
      return null;
    },
    setKeys: async ({ keys }) => {
      app.setKeys(keys);
      return null;
    },
    editField: async ({ action }) => {
      window.webContents[action]();
      return null;
    },
    print: async () => {
      window.webContents.print({ printBackground: true });
      return null;
    },
    takeOpened: async () => own.takeOpened(),
    popUpMenu: ({ groups, x, y }) =>
      new Promise((resolve) => {
        let chosen: string | null = null;
        const menu = Menu.buildFromTemplate(
          popUpTemplate(groups, (id) => {
            chosen = id;
          }),
        );
        // Some desktops close the menu before they report what was clicked.
        menu.popup({ window, x, y, callback: () => setTimeout(() => resolve(chosen), closingTime) });
      }),
    setMenu: async ({ facts }) => {
      own.facts = facts;
      app.showFacts();
      return null;
    },
  };
}
