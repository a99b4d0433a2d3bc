import { accessSync, constants } from "node:fs";
import path from "node:path";

const names = [
  "google-chrome",
  "google-chrome-stable",
  "chromium",
  "chromium-browser",
  "microsoft-edge",
  "brave-browser",
];
const places = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** A browser of the Chromium family on the search path or at its usual place; null when there is none. */
export function installedBrowser(searchPath = process.env.PATH ?? ""): string | null {
  return onPath(names, searchPath) ?? places.find(canRun) ?? null;
}

/** The first program on the search path that has one of these names and can be run; null when there is none. */
export function onPath(programs: readonly string[], searchPath = process.env.PATH ?? ""): string | null {
  const folders = searchPath.split(path.delimiter);
  return folders.flatMap((folder) => programs.map((name) => path.join(folder, name))).find(canRun) ?? null;
}

/**
 * What a browser is started with to show one address as a window of its own: a profile apart, and nothing that the
 * browser would fetch on its own.
 */
export function windowArguments(url: string, profile: string): string[] {
  return [
    `--app=${url}`,
    `--user-data-dir=${profile}`,
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-domain-reliability",
    "--disable-sync",
    "--no-pings",
  ];
}

/** Whether windows can be shown: only Linux can be without. */
export function hasDisplay(platform = process.platform, env = process.env): boolean {
  return platform !== "linux" || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}

function canRun(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
