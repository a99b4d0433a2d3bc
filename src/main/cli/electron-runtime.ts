import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

/** Electron's own binary, or why there is none. */
export type Runtime = Readonly<{ binary: string; reason: null }> | Readonly<{ binary: null; reason: string }>;

/** How long the download may take, in milliseconds; how often a line reports that it goes on. */
const downloadTime = 600_000;
const reportEvery = 10_000;

function electronPackage(): string {
  return path.dirname(createRequire(import.meta.url).resolve("electron/package.json"));
}

/**
 * Electron's binary where its installer has put it, or in the unpacked distribution that `ELECTRON_OVERRIDE_DIST_PATH`
 * names, as the `electron` package itself takes it; null where there is none.
 */
export function electronBinary(env = process.env, folder?: string): string | null {
  try {
    const from = folder ?? electronPackage();
    const pathFile = path.join(from, "path.txt");
    const chosen = env.ELECTRON_OVERRIDE_DIST_PATH || path.join(from, "dist");
    const name = existsSync(pathFile) ? readFileSync(pathFile, "utf8") : nameOn(process.platform);
    const binary = path.join(chosen, name);
    return existsSync(binary) ? binary : null;
  } catch {
    return null;
  }
}

function nameOn(platform: NodeJS.Platform): string {
  if (platform === "darwin") return "Electron.app/Contents/MacOS/Electron";
  return platform === "win32" ? "electron.exe" : "electron";
}

/**
 * Electron's binary, downloaded by its own installer where it is missing. `report` gets a line at once and every ten
 * seconds.
 */
export async function fetchElectron(
  report: (line: string) => void,
  installer = path.join(electronPackage(), "install.js"),
  find: () => string | null = electronBinary,
): Promise<Runtime> {
  const found = find();
  if (found !== null) return { binary: found, reason: null };
  report("Downloading Electron's runtime (about 115 MB), which is needed once. Ctrl+C stops it.");
  let [output, seconds] = ["", 0];
  const child = spawn(process.execPath, [installer], { stdio: ["ignore", "inherit", "pipe"] });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    output = (output + text).slice(-20_000);
  });
  const timer = setInterval(() => {
    seconds += reportEvery / 1000;
    report(`Still downloading (${seconds} seconds).`);
    if (seconds * 1000 >= downloadTime) child.kill();
  }, reportEvery);
  await new Promise((resolve) => child.once("error", resolve).once("close", resolve));
  clearInterval(timer);
  const binary = find();
  if (binary !== null) return { binary, reason: null };
  return { binary: null, reason: reasonIn(output) ?? "the download took too long" };
}

/** The line that says what went wrong, of what an installer printed; null when it printed nothing. */
export function reasonIn(output: string): string | null {
  const lines = output
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !/^(at |\{|\}|Node\.js v)/.test(line));
  const line = lines.findLast((line) => /error|ENOTFOUND|E[A-Z]{4,}/i.test(line)) ?? lines.at(-1);
  return line?.replace(/^(\w*Error): /, "").slice(0, 300) ?? null;
}
