import childProcess from "node:child_process";
import dgram from "node:dgram";
import dns from "node:dns";
import fs from "node:fs";
import { createRequire, syncBuiltinESMExports } from "node:module";
import net from "node:net";
import path from "node:path";
import { fileURLToPath } from "node:url";
import workerThreads from "node:worker_threads";

/**
 * Shuts this thread in: whoever imports this module can open no connection, start no program, write no file and
 * read none but the program's own and those it was given. What an importer makes of a foreign file stays in its worker.
 * It holds for JavaScript and for what WebAssembly asks of it; the native typesetter, which reads no foreign file, is
 * not held by it.
 */
type Functions = Record<string, unknown>;

const own = programFolders();
let given: readonly string[] = [];

/** Let this thread read the files it was given for its present task, and no longer those of the last one. */
export function allowFiles(files: readonly string[]): void {
  given = files.map((file) => path.resolve(file));
}

function mayRead(file: unknown): boolean {
  if (typeof file === "number") return true;
  const name = file instanceof URL ? fileURLToPath(file) : Buffer.isBuffer(file) ? file.toString() : String(file);
  const wanted = path.resolve(name);
  return given.includes(wanted) || own.some((folder) => wanted === folder || wanted.startsWith(folder + path.sep));
}

/**
 * The folder of this program and that of its packages, as they are named and as they are. A packaged program has both
 * in an archive, and beside it what native code reads, which Electron's own `fs` reads through this thread's
 * (electron/lib/node/asar-fs-wrapper.ts).
 */
function programFolders(): string[] {
  const folders = new Set<string>();
  for (let folder = import.meta.dirname; folder !== path.dirname(folder); folder = path.dirname(folder))
    if (fs.existsSync(path.join(folder, "package.json"))) folders.add(folder);
  const tinypool = createRequire(import.meta.url).resolve("tinypool/package.json");
  folders.add(path.dirname(path.dirname(tinypool)));
  for (const folder of [...folders]) {
    const unpacked = folder.replace(/\.asar(?=$|[\\/])/, ".asar.unpacked");
    if (unpacked !== folder && fs.existsSync(unpacked)) folders.add(unpacked);
  }
  return [...folders].flatMap((folder) => [folder, fs.realpathSync(folder)]);
}

function refusing(name: string): () => never {
  // A function, not an arrow: some of these are made with `new`.
  return function refused(): never {
    throw new Error(`${name} is not allowed where files are read in.`);
  };
}

function refuseAll(module: object, label: string, names: readonly string[]): void {
  for (const name of names) if (name in module) (module as Functions)[name] = refusing(`${label}.${name}`);
}

function functionsOf(module: object, pattern: RegExp): string[] {
  return Object.keys(module).filter((name) => pattern.test(name) && typeof (module as Functions)[name] === "function");
}

/** A function of `fs` that opens what its first argument names, for reading only. */
function guardRead(module: object, name: string): void {
  const original = (module as Functions)[name];
  if (typeof original !== "function") return;
  (module as Functions)[name] = function guarded(this: unknown, ...args: unknown[]): unknown {
    if (!mayRead(args[0]) || !(openers.has(name) ? isForReading(args[1]) : isForReading(flagsOf(args[1]))))
      throw new Error(`fs.${name} of this file is not allowed where files are read in.`);
    return original.apply(this, args);
  };
}

function flagsOf(options: unknown): unknown {
  return typeof options === "object" && options !== null && "flags" in options ? options.flags : undefined;
}

/** Flags as `open` takes them; none means reading. A callback may be in their place. */
function isForReading(flags: unknown): boolean {
  return ["undefined", "function"].includes(typeof flags) || flags === "r" || flags === fs.constants.O_RDONLY;
}

const openers = new Set(["open", "openSync"]);
const reads = /^(readFile|open|createReadStream|readdir|opendir|readlink|cp|copyFile|openAsBlob)/;
const writes =
  /^(writeFile|appendFile|createWriteStream|cp|copyFile|mkdir|mkdtemp|rename|rm|rmdir|unlink|link|symlink|truncate|ftruncate|chmod|chown|lchown|utimes|lutimes|write|watch)/;

for (const module of [fs, fs.promises]) {
  refuseAll(module, "fs", functionsOf(module, writes));
  for (const name of functionsOf(module, reads)) if (!writes.test(name)) guardRead(module, name);
}
refuseAll(net.Socket.prototype, "net.Socket", ["connect"]);
refuseAll(net.Server.prototype, "net.Server", ["listen"]);
refuseAll(dgram, "dgram", ["createSocket"]);
refuseAll(dgram.Socket.prototype, "dgram.Socket", ["bind", "connect", "send"]);
for (const module of [dns, dns.promises]) refuseAll(module, "dns", functionsOf(module, /^(lookup|resolve|reverse)/));
refuseAll(childProcess, "child_process", functionsOf(childProcess, /^(_?fork|spawn|exec)/));
refuseAll(workerThreads, "worker_threads", ["Worker"]);
for (const name of ["fetch", "WebSocket", "EventSource"]) {
  // Defined over what is there, Node would load the whole of it first, which takes 50 ms.
  Reflect.deleteProperty(globalThis, name);
  Object.defineProperty(globalThis, name, { value: refusing(name), configurable: true });
}
syncBuiltinESMExports();
