/**
 * `npm run package`: makes the installers for this system in `dist`. Installs electron-builder into `.cache` first,
 * which downloads Electron and the tools of each format. Further arguments go to it, as `--dir` for an unpacked app.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { builder, configuration } from "./configuration.ts";
import { icnsIcon, icoIcon, pngIcon } from "./icon.ts";
import { stage } from "./stage.ts";

const root = path.resolve(import.meta.dirname, "../..");
const work = path.join(root, ".cache/packaging");
const icons = path.join(work, "icons");
const app = path.join(work, "app");
const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Icons and the list of what is inside, where the configuration expects them. */
function writeResources(): void {
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

const electron = JSON.parse(readFileSync(path.join(root, "node_modules/electron/package.json"), "utf8")) as {
  version: string;
};
if (!existsSync(path.join(root, "out/main/index.js"))) throw new Error("Run `npm run build` first.");
say("Collecting the files of the app.");
await stage(app, { os: process.platform, cpu: process.env.npm_config_cpu ?? process.arch });
writeResources();
const dist = process.env.ELECTRON_OVERRIDE_DIST_PATH;
const folders = { app, icons, out: path.join(root, "dist"), ...(dist ? { electronDist: dist } : {}) };
const config = path.join(work, "electron-builder.json");
writeFileSync(config, JSON.stringify(configuration(folders, electron.version), null, 2));
const program = path.join(work, "builder/node_modules/electron-builder/cli.js");
if (!existsSync(program)) {
  say(
    `Installing ${builder} into .cache/packaging, with about 230 packages. Nothing of it becomes part of Stancemark.`,
  );
  const install = [
    "install",
    "--prefix",
    path.join(work, "builder"),
    "--no-audit",
    "--no-fund",
    "--save-exact",
    builder,
  ];
  execFileSync("npm", install, { stdio: "inherit", shell: process.platform === "win32" });
}
// Archives and packages get this time instead of the present one (reproducible-builds.org).
const env = { SOURCE_DATE_EPOCH: "1767225600", ...process.env };
const args = [program, "--config", config, "--projectDir", root, "--publish", "never", ...process.argv.slice(2)];
execFileSync(process.execPath, args, { stdio: "inherit", cwd: root, env });
