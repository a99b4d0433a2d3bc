/**
 * For `node --import`: makes an archive readable as a folder, as Electron does (docs/tutorial/asar-archives.md and
 * lib/node/asar-fs-wrapper.ts of Electron), as far as the program uses it: `fs`, modules and workers read inside of it,
 * native code sees the disk only. Files that are unpacked beside the archive are read by calling `fs` once more with
 * their real names, whatever `fs` is by then. `STANCEMARK_ARCHIVE` names the archive; reading what is not in it is
 * written down in the file `STANCEMARK_MISSING`.
 */
import fs from "node:fs";
import { registerHooks, syncBuiltinESMExports } from "node:module";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

type Entry = { files?: Record<string, Entry>; size?: number; offset?: string; unpacked?: boolean };

const archive = process.env.STANCEMARK_ARCHIVE ?? "";
const original = { ...fs };
const { header, start } = readHeader();

/** The format: two numbers of four bytes, the length of a list of files as JSON, that list, and the files' bytes. */
function readHeader(): { header: Entry; start: number } {
  const file = original.openSync(archive, "r");
  const sizes = Buffer.alloc(16);
  original.readSync(file, sizes, 0, 16, 0);
  const list = Buffer.alloc(sizes.readUInt32LE(12));
  original.readSync(file, list, 0, list.length, 16);
  original.closeSync(file);
  return { header: JSON.parse(list.toString("utf8")) as Entry, start: 8 + sizes.readUInt32LE(4) };
}

/** The way inside of the archive; null for a file elsewhere. */
function inside(file: unknown): string[] | null {
  if (typeof file === "number" || file === undefined || file === null) return null;
  const name = path.resolve(file instanceof URL ? fileURLToPath(file) : String(file));
  if (name === archive) return [];
  return name.startsWith(archive + path.sep) ? name.slice(archive.length + 1).split(path.sep) : null;
}

function find(way: readonly string[]): Entry | null {
  let entry: Entry | undefined = header;
  for (const part of way) entry = entry?.files && Object.hasOwn(entry.files, part) ? entry.files[part] : undefined;
  return entry ?? null;
}

const realName = (way: readonly string[]): string => path.join(`${archive}.unpacked`, ...way);

function missing(way: readonly string[]): never {
  const file = process.env.STANCEMARK_MISSING;
  if (file !== undefined) {
    // Not `appendFileSync`, which calls other functions of `fs`, by then guarded ones.
    const list = original.openSync(file, "a");
    original.writeSync(list, `${way.join("/")}\n`);
    original.closeSync(list);
  }
  throw Object.assign(new Error(`ENOENT: no such file in the archive, ${way.join("/")}`), { code: "ENOENT" });
}

function bytesOf(way: readonly string[]): Buffer {
  const entry = find(way);
  if (entry === null) missing(way);
  if (entry.files !== undefined) throw Object.assign(new Error("EISDIR"), { code: "EISDIR" });
  // As in Electron: by `fs` as it is now, and any error there means that there is no such file.
  if (entry.unpacked) {
    try {
      return fs.readFileSync(realName(way));
    } catch {
      missing(way);
    }
  }
  const file = original.openSync(archive, "r");
  const bytes = Buffer.alloc(entry.size ?? 0);
  original.readSync(file, bytes, 0, bytes.length, start + Number(entry.offset));
  original.closeSync(file);
  return bytes;
}

function encodingOf(options: unknown): BufferEncoding | null {
  if (typeof options === "string") return options as BufferEncoding;
  return ((options as { encoding?: BufferEncoding } | null)?.encoding as BufferEncoding) ?? null;
}

function statOf(way: readonly string[], options: unknown): unknown {
  const entry = find(way);
  if (entry === null) {
    if ((options as { throwIfNoEntry?: boolean } | undefined)?.throwIfNoEntry === false) return undefined;
    throw Object.assign(new Error(`ENOENT: ${way.join("/")}`), { code: "ENOENT" });
  }
  const folder = entry.files !== undefined;
  return {
    isFile: () => !folder,
    isDirectory: () => folder,
    isSymbolicLink: () => false,
    size: entry.size ?? 0,
    mode: 0o444,
  };
}

/** What each call does inside of the archive. */
const calls: Record<string, (way: string[], ...args: unknown[]) => unknown> = {
  readFileSync: (way, options) => {
    const [bytes, encoding] = [bytesOf(way), encodingOf(options)];
    return encoding === null ? bytes : bytes.toString(encoding);
  },
  existsSync: (way) => find(way) !== null,
  statSync: statOf,
  lstatSync: statOf,
  accessSync: (way) => void (find(way) ?? missing(way)),
  realpathSync: (way) => path.join(archive, ...way),
  readdirSync: (way) => Object.keys(find(way)?.files ?? missing(way)),
};

const modules = fs as unknown as Record<string, (...args: unknown[]) => unknown>;
const promises = fs.promises as unknown as Record<string, (...args: unknown[]) => unknown>;
for (const [name, act] of Object.entries(calls)) {
  const before = modules[name];
  modules[name] = (file: unknown, ...args: unknown[]) => {
    const way = inside(file);
    return way === null ? before?.(file, ...args) : act(way, ...args);
  };
  const plain = name.replace(/Sync$/, "");
  const later = promises[plain];
  if (later !== undefined)
    promises[plain] = async (file: unknown, ...args: unknown[]) => {
      const way = inside(file);
      return way === null ? later(file, ...args) : act(way, ...args);
    };
}
const copyFile = promises.copyFile;
promises.copyFile = async (from: unknown, to: unknown) => {
  const way = inside(from);
  return way === null ? copyFile?.(from, to) : original.writeFileSync(to as string, bytesOf(way));
};
syncBuiltinESMExports();

