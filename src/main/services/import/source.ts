import { message } from "../../../shared/messages/message.ts";
import { WorkbenchError } from "../../../shared/model/errors.ts";
import type { ImportedEnd, Out } from "./imported.ts";
import { importPdf } from "./pdf/import-pdf.ts";

/** A file as it was given, with the password it may need. */
export type Source = Readonly<{ name: string; bytes: Uint8Array; password?: string }>;

/** Read a file as what it is, whatever its name says: a PDF by its header, Markdown by its marks, else plain text. */
export async function importSource(source: Source, out: Out): Promise<ImportedEnd> {
  if (source.bytes.length === 0) throw new WorkbenchError("invalid", message("import.empty", { name: source.name }));
  if (isPdf(source.bytes)) return importPdf(source.bytes, source.password ?? null, out);
  const { importWords } = await import("./plain-source.ts");
  const { content, ...about } = importWords(source.name, source.bytes);
  const { pages, warnings, ...part } = content;
  out.onPart(part);
  return { ...about, end: { pages, warnings }, levels: [] };
}

/** A PDF's header may stand anywhere in the first 1,024 bytes (ISO 32000-1, Annex H, implementation note 13). */
export function isPdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 1024)).includes("%PDF-");
}
