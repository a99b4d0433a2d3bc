import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { chooseWindow } from "./cli/choose-window.ts";
import { electronBinary, fetchElectron, hasDisplay, installedBrowser, windowArguments } from "./cli/programs.ts";

const display = hasDisplay();
const electron = electronBinary() ?? (display ? fetchElectron() : null);
const choice = chooseWindow({ electron, browser: installedBrowser(), display });
if (choice.say !== null) process.stderr.write(`${choice.say}\n`);

if (choice.kind === "electron") run(choice.program, [path.join(import.meta.dirname, "../..")]);
else {
  // The browser is started with the first address only.
  const once = choice.kind === "browser" ? ["--once"] : [];
  const args = [path.join(import.meta.dirname, "cli.js"), "serve", ...once, ...process.argv.slice(2)];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
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

/**
 * The browser's window is the program's: closing it ends the server. A browser that does not start leaves the address.
 */
function showIn(program: string, url: string, server: ChildProcess): void {
  const profile = mkdtempSync(path.join(tmpdir(), "stancemark-window-"));
  const byHand = (): void => void process.stderr.write(`${program} could not be started; open ${url} in a browser.\n`);
  process.on("exit", () => rmSync(profile, { recursive: true, force: true }));
  spawn(program, windowArguments(url, profile), { stdio: "ignore" })
    .on("error", byHand)
    .on("exit", (code) => (code === 0 ? server.kill() : byHand()));
}