type Manifest = { type?: string; main?: string; exports?: unknown };

function manifestOf(way: readonly string[]): Manifest | null {
  const file = [...way, "package.json"];
  return find(file) === null ? null : (JSON.parse(bytesOf(file).toString("utf8")) as Manifest);
}

/** The file that a package's `exports` gives a part of it (Node documentation, "Packages"). */
function exported(exports: unknown, part: string, conditions: readonly string[]): string | null {
  const choose = (target: unknown): string | null => {
    if (typeof target === "string") return target;
    if (Array.isArray(target)) return target.map(choose).find((found) => found !== null) ?? null;
    if (typeof target !== "object" || target === null) return null;
    for (const [name, inner] of Object.entries(target))
      if (name === "default" || conditions.includes(name)) {
        const chosen = choose(inner);
        if (chosen !== null) return chosen;
      }
    return null;
  };
  const table = typeof exports === "object" && exports !== null ? (exports as Record<string, unknown>) : {};
  if (!Object.keys(table).some((name) => name.startsWith("."))) return part === "." ? choose(exports) : null;
  if (Object.hasOwn(table, part)) return choose(table[part]);
  // The pattern with the longest beginning counts.
  const begins = ([name]: readonly [string, unknown]): number => name.indexOf("*");
  for (const [name, target] of Object.entries(table).sort((entry, other) => begins(other) - begins(entry))) {
    const [before = "", after] = name.split("*");
    if (after === undefined || !part.startsWith(before) || !part.endsWith(after)) continue;
    return choose(target)?.replaceAll("*", part.slice(before.length, part.length - after.length)) ?? null;
  }
  return null;
}

const endings = ["", ".js", ".cjs", ".mjs", ".json", ".node"];

function asFile(way: readonly string[]): string[] | null {
  const [last = "", ...rest] = [...way].reverse();
  for (const ending of endings) {
    const tried = [...rest.reverse(), last + ending];
    rest.reverse();
    const entry = find(tried);
    if (entry !== null && entry.files === undefined) return tried;
  }
  return null;
}

function asFolder(way: readonly string[]): string[] | null {
  const main = manifestOf(way)?.main ?? "index.js";
  const target = path.posix.join(...way, main).split("/");
  return asFile(target) ?? asFile([...target, "index"]);
}

function resolveInside(specifier: string, parent: readonly string[], conditions: readonly string[]): string[] | null {
  if (/^\.{1,2}(\/|$)/.test(specifier)) {
    const target = path.posix.join(...parent.slice(0, -1), specifier).split("/");
    return asFile(target) ?? asFolder(target);
  }
  const [, name = "", part = ""] = /^((?:@[^/]+\/)?[^/]+)(\/.*)?$/.exec(specifier) ?? [];
  for (let depth = parent.length - 1; depth >= 0; depth--) {
    const home = [...parent.slice(0, depth), "node_modules", ...name.split("/")];
    const manifest = manifestOf(home);
    if (manifest === null) continue;
    if (manifest.exports !== undefined) {
      const target = exported(manifest.exports, `.${part}`, conditions);
      return target === null ? null : path.posix.join(...home, target).split("/");
    }
    const target = [...home, ...part.split("/").filter((part) => part !== "")];
    return part === "" ? asFolder(home) : (asFile(target) ?? asFolder(target));
  }
  return null;
}

/** Native code is opened where it is unpacked. */
function urlOf(way: readonly string[]): string {
  return pathToFileURL(way.at(-1)?.endsWith(".node") ? realName(way) : path.join(archive, ...way)).href;
}

function formatOf(way: readonly string[]): string {
  const name = way.at(-1) ?? "";
  if (name.endsWith(".json")) return "json";
  if (name.endsWith(".mjs")) return "module";
  if (name.endsWith(".cjs")) return "commonjs";
  for (let depth = way.length - 1; depth >= 0; depth--) {
    const manifest = manifestOf(way.slice(0, depth));
    if (manifest !== null) return manifest.type === "module" ? "module" : "commonjs";
  }
  return "commonjs";
}

registerHooks({
  resolve: (specifier, context, next) => {
    if (/^node:/.test(specifier) || specifier === "electron") return next(specifier, context);
    const absolute =
      specifier.startsWith("file:") || path.isAbsolute(specifier)
        ? inside(specifier.startsWith("file:") ? new URL(specifier) : specifier)
        : null;
    const parent = context.parentURL?.startsWith("file:") ? inside(new URL(context.parentURL)) : null;
    const found =
      absolute === null
        ? parent && resolveInside(specifier, parent, [...(context.conditions ?? []), "node"])
        : (asFile(absolute) ?? asFolder(absolute));
    return found === null ? next(specifier, context) : { url: urlOf(found), shortCircuit: true };
  },
  load: (url, context, next) => {
    const way = url.startsWith("file:") ? inside(new URL(url)) : null;
    if (way === null) return next(url, context);
    return { format: formatOf(way), source: bytesOf(way), shortCircuit: true };
  },
});
