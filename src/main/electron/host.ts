import { readFile } from "node:fs/promises";
import path from "node:path";
import { type BrowserWindow, clipboard, dialog, Menu, shell } from "electron";
import { fileEndings, type HostCalls } from "../../shared/contract/host.ts";
import { WorkbenchError } from "../../shared/model/errors.ts";
import { writeDurably } from "../services/files/durable.ts";
import { fileName } from "../services/files/file-name.ts";
import { enableItems } from "./menu.ts";

export type DesktopHost = HostCalls;

/** The shell's own verbs by native dialogs. */
export function desktopHost(window: BrowserWindow): DesktopHost {
  return {
    chooseFiles: async ({ what = "papers" }) => {
      const name = { papers: "Papers", codebook: "Codebooks", bundle: "Library files" }[what];
      const filters = [
        { name, extensions: [...fileEndings[what]] },
        { name: "All files", extensions: ["*"] },
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
    openLink: async ({ url }) => {
      const href = URL.parse(url)?.href;
      if (href === undefined) throw new WorkbenchError("invalid", "This link is no address that can be opened.");
      const { response } = await dialog.showMessageBox(window, {
        type: "question",
        message: "Open this link outside Stancemark?",
        // As it will be opened: a host in another script is shown in its plain form.
        detail: href,
        buttons: ["Open", "Cancel"],
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
    setTitle: async ({ title }) => {
      window.setTitle(title);
      return null;
    },
    setMenu: async ({ facts }) => {
      const menu = Menu.getApplicationMenu();
      if (menu !== null) enableItems(menu, facts);
      return null;
    },
  };
}
