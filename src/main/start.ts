import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { accessSync, constants, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { chooseWindow } from "./cli/choose-window.ts";

const packages = createRequire(import.meta.url);
const display = process.platform !== "linux" || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
const electron = electronBinary() ?? (display ? fetchElectron() : null);
const browser = browserOnPath();
const choice = chooseWindow({ electron, browser, display });
if (choice.say !== null) process.stderr.write(`${choice.say}\n`);

if (choice.kind === "electron") run(choice.program, [path.join(import.meta.dirname, "../..")]);
else {
  const child = spawn(process.execPath, [path.join(import.meta.dirname, "cli.js"), "serve", ...process.argv.slice(2)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    const url = /http:\S+/.exec(text)?.[0];
    if (choice.kind === "address" || url === undefined) process.stdout.write(text);
    else showIn(choice.program, url, child);
  });
  child.on("exit", (code) => process.exit(code ?? 1));
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => child.kill(signal));
}

function run(program: string, args: readonly string[]): void {
  spawn(program, args, { stdio: "inherit" })
    .on("error", (error) => process.stderr.write(`${program} could not be started: ${error.message}\n`))
    .on("exit", (code) => process.exit(code ?? 1));
}

/** The browser's window is the program's: closing it ends the server. A browser that does not start leaves the address. */
function showIn(program: string, url: string, server: ChildProcess): void {
  const profile = mkdtempSync(path.join(tmpdir(), "stancemark-window-"));
  const byHand = (): void => void process.stderr.write(`${program} could not be started; open ${url} in a browser.\n`);
  process.on("exit", () => rmSync(profile, { recursive: true, force: true }));
  spawn(program, [`--app=${url}`, `--user-data-dir=${profile}`, "--no-first-run"], { stdio: "ignore" })
    .on("error", byHand)
    .on("exit", (code) => (code === 0 ? server.kill() : byHand()));
}

/** Electron's own binary where its installer has put it; null where it could not be fetched. */
function electronBinary(): string | null {
  try {
    const folder = path.dirname(packages.resolve("electron/package.json"));
    const binary = path.join(folder, "dist", readFileSync(path.join(folder, "path.txt"), "utf8"));
    return existsSync(binary) ? binary : null;
  } catch {
    return null;
  }
}

/** Electron's own installer, tried where there is a window to open; null when it cannot reach its source. */
function fetchElectron(): string | null {
  process.stderr.write("Fetching Electron's runtime, which is needed once.\n");
  const installer = path.join(path.dirname(packages.resolve("electron/package.json")), "install.js");
  spawnSync(process.execPath, [installer], { stdio: "ignore", timeout: 300_000 });
  return electronBinary();
}

function browserOnPath(): string | null {
  const names = [
    "google-chrome",
    "google-chrome-stable",
    "chromium",
    "chromium-browser",
    "microsoft-edge",
    "brave-browser",
  ];
  const fixed = [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  ];
  const folders = (process.env.PATH ?? "").split(path.delimiter);
  return [...folders.flatMap((folder) => names.map((name) => path.join(folder, name))), ...fixed].find(canRun) ?? null;
}

function canRun(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
