import { z } from "zod";
import { PaperId } from "../model/ids.ts";
import type { PackedRecords } from "../papers/packed-records.ts";

/**
 * What a window begins with: a state whose library has the annotations and positions of some papers only, and the
 * papers whose records have yet to be asked for with `paperRecords`.
 */
export type Opening<State> = Readonly<{ state: State; missing: readonly PaperId[] }>;

/**
 * The annotations and positions of papers, each packed (`shared/papers/packed-records.ts`), all as they were after
 * change number `last`. A paper that has none, or is gone, has empty tables.
 */
export type PaperRecords = Readonly<{ last: number; papers: Readonly<Record<string, PackedRecords>> }>;

/** Calls by which a window gets the library: what is small at once, the annotations of a large one paper by paper. */
export const openingCalls = {
  /** The library with the records of `paper`, where that is named, and of as many others as make no long answer. */
  opening: z.strictObject({ paper: PaperId.optional() }),
  /** The annotations and positions of papers. */
  paperRecords: z.strictObject({ papers: z.array(PaperId).min(1).max(1000) }),
} as const;
