import type { Message } from "../messages/arguments.ts";

/** What a check of the library found; each problem is one sentence, `ok` when there is none. */
export type Verification = Readonly<{ ok: boolean; problems: readonly Message[] }>;
/** A kept state of the library: the name to restore it by, when it was made (ISO instant), its size. */
export type Backup = Readonly<{ name: string; at: string; bytes: number }>;
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
