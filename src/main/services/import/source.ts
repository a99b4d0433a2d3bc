import { WorkbenchError } from "../../../shared/errors.ts";
import type { Reading } from "../../../shared/model/paper.ts";
import type { ImportedEnd, Out } from "./imported.ts";
import { importPdf } from "./pdf/import-pdf.ts";

/** A file as it was given, with the password it may need, and how a text is to be read. */
export type Source = Readonly<{ name: string; bytes: Uint8Array; password?: string; reading?: Reading }>;

/** Read a file as what it is, whatever its name says: PDF, HTML and other known formats by their bytes, Markdown by its marks, else plain text. */
export async function importSource(source: Source, out: Out): Promise<ImportedEnd> {
  if (source.bytes.length === 0)
    throw new WorkbenchError("invalid", `${source.name} is empty: there is nothing to read in it.`);
  if (isPdf(source.bytes)) return importPdf(source.bytes, source.password ?? null, out);
  const { importWords } = await import("./plain-source.ts");
  const { content, ...about } = importWords(source.name, source.bytes, source.reading);
  const { pages, warnings, ...part } = content;
  out.onPart(part);
  return { ...about, end: { pages, warnings }, levels: [] };
}

/**
 * A PDF's header may stand anywhere in the first 1,024 bytes (ISO 32000-1, Annex H, implementation note 13). Where other words stand
 * before it, objects must follow: a text may speak of "%PDF-" too.
 */
export function isPdf(bytes: Uint8Array): boolean {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const at = all.subarray(0, 1024).indexOf("%PDF-");
  return (
    at >= 0 &&
    (all.subarray(0, at).toString("latin1").trim() === "" || /\bobj\b/.test(all.subarray(at).toString("latin1")))
  );
}
