import path from "node:path";
import fc from "fast-check";
import type { Disk, DiskFile, FileStamp } from "../files/disk.ts";

type FileNode = { kind: "file"; now: Buffer; safe: Buffer; modified: number; id: string };
type FolderNode = { kind: "folder"; now: Map<string, Node>; safe: Map<string, Node>; log: Step[]; modified: number };
type Node = FileNode | FolderNode;
type Step = (names: Map<string, Node>) => void;

/** A clock that has gone on by ten seconds each time that somebody looks at it. */
export function ticking(from = 1_700_000_000_000): () => number {
  let time = from;
  return () => {
    time += 10_000;
    return time;
  };
}

/** A number from 0 up to below the given one. */
export type Chance = (below: number) => number;

/** Chance that is the same for the same seed (a linear congruence). */
export function seeded(seed: number): Chance {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return Math.floor((state / 0x80000000) * below);
  };
}

/** Chance out of numbers that fast-check can shrink, the same from the beginning when they are used up. */
export const chances: fc.Arbitrary<Chance> = fc
  .array(fc.double({ min: 0, max: 0.999, noNaN: true }), { minLength: 60, maxLength: 200 })
  .map((numbers) => {
    let offset = 0;
    return (below) => Math.floor((numbers[offset++ % numbers.length] ?? 0) * below);
  });

/**
 * A disk in memory that knows what a power cut may take: bytes of files that were not flushed, and names of a folder
 * that was not flushed, the later ones first.
 */
export class MemoryDisk implements Disk {
  readonly #root: FolderNode = folder(0);
  /** Milliseconds since 1970, as the disk has them. */
  clock = (): number => Date.now();

  async read(file: string, from = 0, length?: number): Promise<Buffer> {
    const { now } = this.#file(file);
    return Buffer.from(now.subarray(from, length === undefined ? now.length : from + length));
  }

  async list(name: string): Promise<string[]> {
    const found = this.#find(name);
    if (found?.kind !== "folder") throw failure(found === undefined ? "ENOENT" : "ENOTDIR");
    return [...found.now.keys()];
  }

  async stat(name: string) {
    const found = this.#find(name);
    if (found === undefined) throw failure("ENOENT");
    if (found.kind === "folder") return { bytes: 0, modified: 0, folder: true, id: "" };
    return { bytes: found.now.length, modified: found.modified, folder: false, id: found.id };
  }

  stamps(names: readonly string[]): (FileStamp | null)[] {
    return names.map((name) => {
      const found = this.#find(name);
      if (found === undefined) return null;
      if (found.kind === "folder") return [0, found.modified, found.modified, 0];
      return [found.now.length, found.modified, found.modified, Number.parseInt(found.id.slice(-12), 16)];
    });
  }

