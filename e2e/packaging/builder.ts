/** Running electron-builder: what it reads beside the app, and its installation on demand. */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { builder, configuration, type Folders } from "./configuration.ts";
import { icnsIcon, icoIcon, pngIcon } from "./icon.ts";

const root = path.resolve(import.meta.dirname, "../..");

/** Where electron-builder is installed, and what is made for it. */
export const builderHome = path.join(root, ".cache/packaging");

/** Write icons and the list of what is inside, where the configuration expects them. */
export function writeResources(icons: string): void {
  mkdirSync(path.join(icons, "png"), { recursive: true });
  for (const size of [16, 24, 32, 48, 64, 128, 256, 512])
    writeFileSync(path.join(icons, "png", `${size}x${size}.png`), pngIcon(size));
  writeFileSync(path.join(icons, "icon.ico"), icoIcon());
  writeFileSync(path.join(icons, "icon.icns"), icnsIcon());
  const sbom = execFileSync("npm", ["sbom", "--omit=dev", "--sbom-format", "cyclonedx"], {
    cwd: root,
    shell: process.platform === "win32",
    maxBuffer: 1 << 26,
  });
  writeFileSync(path.join(icons, "sbom.cdx.json"), sbom);
}

/** The program of electron-builder, installed into `.cache` if it is not there. Throws when npm cannot get it. */
export function needBuilder(options: readonly string[] = [], stdio: "inherit" | "ignore" = "inherit"): string {
  const program = path.join(builderHome, "builder/node_modules/electron-builder/cli.js");
  if (existsSync(program)) return program;
  const folder = path.join(builderHome, "builder");
  const args = ["install", "--prefix", folder, "--no-audit", "--no-fund", "--save-exact", ...options, builder];
  execFileSync("npm", args, { stdio, shell: process.platform === "win32" });
  return program;
}

/** Make what `args` ask for. `folders` are those of the configuration. Throws when electron-builder fails. */
export function runBuilder(
  program: string,
  folders: Folders,
  args: readonly string[],
  stdio: "inherit" | "pipe" = "inherit",
): void {
  const electron = JSON.parse(readFileSync(path.join(root, "node_modules/electron/package.json"), "utf8")) as {
    version: string;
  };
  const config = path.join(folders.icons, "electron-builder.json");
  writeFileSync(config, JSON.stringify(configuration(folders, electron.version), null, 2));
  // Archives and packages get this time instead of the present one (reproducible-builds.org).
  const env = { SOURCE_DATE_EPOCH: "1767225600", ...process.env };
  const all = [program, "--config", config, "--projectDir", root, "--publish", "never", ...args];
  execFileSync(process.execPath, all, { stdio, cwd: root, env });
}
