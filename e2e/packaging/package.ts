/**
 * `npm run package`: makes the installers for this system in `dist`. Installs electron-builder into `.cache` first,
 * which downloads Electron and the tools of each format. Further arguments go to it, as `--dir` for an unpacked app.
 */
import { existsSync } from "node:fs";
import path from "node:path";
import { builderHome, needBuilder, runBuilder, writeResources } from "./builder.ts";
import { stage } from "./stage.ts";

const root = path.resolve(import.meta.dirname, "../..");
const [app, icons] = [path.join(builderHome, "app"), path.join(builderHome, "icons")];
const say = (line: string): void => void process.stdout.write(`${line}\n`);

if (!existsSync(path.join(root, "out/main/index.js"))) throw new Error("Run `npm run build` first.");
say("Collecting the files of the app.");
await stage(app, { os: process.platform, cpu: process.env.npm_config_cpu ?? process.arch });
writeResources(icons);
say("Installing electron-builder into .cache/packaging if it is not there. Nothing of it becomes part of Stancemark.");
const program = needBuilder();
const dist = process.env.ELECTRON_OVERRIDE_DIST_PATH;
const folders = { app, icons, out: path.join(root, "dist"), ...(dist ? { electronDist: dist } : {}) };
runBuilder(program, folders, process.argv.slice(2));
