import type { App } from "electron";
import { linkScheme } from "../../shared/model/claim-link.ts";

/** Where a program runs, as far as its ties to the system depend on it. */
export type Surroundings = Readonly<{
  platform: NodeJS.Platform;
  packaged: boolean;
  /** Whether its data are in the reader's usual folder: not in portable mode, and not in a self-test. */
  installed: boolean;
}>;

/**
 * Tie the program to the system it runs on; to be called before the app is ready. On Linux, Chromium asks for the
 * system's voices only with a switch (electron/electron#4452, #22844). On Windows, an installer for one user registers
 * no links (electron-userland/electron-builder#8145), so the program does; elsewhere the installed package has said
 * what it opens.
 */
export function joinSystem(
  app: Pick<App, "setAsDefaultProtocolClient"> & { commandLine: Pick<App["commandLine"], "appendSwitch"> },
  { platform, packaged, installed }: Surroundings,
): void {
  if (platform === "linux") app.commandLine.appendSwitch("enable-speech-dispatcher");
  if (platform === "win32" && packaged && installed) app.setAsDefaultProtocolClient(linkScheme);
}
