import { ContentParts } from "./content-parts.ts";
import type { Imported, ImportedEnd, Out } from "./imported.ts";
import { importPdf } from "./pdf/import-pdf.ts";
import type { Source } from "./sniffed-source.ts";
import { importSource } from "./source.ts";

/** A PDF as a whole paper, for tests and benches. */
export function wholePdf(bytes: Uint8Array, password: string | null = null): Promise<Imported> {
  return whole((out) => importPdf(bytes, password, out));
}

/** Any source as a whole paper. */
export function wholeSource(source: Source): Promise<Imported> {
  return whole((out) => importSource(source, out));
}

async function whole(read: (out: Out) => Promise<ImportedEnd>): Promise<Imported> {
  const parts = new ContentParts();
  return parts.paper(await read({ onProgress: () => undefined, onPart: parts.add }));
}
