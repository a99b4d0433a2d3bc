import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { needBuilder, runBuilder, writeResources } from "../packaging/builder.ts";

/**
 * What is in a file of Electron before its fuses: `@electron/fuses` looks for it, then for the version of the table, the
 * number of fuses and a sign for each (electron/docs/tutorial/fuses.md).
 */
const sentinel = "dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX";
const fuseCount = 9;

/** A folder with the names of an unpacked Electron, and nothing in it that runs. */
async function stubRuntime(folder: string, emptyArchive: (file: string) => Promise<void>): Promise<string> {
  await mkdir(path.join(folder, "resources"), { recursive: true });
  await mkdir(path.join(folder, "locales"));
  const fuses = Buffer.concat([Buffer.from(sentinel), Buffer.from([1, fuseCount]), Buffer.alloc(fuseCount, "1")]);
  await writeFile(path.join(folder, "electron"), fuses, { mode: 0o755 });
  await writeFile(path.join(folder, "version"), "0.0.0");
  await writeFile(path.join(folder, "locales/en-US.pak"), "");
  await writeFile(path.join(folder, "LICENSE"), "");
  await writeFile(path.join(folder, "LICENSES.chromium.html"), "");
  await emptyArchive(path.join(folder, "resources/default_app.asar"));
  return folder;
}

/** The app as electron-builder makes it: its archive, and the fuses of its program as signs, `1` for on. */
export type BuiltApp = Readonly<{ archive: string; fuses: string; folder: string }>;

/**
 * The staged app in the folder that electron-builder makes of it for Linux, around a runtime that does not run; why it
 * cannot be made, where npm cannot get electron-builder.
 */
export async function buildApp(
  app: string,
  work: string,
  emptyArchive: (file: string) => Promise<void>,
): Promise<BuiltApp | string> {
  const quick = ["--prefer-offline", "--fetch-retries=0", "--fetch-timeout=20000", "--ignore-scripts"];
  let program: string;
  try {
    program = needBuilder(quick, "ignore");
  } catch {
    return "electron-builder can't be installed";
  }
  const icons = path.join(work, "icons");
  writeResources(icons);
  const electronDist = await stubRuntime(path.join(work, "runtime"), emptyArchive);
  const folders = { app, icons, out: path.join(work, "built"), electronDist };
  runBuilder(program, folders, ["--linux", "--x64", "--dir"], "pipe");
  const folder = path.join(folders.out, "linux-unpacked");
  const file = await readFile(path.join(folder, "stancemark"));
  const start = file.indexOf(sentinel) + sentinel.length + 2;
  return {
    archive: path.join(folder, "resources/app.asar"),
    fuses: file.subarray(start, start + fuseCount).toString(),
    folder,
  };
}
