import type { FoundPaper } from "../../../shared/papers/import-plan.ts";
import { readSourceFile } from "./read-source.ts";
import type { Source } from "./sniffed-source.ts";

/** What a file would be imported as; its words are read and dropped. Throws as an import of it would. */
export async function paperPreview(source: Source): Promise<Omit<FoundPaper, "sha256">> {
  const out = { onProgress: () => undefined, onPart: () => undefined };
  const { imported, record } = await readSourceFile({ ...source, known: [] }, out);
  // An annotated PDF of ours has its paper's details in its record.
  const { title = null, authors = [], date = null } = record?.paper ?? imported ?? {};
  return { format: imported?.format ?? record?.paper.format ?? "pdf", title, authors, date };
}