  readNow(file: string): Buffer {
    return Buffer.from(this.#file(file).now);
  }

  async open(name: string, mode: "new" | "replace" | "append"): Promise<DiskFile> {
    const found = this.#find(name);
    if (found?.kind === "folder") throw failure("EISDIR");
    if (found !== undefined && mode === "new") throw failure("EEXIST");
    const file: FileNode = found ?? newFile(Buffer.alloc(0), this.clock());
    if (found === undefined) this.#update(path.dirname(name), (names) => names.set(path.basename(name), file));
    if (mode === "replace") file.now = Buffer.alloc(0);
    return {
      write: async (bytes) => {
        file.now = Buffer.concat([file.now, bytes]);
        file.modified = this.clock();
      },
      flush: async () => {
        file.safe = file.now;
      },
      truncate: async (length) => {
        file.now = file.now.subarray(0, length);
      },
      id: async () => file.id,
      close: async () => undefined,
    };
  }

  async makeFolder(name: string, root?: string): Promise<void> {
    if (root !== undefined && this.#find(root) === undefined) throw failure("ENOENT");
    let current = this.#root;
    for (const part of parts(name)) {
      const next = current.now.get(part) ?? folder(this.clock());
      if (next.kind !== "folder") throw failure("ENOTDIR");
      current.now.set(part, next);
      current.safe.set(part, next);
      current = next;
    }
  }

  async rename(from: string, to: string): Promise<void> {
    const node = this.#find(from);
    if (node === undefined) throw failure("ENOENT");
    const target = this.#find(to);
    if (target?.kind === "folder" && target.now.size > 0) throw failure("ENOTEMPTY");
    const move: Step = (names) => {
      names.delete(path.basename(from));
      names.set(path.basename(to), node);
    };
    if (path.dirname(from) === path.dirname(to)) return this.#update(path.dirname(from), move);
    this.#update(path.dirname(to), (names) => names.set(path.basename(to), node));
    this.#update(path.dirname(from), (names) => names.delete(path.basename(from)));
  }

  async remove(name: string): Promise<void> {
    if (this.#find(name) !== undefined) this.#update(path.dirname(name), (names) => names.delete(path.basename(name)));
  }

  async flushFolder(name: string): Promise<void> {
    const found = this.#find(name);
    if (found?.kind !== "folder") throw failure("ENOENT");
    found.safe = new Map(found.now);
    found.log = [];
  }

  /** Take away what a power cut may take; chance says how much of it. */
  cutPower(chance: Chance): void {
    const visit = (node: Node): void => {
      if (node.kind === "file") cutFile(node, chance);
      else {
        for (const step of node.log.slice(0, chance(node.log.length + 1))) step(node.safe);
        node.now = new Map(node.safe);
        node.log = [];
        for (const child of node.now.values()) visit(child);
      }
    };
    visit(this.#root);
  }

  /** All files with their bytes. */
  files(node: FolderNode = this.#root, prefix = "/"): [string, Buffer][] {
    return [...node.now].flatMap(([name, child]): [string, Buffer][] =>
      child.kind === "file" ? [[path.join(prefix, name), child.now]] : this.files(child, path.join(prefix, name)),
    );
  }

  /** The same disk once more, its files with the same stamps, a moment later. */
  copy(): MemoryDisk {
    const other = new MemoryDisk();
    const take = (from: FolderNode, to: FolderNode): void => {
      to.modified = from.modified;
      for (const [name, node] of from.now) {
        const made: Node = node.kind === "file" ? { ...node } : folder(0);
        if (made.kind === "folder") take(node as FolderNode, made);
        to.now.set(name, made);
        to.safe.set(name, made);
      }
    };
    take(this.#root, other.#root);
    const now = this.clock();
    other.clock = ticking(now);
    return other;
  }

  /** Change bytes of a file as a failing medium does: nothing else of it changes. */
  rot(name: string, bytes: Uint8Array): void {
    this.#file(name).now = Buffer.from(bytes);
  }

  /** Put bytes into a file, as damage or another program would. */
  put(name: string, bytes: Uint8Array): void {
    const file = newFile(Buffer.from(bytes), 0);
    const holder = this.#find(path.dirname(name));
    if (holder?.kind !== "folder") throw failure("ENOENT");
    if (!holder.now.has(path.basename(name))) holder.modified = this.clock();
    holder.now.set(path.basename(name), file);
    holder.safe.set(path.basename(name), file);
  }

  #update(holder: string, step: Step): void {
    const found = this.#find(holder);
    if (found?.kind !== "folder") throw failure("ENOENT");
    step(found.now);
    found.modified = this.clock();
    found.log.push(step);
  }

  #file(name: string): FileNode {
    const found = this.#find(name);
    if (found?.kind !== "file") throw failure(found === undefined ? "ENOENT" : "EISDIR");
    return found;
  }

  #find(name: string): Node | undefined {
    let node: Node | undefined = this.#root;
    for (const part of parts(name)) node = node?.kind === "folder" ? node.now.get(part) : undefined;
    return node;
  }
}

/** What is left of bytes that were not flushed: none, a beginning, or a beginning followed by a block of zeros. */
function cutFile(file: FileNode, chance: Chance): void {
  const { now, safe } = file;
  if (now.equals(safe)) return;
  if (now.subarray(0, safe.length).equals(safe)) {
    const kept = safe.length + chance(now.length - safe.length + 1);
    const zeros = chance(4) === 0 ? Buffer.alloc(now.length - kept) : Buffer.alloc(0);
    file.now = Buffer.concat([now.subarray(0, kept), zeros]);
  } else file.now = chance(2) === 0 ? safe : now.subarray(0, chance(now.length + 1));
  file.safe = file.now;
}

function newFile(bytes: Buffer, modified: number): FileNode {
  return { kind: "file", now: bytes, safe: bytes, modified, id: crypto.randomUUID() };
}

function folder(modified: number): FolderNode {
  return { kind: "folder", now: new Map(), safe: new Map(), log: [], modified };
}

function parts(name: string): string[] {
  return name.split(/[\\/]/).filter((part) => part !== "");
}

/** A failure as the file system reports it. */
export function failure(code: string): Error {
  return Object.assign(new Error(`${code}: a failure made for a test`), { code });
}
