import path from "node:path";
import { printMessage } from "../../../shared/messages/message.ts";
import { newIssue } from "../fixture.cases.ts";
import { encodeGeometry, type UnitPlace } from "../geometry/geometry.ts";
import { backup } from "../maintenance/backup.ts";
import { backUpInto } from "../maintenance/backup-place.ts";
import { verify } from "../maintenance/verify.ts";
import { doStep } from "./crash.cases.ts";
import { FileLibrary } from "./library.ts";
import { type Chance, MemoryDisk } from "./memory-disk.cases.ts";
import { PaperFiles } from "./paper-files.ts";

const folder = "/library";
type Files = ReadonlyMap<string, Buffer>;

/** A closed library's files; those it had earlier; and those of another library of the same kind. */
export type Sample = Readonly<{ files: Files; earlier: Files; other: Files }>;

/** Libraries with papers of all kinds of files, several journal files, copies of snapshots, and backups. */
export async function sampleOf(chance: Chance): Promise<Sample> {
  const [disk, other] = [await begun(), await begun()];
  for (const target of [disk, other]) await work(target, chance);
  const earlier = contents(disk);
  await work(disk, chance);
  return { files: contents(disk), earlier, other: contents(other) };
}

async function begun(): Promise<MemoryDisk> {
  const disk = new MemoryDisk();
  await disk.makeFolder(folder);
  await disk.makeFolder("/elsewhere");
  return disk;
}

function openOn(disk: MemoryDisk): Promise<FileLibrary> {
  const sizes = { compactEvery: 7, segmentBytes: 6000 };
  return FileLibrary.open(folder, { program: "a test", coder: "Ada", disk, sizes });
}

async function work(disk: MemoryDisk, chance: Chance): Promise<void> {
  const store = await openOn(disk);
  const account = { acknowledged: [], underWay: 0, faults: 0 };
  for (const step of [0, 5, 9, 5, 9]) await doStep(store, disk, step, account);
  for (let count = 0; count < 12; count++) await doStep(store, disk, chance(10), account);
  await withPlaces(store);
  await store.commit("Add", [newIssue("The last one")]);
  await backup(store);
  await backUpInto(store, "/elsewhere", true);
  disk.put(`${folder}/sharing`, Buffer.from("owner\n"));
  await store.close();
}

/** A paper whose letters have places on a page, and which was read in another way too. */
async function withPlaces(store: FileLibrary): Promise<void> {
  const account = { acknowledged: [], underWay: 0, faults: 0 };
  await doStep(store, store.disk, 5, account);
  const paper = Object.values(store.library.papers).at(-1);
  if (paper === undefined) return;
  const files = new PaperFiles(folder, store.disk);
  const content = await files.content(paper.id);
  const places = Array.from({ length: paper.characters }, (_, index): UnitPlace => {
    return { page: 0, box: [index * 7, 10, index * 7 + 6, 20] };
  });
  await files.writeWords(paper.id, undefined, { content, geometry: encodeGeometry(places) });
  await files.writeWords(paper.id, { encoding: "utf-8", lines: null }, { content, geometry: null });
}

function contents(disk: MemoryDisk): Files {
  return new Map(disk.files().filter(([name]) => name.startsWith(`${folder}/`) && !name.endsWith("/lock")));
}

/** What happens to a file; null where that says nothing new about this one. */
type Corruption = (
  name: string,
  bytes: Buffer,
  chance: Chance,
  sample: Sample,
) => Buffer | "gone" | Readonly<{ swapWith: string }> | null;

const lines = (bytes: Buffer): string[] => bytes.toString("latin1").split(/(?<=\n)/);
const joined = (all: readonly string[]): Buffer => Buffer.from(all.join(""), "latin1");
/** What files have in common that hold the same: their path without identifiers, numbers and times. */
const kindOf = (name: string): string =>
  name.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d[\dT.Z-]*(-[0-9a-f]{8})?/g, "#");
const ofKind = (files: Files, name: string, chance: Chance): string | undefined => {
  const names = [...files.keys()].filter((key) => key !== name && kindOf(key) === kindOf(name));
  return names[chance(names.length)];
};

