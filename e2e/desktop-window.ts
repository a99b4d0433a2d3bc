import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { _electron, type ElectronApplication } from "@playwright/test";
import { electronBinary } from "../src/main/cli/electron-runtime.ts";
import { drawn, type Window } from "./window.ts";

export type DesktopWindow = Omit<Window, "addSample"> & Readonly<{ close: () => Promise<void> }>;

/** The window of the desktop app. Native dialogs are answered in its main process: no test can click them. */
export function desktopWindow(library: string): DesktopWindow {
  const aside = path.join(path.dirname(library), "aside");
  let app: ElectronApplication | null = null;
  const running = (): ElectronApplication => {
    if (app === null) throw new Error("open the window first");
    return app;
  };
  const stop = async (signal: NodeJS.Signals = "SIGTERM"): Promise<void> => {
    const ending = app;
    app = null;
    if (ending === null) return;
    if (signal !== "SIGKILL") return ending.close();
    const gone = new Promise((resolve) => ending.process().once("exit", resolve));
    ending.process().kill(signal);
    await gone;
  };
  return {
    open: async () => {
      const executablePath = electronBinary();
      if (executablePath === null) throw new Error("Electron's runtime is not installed");
      const root = path.resolve(import.meta.dirname, "..");
      const env = { ...process.env, STANCEMARK_LIBRARY: library, STANCEMARK_DATA: path.join(aside, "settings") };
      app = await _electron.launch({ executablePath, args: [root], env });
      return drawn(await app.firstWindow());
    },
    stop,
    close: () => stop("SIGKILL"),
    choose: async ({ name, bytes }, act) => {
      const file = path.join(aside, name);
      await mkdir(aside, { recursive: true });
      await writeFile(file, bytes);
      await running().evaluate(({ dialog }, filePath) => {
        dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [filePath] });
      }, file);
      await act();
    },
    keep: async (act) => {
      await mkdir(aside, { recursive: true });
      const filePath = path.join(aside, `kept-${Date.now()}`);
      await running().evaluate(({ dialog }, wanted) => {
        dialog.showSaveDialog = async () => ({ canceled: false, filePath: wanted });
      }, filePath);
      await act();
      while (!existsSync(filePath)) await new Promise((resolve) => setTimeout(resolve, 50));
      return filePath;
    },
  };
}
