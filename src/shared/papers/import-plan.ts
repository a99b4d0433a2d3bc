import type { PaperFormat } from "../model/paper-format.ts";
import type { FileDetails } from "./file-details.ts";

/** What a file says of itself as a paper, and the SHA-256 of its bytes. */
export type FoundPaper = Readonly<{
  format: PaperFormat;
  title: string | null;
  authors: readonly string[];
  date: string | null;
  sha256: string;
}>;

/** A file of several that are imported together; `found` is null until it has been read, and where it can't be. */
export type PlannedFile = Readonly<{
  /** Its path from the folder that was named. */
  within: string;
  found: FoundPaper | null;
  /** The title of the paper of the library that has the same bytes. */
  inLibrary: string | null;
}>;

/** What an import would make of a file. */
export type PlannedPaper = Readonly<{
  title: string | null;
  authors: readonly string[];
  date: string | null;
  inLibrary: string | null;
  /** The path of a file before it with the same bytes. */
  copyOf: string | null;
}>;

/** What an import of several files would bring in, with details from outside before those of the files themselves. */
export function plannedPapers(
  files: readonly PlannedFile[],
  detailsOf: (within: string) => FileDetails,
): readonly PlannedPaper[] {
  const first = new Map<string, string>();
  return files.map(({ within, found, inLibrary }) => {
    const { title = null, authors = [], date = null } = detailsOf(within);
    const copyOf = found === null ? null : (first.get(found.sha256) ?? null);
    if (found !== null && copyOf === null) first.set(found.sha256, within);
    return {
      title: title ?? found?.title ?? null,
      authors: authors.length > 0 ? authors : (found?.authors ?? []),
      date: date ?? found?.date ?? null,
      inLibrary,
      copyOf,
    };
  });
}
