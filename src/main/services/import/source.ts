import { WorkbenchError } from "../../../shared/errors.ts";
import { readText } from "./encoding.ts";
import type { Imported, ImportedEnd, Out } from "./imported.ts";
import { importMarkdown } from "./markdown.ts";
import { importPdf } from "./pdf/import-pdf.ts";
import { importText } from "./text.ts";

/** A file as it was given, with the password it may need. */
export type Source = Readonly<{ name: string; bytes: Uint8Array; password?: string }>;

/** Read a file as what it is, whatever its name says: a PDF by its header, Markdown by its marks, else plain text. */
export async function importSource(source: Source, out: Out): Promise<ImportedEnd> {
  if (source.bytes.length === 0)
    throw new WorkbenchError("invalid", `${source.name} is empty: there is nothing to read in it.`);
  if (isPdf(source.bytes)) return importPdf(source.bytes, source.password ?? null, out);
  const { content, ...about } = importWords(source);
  const { pages, warnings, ...part } = content;
  out.onPart(part);
  return { ...about, end: { pages, warnings }, levels: [] };
}

function importWords(source: Source): Imported {
  const { text, warning } = readText(source.name, source.bytes);
  const warnings = warning === null ? [] : [warning];
  if (/\.(md|markdown)$/i.test(source.name)) return importMarkdown(text, { bareHeadings: false, warnings });
  return hasMarks(text)
    ? importMarkdown(pagesClosed(text), { bareHeadings: true, warnings })
    : importText(text, warnings);
}

/** A PDF's header may stand anywhere in the first 1,024 bytes (ISO 32000-1, Annex H, implementation note 13). */
export function isPdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 1024)).includes("%PDF-");
}

const signs = [
  /^#{1,6} \S/m,
  /\*\*[^*\n]+\*\*/,
  /\[[^\]\n]+\]\([^)\n]*\)/,
  /^> /m,
  /^\|.*\|\s*$/m,
  /<https?:[^>\s]+>/,
  /\\[$*_#[\]]/,
];

/** Two different signs of Markdown, so that one stray star in a text does not turn it. */
function hasMarks(text: string): boolean {
  return signs.filter((sign) => sign.test(text)).length >= 2 || /^#{1,6} \S/m.test(text);
}

function pagesClosed(text: string): string {
  return text.replaceAll("\f", "\n\n");
}