/** Every kind of corruption there is, by name. */
export const corruptions = {
  "a bit flipped": (_name, bytes, chance) => withByte(bytes, chance, (byte) => byte ^ (1 << chance(8))),
  "a byte replaced": (_name, bytes, chance) => withByte(bytes, chance, (byte) => (byte + 1 + chance(255)) % 256),
  "a byte removed": (_name, bytes, chance) => {
    const offset = chance(bytes.length);
    return Buffer.concat([bytes.subarray(0, offset), bytes.subarray(offset + 1)]);
  },
  "a byte added": (_name, bytes, chance) => {
    const offset = chance(bytes.length + 1);
    return Buffer.concat([bytes.subarray(0, offset), Buffer.from([chance(256)]), bytes.subarray(offset)]);
  },
  "the last byte removed": (_name, bytes) => bytes.subarray(0, -1),
  "the last newline replaced": (_name, bytes) =>
    bytes.at(-1) === 10 ? Buffer.concat([bytes.subarray(0, -1), Buffer.from(" ")]) : null,
  "cut off": (_name, bytes, chance) => bytes.subarray(0, chance(bytes.length)),
  emptied: () => Buffer.alloc(0),
  "a block of zeros": (_name, bytes, chance) => {
    const from = chance(bytes.length);
    const copy = Buffer.from(bytes);
    return copy.fill(0, from, Math.min(bytes.length, from + 512));
  },
  "something added": (_name, bytes, chance) => Buffer.concat([bytes, Buffer.from("x".repeat(1 + chance(40)))]),
  "a line twice": (_name, bytes, chance) => {
    const all = lines(bytes);
    return all.length < 2 ? null : joined(all.toSpliced(chance(all.length), 0, all[chance(all.length - 1)] ?? ""));
  },
  "a line removed": (_name, bytes, chance) => {
    const all = lines(bytes);
    return all.length < 3 ? null : joined(all.toSpliced(chance(all.length - 1), 1));
  },
  "last lines removed": (_name, bytes, chance) => {
    const all = lines(bytes).filter((line) => line !== "");
    return all.length < 2 ? null : joined(all.slice(0, 1 + chance(all.length - 1)));
  },
  "two lines swapped": (_name, bytes, chance) => {
    const all = lines(bytes).filter((line) => line !== "");
    const index = chance(all.length - 1);
    return all.length < 2 ? null : joined(all.toSpliced(index, 2, all[index + 1] ?? "", all[index] ?? ""));
  },
  "another library's line": (name, bytes, chance, { other }) => {
    const all = lines(bytes);
    const theirs = lines(other.get(ofKind(other, name, chance) ?? "") ?? Buffer.alloc(0));
    const line = theirs[chance(theirs.length - 1)];
    return all.length < 3 || line === undefined ? null : joined(all.toSpliced(chance(all.length - 1), 1, line));
  },
  // A backup may be removed by anybody who needs its space, and without these two nothing is missing.
  removed: (name) => (/\/backups\/|\/sharing$/.test(name) ? null : "gone"),
  "swapped with another of this library": (name, _bytes, chance, { files }) => {
    const other = ofKind(files, name, chance);
    return other === undefined ? null : { swapWith: other };
  },
  "replaced by another library's": (name, _bytes, chance, { other }) =>
    other.get(name) ?? other.get(ofKind(other, name, chance) ?? "") ?? null,
  // An older tip.json is what a crash leaves: it says less than there is.
  "replaced by an earlier one": (name, _bytes, _chance, { earlier }) =>
    name.endsWith("/tip.json") ? null : (earlier.get(name) ?? null),
} as const satisfies Readonly<Record<string, Corruption>>;

/** The name of a kind of corruption. */
export type CorruptionKind = keyof typeof corruptions;
export const corruptionKinds = Object.keys(corruptions) as readonly CorruptionKind[];

/**
 * What became of a corruption: `said` is everything that opening and checking said, and whether that names the file, or
 * its paper; null when nothing was changed.
 */
export type Came = Readonly<{ name: string; refused: boolean; said: readonly string[]; isNamed: boolean }>;

/** Corrupt one file of a library, open it and check it. */
export async function corrupt(sample: Sample, kind: CorruptionKind, chance: Chance): Promise<Came | null> {
  const names = [...sample.files.keys()];
  const name = names[chance(names.length)] ?? "";
  const bytes = sample.files.get(name) ?? Buffer.alloc(0);
  const made = (corruptions[kind] as Corruption)(name, bytes, chance, sample);
  if (made === null) return null;
  const files = new Map(sample.files);
  if (made === "gone") files.delete(name);
  else if (Buffer.isBuffer(made)) files.set(name, made);
  else {
    files.set(name, sample.files.get(made.swapWith) ?? bytes);
    files.set(made.swapWith, bytes);
  }
  if (made !== "gone" && files.get(name)?.equals(bytes)) return null;
  const disk = await begun();
  for (const [file, content] of files) {
    await disk.makeFolder(file.slice(0, file.lastIndexOf("/")));
    disk.put(file, content);
  }
  const store = await openOn(disk).catch((error: unknown) => error);
  if (!(store instanceof FileLibrary)) return { name, refused: true, said: [String(store)], isNamed: true };
  const sentences = [...store.state().notices, ...(await verify(store)).problems].map((notice) => printMessage(notice));
  const [, paper = ""] = /papers\/([^/]+)\//.exec(name) ?? [];
  const title = Object.values(store.library.papers).find(({ id }) => id === paper)?.title;
  const known = [path.basename(name), ...(title === undefined ? [] : [title])];
  const isNamed = sentences.some((sentence) => known.some((word) => sentence.includes(word)));
  await store.close();
  return { name, refused: false, said: sentences, isNamed };
}

function withByte(bytes: Buffer, chance: Chance, change: (byte: number) => number): Buffer | null {
  if (bytes.length === 0) return null;
  const copy = Buffer.from(bytes);
  const offset = chance(bytes.length);
  copy[offset] = change(copy[offset] ?? 0) & 255;
  return copy;
}
