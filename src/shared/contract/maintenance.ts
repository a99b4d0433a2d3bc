import type { RecordCounts, StateDifference } from "../change/compare-states.ts";
import type { Message } from "../messages/arguments.ts";

/** What a check of the library found; each problem is one sentence, `ok` when there is none. */
export type Verification = Readonly<{ ok: boolean; problems: readonly Message[] }>;
/** A kept state of the library: the name to restore it by, when it was made (ISO instant), its size. */
export type Backup = Readonly<{ name: string; at: string; bytes: number }>;
/**
 * What restoring a backup would do: what would be missing, back, and as it was then; how much the backup has; and what
 * `repair` would keep, null where the library is whole. `sentences` say all this in words.
 */
export type RestorePreview = StateDifference &
  Readonly<{ backup: Backup; has: RecordCounts; repair: RecordCounts | null; sentences: readonly Message[] }>;
/** `setAside` names the folder inside the library's that has the damaged files. */
export type Repair = Readonly<{ setAside: string; records: number }>;
/**
 * A second history that a synchronised folder has brought: its file, how many changes it has that are not here, and
 * what it is in words.
 */
export type ConflictCopy = Readonly<{ name: string; changes: number; sentence: Message }>;
/** `merged` counts records; each of `refused` is one sentence. */
export type Merge = Readonly<{ merged: number; refused: readonly Message[] }>;
/** What a bundle brought: papers and changes, and what a merge says. */
export type BundleImport = Merge & Readonly<{ papers: number; changes: number }>;
