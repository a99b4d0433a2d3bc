import path from "node:path";
import { z } from "zod";
import { PaperId } from "../../../shared/model/ids.ts";
import { storedRecord } from "../../../shared/model/stored-record.ts";
import { digest } from "../files/digest.ts";
import type { Disk } from "../files/disk.ts";
import { listIfThere, readIfThere, writeDurably } from "../files/durable.ts";
import { sealed, unsealed } from "./journal-line.ts";
import { Sha256 } from "./statement.ts";

/** The name of the list of a paper's files, in its folder. */
export const manifestName = "files.json";

/** Size in bytes and checksum of a file. */
const Listed = storedRecord({ bytes: z.int().min(0), sha256: Sha256 });
const List = z.record(z.string(), Listed);

/**
 * The list of a paper's files. `next` are those that are being replaced, or rewritten: each may be this one already.
 */
const Manifest = storedRecord({ files: z.literal(1), paper: PaperId, list: List, next: List });
export type Manifest = Readonly<z.infer<typeof Manifest>>;

/** The list of some files of a paper. */
export function manifestOf(paper: PaperId, files: Readonly<Record<string, Uint8Array | string>>): Manifest {
  const list = Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, listed(bytes)]));
  return { files: 1, paper, list, next: {} };
}

/** A list as the bytes of its file. */
export function printManifest(manifest: Manifest): string {
  return sealed(JSON.stringify(manifest).slice(1));
}

/** The list in a paper's folder; null when there is none, `damaged` when it is not what was written for this paper. */
export async function readManifest(folder: string, paper: string, disk: Disk): Promise<Manifest | "damaged" | null> {
  const bytes = await readIfThere(path.join(folder, manifestName), disk);
  if (bytes === null) return null;
  const text = bytes.toString();
  const rest = text.endsWith("\n") ? unsealed(text.slice(0, -1)) : null;
  if (rest === null) return "damaged";
  try {
    const manifest = Manifest.safeParse(JSON.parse(`{${rest}`)).data;
    return manifest?.paper === paper ? manifest : "damaged";
  } catch {
    return "damaged";
  }
}

/**
 * Files of a paper that are not what its list says, the list itself where it is damaged; none where there is no list,
 * as builds from before 2026-11-29 wrote none.
 */
export async function unlistedFiles(folder: string, paper: string, disk: Disk): Promise<string[]> {
  const manifest = await readManifest(folder, paper, disk);
  if (manifest === "damaged") return [manifestName];
  const names: string[] = [];
  if (manifest === null) return names;
  const { list, next } = manifest;
  for (const name of new Set([...Object.keys(list), ...Object.keys(next)])) {
    const bytes = await readIfThere(path.join(folder, name), disk);
    const allowed = [list[name], next[name]];
    const found = bytes === null ? undefined : listed(bytes);
    // One that is only about to be written need not be there.
    if (found === undefined ? list[name] !== undefined : allowed.every((version) => version?.sha256 !== found.sha256))
      names.push(name);
  }
  return names;
}

/** Replace a file of a paper, or add one, so that after a crash at any moment its list allows what is there. */
export async function writeListed(
  folder: string,
  paper: string,
  [name, bytes]: readonly [string, Uint8Array | string],
  disk: Disk,
): Promise<void> {
  const manifest = await readManifest(folder, paper, disk);
  const write = (manifest: Manifest): Promise<void> =>
    writeDurably(path.join(folder, manifestName), printManifest(manifest), disk);
  const isKnown = manifest !== null && manifest !== "damaged";
  if (isKnown) await write({ ...manifest, next: { ...manifest.next, [name]: listed(bytes) } });
  await writeDurably(path.join(folder, name), bytes, disk);
  if (!isKnown) return;
  const { [name]: _done, ...next } = manifest.next;
  await write({ ...manifest, list: { ...manifest.list, [name]: listed(bytes) }, next });
}

/** Write the list of the files that are in a paper's folder now. */
export async function listPaper(folder: string, paper: PaperId, disk: Disk): Promise<void> {
  const files: Record<string, Uint8Array> = {};
  for (const name of await listIfThere(folder, disk)) {
    if (!/^(source\.[a-z0-9]+|pages\.pdf|paper.*\.json|geometry.*\.bin|recognised-.*\.bin)$/.test(name)) continue;
    const bytes = await readIfThere(path.join(folder, name), disk);
    if (bytes !== null) files[name] = bytes;
  }
  await writeDurably(path.join(folder, manifestName), printManifest(manifestOf(paper, files)), disk);
}

function listed(bytes: Uint8Array | string): z.infer<typeof Listed> {
  return { bytes: typeof bytes === "string" ? Buffer.byteLength(bytes) : bytes.length, sha256: digest(bytes) };
}
