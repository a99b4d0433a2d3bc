/** The files of the packaged app, in a folder of their own: what it needs to run, and nothing else. */
import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { type Lock, packagesApart, productionPackages } from "../tools/notices.ts";

const root = path.resolve(import.meta.dirname, "../..");

/** The system and processor that a package is made for, as npm names them. */
export type Target = Readonly<{ os: string; cpu: string }>;

/** Parts of the command line, which the packaged app cannot run (its fuses forbid it). */
const notNeeded = /^(@clack\/.+|sisteransi|picocolors|fast-(wrap|string)-.+)$/;

/** Files of packages that are never read by a running program. */
const unread = /\.(map|d\.[cm]?ts|tsx?|woff2|md|markdown|flow)$|(^|\/)(tests?|docs?|examples?|\.github)\//i;

/**
 * Weights of fonts that pages are set in. Chinese and Korean have regular and bold letters, which are 10 MB for each
 * weight.
 */
const weights = {
  latin: /-(Light|Regular|SemiBold|Bold)(Italic)?\.ttf$|-Italic\.ttf$/,
  "sc|kr": /-(Regular|Bold)\.otf$/,
} as const;

/** Whether a file of a package, by its name inside of it, goes into the packaged app. */
export function isStaged(packageName: string, file: string): boolean {
  if (/^licen[cs]e|^notice|^ofl/i.test(path.posix.basename(file))) return true;
  if (unread.test(file)) return false;
  for (const [scripts, wanted] of Object.entries(weights))
    if (new RegExp(`^@embedpdf/fonts-(${scripts})$`).test(packageName) && /\.(ttf|otf)$/.test(file))
      return wanted.test(file);
  // As the typesetter gets them (`services/typst/fonts.ts`).
  if (packageName.startsWith("@fontsource/")) return file === "package.json" || /-(400|700)-normal\.woff$/.test(file);
  return true;
}

type LockedPackage = Readonly<{
  os?: readonly string[];
  cpu?: readonly string[];
  libc?: readonly string[];
  version?: string;
}>;

/** The packages of the packaged app for a system, as folders from the root of the checkout. */
export function packagesFor(lock: Lock, { os, cpu }: Target): string[] {
  return [...productionPackages(lock), ...packagesApart(lock)].filter((folder) => {
    const entry = (lock.packages[folder] ?? {}) as LockedPackage;
    const fits = (wanted: readonly string[] | undefined, own: string): boolean =>
      wanted === undefined || wanted.includes(own);
    return fits(entry.os, os) && fits(entry.cpu, cpu) && fits(entry.libc, "glibc") && !notNeeded.test(nameOf(folder));
  });
}

function nameOf(folder: string): string {
  return folder.slice(folder.lastIndexOf("node_modules/") + "node_modules/".length);
}

/** Fill a folder with the app: the build, resources, licences, and the packages it loads when it runs. */
export async function stage(folder: string, target: Target): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const copy = (name: string, filter?: (file: string) => boolean): Promise<void> =>
    cp(path.join(root, name), path.join(folder, name), {
      recursive: true,
      filter: (from) => filter?.(path.relative(path.join(root, name), from).split(path.sep).join("/")) ?? true,
    });
  const manifest = JSON.parse(await readFile(path.join(root, "package.json"), "utf8")) as Record<string, unknown>;
  const lock = JSON.parse(await readFile(path.join(root, "package-lock.json"), "utf8")) as Lock;
  const packages = packagesFor(lock, target);
  const { name, version, description, license, type, main } = manifest;
  const dependencies = Object.fromEntries(
    [manifest.dependencies, manifest.peerDependencies]
      .flatMap((versions) => Object.entries(versions as Record<string, string>))
      .filter(([name]) => packages.includes(`node_modules/${name}`)),
  );
  const author = "Stancemark contributors";
  const own = { name, version, description, author, license, type, main, dependencies };
  await writeFile(path.join(folder, "package.json"), `${JSON.stringify(own, null, 2)}\n`);
  await copy("LICENSE");
  await copy("resources");
  await copy("out", (file) => !/^main\/(cli|web|start)\.js$/.test(file));
  for (const name of packages)
    await copy(
      name,
      (file) => file === "" || (!file.includes("node_modules") && (isFolder(file) || isStaged(nameOf(name), file))),
    );
}

/** Folders have no ending, except those that `unread` names; files without one are kept. */
function isFolder(file: string): boolean {
  return !path.posix.basename(file).includes(".") && !unread.test(`${file}/`);
}

/** What native code reads: it sees the disk and not the archive. */
export const unpacked = ["**/*.node", "**/node_modules/@embedpdf/fonts-*/fonts/**"] as const;
