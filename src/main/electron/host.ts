import { readFile } from "node:fs/promises";
import path from "node:path";
import { type BrowserWindow, clipboard, dialog, Menu, shell } from "electron";
import type { Facts } from "../../shared/contract/commands.ts";
import { fileEndings, type HostCalls } from "../../shared/contract/host.ts";
import type { Message } from "../../shared/messages/arguments.ts";
import {
  inEnglish,
  type LanguageTag,
  message,
  printMessage,
  type SpokenLanguage,
} from "../../shared/messages/message.ts";
import { inUrdu } from "../../shared/messages/urdu.ts";
import { WorkbenchError } from "../../shared/model/errors.ts";
import { writeDurably } from "../services/files/durable.ts";
import { fileName } from "../services/files/file-name.ts";
import type { OpenWorkbench } from "../services/workbench.ts";
import { editTemplate, enableItems, popUpTemplate } from "./menu.ts";

/** How long a click may come after its menu has closed, in milliseconds. */
const closingTime = 30;

export type DesktopHost = HostCalls;

const spokenLanguages: Readonly<Record<LanguageTag, SpokenLanguage>> = { en: inEnglish, ur: inUrdu };
const fileKinds = {
  papers: "dialog.papers",
  codebook: "dialog.codebooks",
  claims: "dialog.claims",
  bundle: "dialog.bundles",
} as const;

/** The shell's own verbs by native dialogs. `onLanguage` hears the language of the window. */
export function desktopHost(
  window: BrowserWindow,
  workbench: Pick<OpenWorkbench, "backUpInto">,
  onLanguage: (language: SpokenLanguage) => void,
): DesktopHost {
  let language = inEnglish;
  let known: Facts | null = null;
  const say = (said: Message): string => printMessage(said, language);
  // Where the page has a menu of its own, it prevents this event.
  window.webContents.on("context-menu", (_event, clicked) => {
    const template = editTemplate(language, clicked);
    if (template.length > 0) Menu.buildFromTemplate(template).popup({ window, x: clicked.x, y: clicked.y });
  });
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
      return folder === undefined ? null : workbench.backUpInto(folder, true);
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
    setLanguage: async (wanted) => {
      language = spokenLanguages[wanted.language];
      onLanguage(language);
      // The items of a new menu are disabled until the window says what can be done; it has said so.
      const menu = known === null ? null : Menu.getApplicationMenu();
      if (menu !== null && known !== null) enableItems(menu, known);
      return null;
    },
    setTitle: async ({ title }) => {
      window.setTitle(title);
      return null;
    },
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
      known = facts;
      const menu = Menu.getApplicationMenu();
      if (menu !== null) enableItems(menu, facts);
      return null;
    },
  };
}
