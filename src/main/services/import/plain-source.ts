import type { Message } from "../../../shared/messages/arguments.ts";
import { message } from "../../../shared/messages/message.ts";
import type { EncodingName } from "../../../shared/model/encodings.ts";
import { WorkbenchError } from "../../../shared/model/errors.ts";
import type { Reading } from "../../../shared/model/paper.ts";
import { paperFormatLabels, paperFormats } from "../../../shared/model/paper-format.ts";
import { readText } from "./encoding.ts";
import { foreignFormat, oleKind } from "./foreign-format.ts";
import type { Imported } from "./imported.ts";
import { importMarkdown } from "./markdown.ts";
import { importText } from "./text.ts";
import { importHtml, isHtml } from "./web/html-page.ts";

/**
 * Read a file that is not a PDF: HTML by its beginning, Markdown by its name or its marks, else plain text. Throws as
 * `readText` does, and `unreadable` for a known format that is none of these.
 */
export function importWords(name: string, bytes: Uint8Array, reading: Reading | null = null): Imported {
  return importDecoded(readWords(name, bytes, reading?.encoding ?? null), reading);
}

/** The same for a file whose words have been read. */
export function importDecoded({ text, warnings, form }: SourceWords, reading: Reading | null): Imported {
  if (form === "html") return importHtml(text, warnings, { extent: reading?.extent ?? null });
  const lines = reading?.lines ?? null;
  if (form === "markdown") return importMarkdown(text, { bareHeadings: false, warnings, lines });
  if (form === "marked") return importMarkdown(pagesClosed(text), { bareHeadings: true, warnings, lines });
  return importText(text, { warnings, lines });
}

/** What the words of a file are written in: `marked` is a text that has marks of Markdown. */
type Form = "html" | "markdown" | "marked" | "text";
export type SourceWords = Readonly<{ text: string; encoding: EncodingName; warnings: readonly Message[]; form: Form }>;

/** A file's text and what it is written in, by its bytes first and its name last. */
export function readWords(name: string, bytes: Uint8Array, encoding: string | null): SourceWords {
  const ole = oleKind(bytes);
  if (ole === "encrypted") throw new WorkbenchError("unreadable", message("import.encryptedDocument", { name }));
  if (ole === "doc") throw new WorkbenchError("unreadable", message("import.oldWord", { name }));
  const foreign = foreignFormat(bytes);
  if (foreign !== null) throw isForeign(name, foreign);
  const read = readText(name, bytes, encoding);
  const { text, warnings } = read;
  const root = rootOf(text);
  // Word 2003 saved documents as XML of their own, also with the name .doc.
  if (root === "w:wordDocument") throw new WorkbenchError("unreadable", message("import.oldWord", { name }));
  if (root === "svg") throw isForeign(name, message("format.svg"));
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? "";
  const isMarkdown = paperFormats.markdown.suffixes.some((suffix) => suffix === ending);
  const isPage = isHtml(text) || (/^x?html?$/.test(ending) && /<\/?(p|div|h\d|br|ul|table|span)\b/i.test(text));
  const isPiece = !isMarkdown && isPieceOfPage(text);
  const form = isPage || isPiece ? "html" : isMarkdown ? "markdown" : hasMarks(text) ? "marked" : "text";
  return { text, encoding: read.encoding, warnings, form };
}

function isForeign(name: string, format: Message): WorkbenchError {
  return new WorkbenchError(
    "unreadable",
    message("import.foreignFormat", { name, format, formats: paperFormatLabels }),
  );
}

/** The name of the first element of XML, after its declaration, comments and document type; null for other text. */
function rootOf(text: string): string | null {
  const head = text
    .slice(0, 8000)
    .replace(/<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!DOCTYPE[^>[]*(?:\[[\s\S]*?\])?[^>]*>/g, "");
  return /^\s*<([\w:]+)[\s>]/.exec(head)?.[1] ?? null;
}

/** A page without its head, as it is copied from a browser or a database: it begins with an element and has several. */
function isPieceOfPage(text: string): boolean {
  const closed = text.match(/<\/(?:p|div|h[1-6]|li|ul|ol|table|tr|td|section|article|blockquote)>/gi)?.length ?? 0;
  return closed >= 3 && /^\s*<(?:p|div|h[1-6]|ul|ol|table|section|article|blockquote)\b[^<>]*>/i.test(text);
}

const signs = [/\*\*[^*\n]+\*\*/, /\[[^\]\n]+\]\([^)\n]*\)/, /^> /m, /^\|.*\|\s*$/m, /<https?:[^>\s]+>/, /\\[$*_#[\]]/];

/**
 * A heading or two different signs of Markdown, so that one stray star in a text does not turn it. Lines with hashes
 * that follow each other are comments of a list or a program, not headings.
 */
function hasMarks(text: string): boolean {
  const hashes = text.match(/^#{1,6} \S.*$/gm)?.length ?? 0;
  const comments = text.match(/^#(?: .*)?\n(?=#(?: |$))/gm)?.length ?? 0;
  return signs.filter((sign) => sign.test(text)).length >= 2 || (hashes > 0 && comments * 3 < hashes);
}

function pagesClosed(text: string): string {
  return text.replaceAll("\f", "\n\n");
}
