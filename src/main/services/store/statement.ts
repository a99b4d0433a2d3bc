import { z } from "zod";
import { LibraryId } from "../../../shared/model/ids.ts";

/** SHA-256 in lower-case hexadecimal. */
export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/**
 * What a file of a library states about the history it was written in, so that files which belong together can be told
 * from others, and a library that has lost some of them from a new one.
 */
export const Statement = z.looseObject({
  library: LibraryId,
  /** Apart from the library, since a history that starts again after a repair counts from 1. */
  history: z.uuid(),
  /** The number of the newest change then; 0 when there was none. */
  last: z.int().min(0),
  /** The checksum of that change's line, which covers all lines before it; null when there is none. */
  sha256: Sha256.nullable(),
});
export type Statement = Readonly<Pick<z.infer<typeof Statement>, "library" | "history" | "last" | "sha256">>;
