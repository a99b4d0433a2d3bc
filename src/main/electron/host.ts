import { readFile } from "node:fs/promises";
import path from "node:path";
import { type BrowserWindow, clipboard, dialog, shell } from "electron";
import { WorkbenchError } from "../../shared/errors.ts";
import type { HostCalls } from "../../shared/host.ts";
import { writeDurably } from "../services/files.ts";

export type DesktopHost = HostCalls;

/** The shell's own verbs by native dialogs. */
export function desktopHost(window: BrowserWindow): DesktopHost {
  return {
    chooseFiles: async () => {
      const filters = [
        { name: "Papers", extensions: ["pdf", "md", "markdown", "txt"] },
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
      const { canceled, filePath } = await dialog.showSaveDialog(window, { defaultPath: name });
      if (canceled || filePath === "") return null;
      await writeDurably(filePath, bytes);
      return { where: filePath };
    },
    openLink: async ({ url }) => {
      if (!/^(https?|mailto):/i.test(url))
        throw new WorkbenchError("refused", "Only web and mail links can be opened.");
      const { response } = await dialog.showMessageBox(window, {
        message: "Open this link outside Stancemark?",
        detail: url,
        buttons: ["Open", "Cancel"],
        cancelId: 1,
      });
      if (response === 0) await shell.openExternal(url);
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
  };
}
