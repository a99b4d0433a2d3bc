import type { Disk } from "../files/disk.ts";
import type { CoderNames } from "./own-coder.ts";

/** What a store may be opened with besides its folder. */
export type StoreOptions = Readonly<{
  /** What the lock says holds the library: "the desktop app" … */
  program: string;
  /** Who works; by the system's user name when left out. */
  coder?: string | CoderNames;
  disk?: Disk;
  /**
   * How long a change is kept in memory and tried again when the disk does not take it, in milliseconds; 0 when left
   * out.
   */
  patience?: number;
  /** When a snapshot is written and a segment is full; the usual sizes when left out. */
  sizes?: Sizes;
}>;

/**
 * When a snapshot is written and a segment is full: `compactEvery` in changes, `segmentBytes` in bytes of a journal
 * segment. From `knownFrom` papers on, what is known of their files is written down (`known-files.ts`).
 */
export type Sizes = Readonly<{ compactEvery: number; segmentBytes: number; knownFrom?: number }>;
/** What is usual. */
export const usualSizes: Required<Sizes> = { compactEvery: 500, segmentBytes: 4 << 20, knownFrom: 50 };
