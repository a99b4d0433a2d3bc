import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";
import { chooseWindow } from "./cli/choose-window.ts";
import { electronBinary, fetchElectron } from "./cli/electron-runtime.ts";
import { hasDisplay, installedBrowser, windowArguments } from "./cli/programs.ts";
import { type WindowProfile, windowProfile } from "./cli/window-profile.ts";
import { dataFolder } from "./services/files/data-folder.ts";

const display = hasDisplay();
const report = (line: string): void => void process.stderr.write(`${line}\n`);
const { binary, reason } = display ? await fetchElectron(report) : { binary: electronBinary(), reason: null };
const choice = chooseWindow({ electron: binary, reason, browser: installedBrowser(), display });
const given = process.argv.slice(2);
if (choice.say !== null) report(choice.say);

if (choice.kind === "electron") run(choice.program, [path.join(import.meta.dirname, "../.."), ...given]);
else if (choice.kind === "browser") {
  const profile = await windowProfile(dataFolder());
  process.on("exit", profile.remove);
  const port = given.includes("--port") ? [] : ["--port", String(profile.port)];
  // The browser is started with the first address only.
  serve(["--once", ...port], (url, server) => showIn(choice.program, url, profile, server));
} else serve([], null);

/** Start the web host. `show` gets the address instead of the reader. */
function serve(options: readonly string[], show: ((url: string, server: ChildProcess) => void) | null): void {
  const args = [path.join(import.meta.dirname, "cli.js"), "serve", ...options, ...given];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    const url = /http:\S+/.exec(text)?.[0];
    if (show === null || url === undefined) process.stdout.write(text);
    else show(url, child);
  });
  child.on("exit", (code) => process.exit(code ?? 1));
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => child.kill(signal));
}

function run(program: string, args: readonly string[]): void {
  const child = spawn(program, args, { stdio: "inherit" })
    .on("error", (error) => report(`${program} could not be started: ${error.message}`))
    .on("exit", (code) => process.exit(code ?? 1));
  // The app closes its libraries before it ends.
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => child.kill(signal));
}

/**
 * The browser's window is the program's: closing it ends the server. A browser that does not start leaves the address.
 */
function showIn(program: string, url: string, profile: WindowProfile, server: ChildProcess): void {
  const byHand = (): void => report(`${program} could not be started; open ${url} in a browser.`);
  spawn(program, windowArguments(url, profile.folder), { stdio: "ignore" })
    .on("error", byHand)
    .on("exit", (code) => (code === 0 ? server.kill() : byHand()));
}
