import type { Library } from "../../../shared/model/library.ts";
import { backup } from "../maintenance/backup.ts";
import { doStep } from "./crash.cases.ts";
import { entryNumber, journalLines } from "./journal-line.ts";
import { FileLibrary } from "./library.ts";
import { type Chance, MemoryDisk, ticking } from "./memory-disk.cases.ts";

const folder = "/library";

/** A library's files at one moment, and every state it went through, by the number of the change that led there. */
export type Kept = Readonly<{
  files: readonly (readonly [string, Buffer])[];
  disk: MemoryDisk;
  states: readonly Library[];
  /** The change up to which library.json needs nothing of the journal. */
  through: number;
  /** Closed, so that all files speak of the last change. */
  closed: boolean;
}>;

/** How a file is hurt. */
export const damages = ["flip", "cut", "zero", "gone", "junk"] as const;
export type Damage = (typeof damages)[number];

export function openOn(disk: MemoryDisk, compactEvery = 1000): Promise<FileLibrary> {
  const sizes = { compactEvery, segmentBytes: 6000, knownFrom: 1 };
  return FileLibrary.open(folder, { program: "a test", coder: "Ada", disk, sizes });
}

/** A random history of so many steps; its files as closing leaves them, or as a kill does. */
export async function keep(chance: Chance, steps: number, compactEvery: number, closed: boolean): Promise<Kept> {
  const disk = new MemoryDisk();
  disk.clock = ticking();
  await disk.makeFolder(folder);
  const store = await openOn(disk, compactEvery);
  const states = [store.library];
  store.subscribe((news) => {
    if (news.kind === "change") states.push(store.library);
  });
  const account = { acknowledged: [], underWay: 0, faults: 0 };
  for (const step of [0, 5, 9]) await doStep(store, disk, step, account);
  for (let count = 0; count < steps; count++) await doStep(store, disk, chance(10), account);
  await backup(store);
  if (closed) await store.close();
  // What is known of the files is written when they are opened again.
  if (closed) await (await openOn(disk, compactEvery)).close();
  const files = disk.files().filter(([name]) => !name.endsWith("/lock"));
  const left = disk.copy();
  await left.remove(`${folder}/lock`);
  if (!closed) await store.close();
  const main = files.find(([name]) => name.endsWith("/library.json"))?.[1].toString() ?? "";
  return { files, disk: left, states, through: Number(/"through":(\d+)/.exec(main)?.[1] ?? 0), closed };
}

/** The same files on a disk of their own, one of them hurt at a place of chance. Gives what the file has become. */
export async function hurt(
  kept: Kept,
  name: string,
  damage: Damage,
  chance: Chance,
): Promise<{ disk: MemoryDisk; now: Buffer | null; at: number }> {
  const disk = kept.disk.copy();
  const bytes = kept.files.find(([file]) => file === name)?.[1] ?? Buffer.alloc(0);
  const index = chance(bytes.length);
  const now = damaged(bytes, damage, index, chance);
  if (now === null) await disk.remove(name);
  else disk.put(name, now);
  return { disk, now, at: index };
}

function damaged(bytes: Buffer, damage: Damage, offset: number, chance: Chance): Buffer | null {
  if (damage === "gone") return null;
  if (damage === "junk") return Buffer.from("what another program wrote".repeat(1 + chance(300)));
  if (damage === "cut") return Buffer.from(bytes.subarray(0, offset));
  const copy = Buffer.from(bytes);
  if (damage === "flip") copy[offset] = (copy[offset] ?? 0) ^ (1 << chance(8));
  else copy.fill(0, offset, Math.min(bytes.length, offset + 4096));
  return copy;
}

/** The numbers of the changes whose lines a damage to a journal file has touched. */
export function touched(before: Buffer, now: Buffer | null): number[] {
  const left = new Set([...journalLines(now ?? Buffer.alloc(0))].filter((line) => line.whole).map((line) => line.text));
  return [...journalLines(before)].flatMap(({ text }) => {
    const number = entryNumber(text);
    return number === null || left.has(text) ? [] : [number];
  });
}
