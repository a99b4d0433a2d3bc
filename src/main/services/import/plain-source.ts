import type { Reading } from "../../../shared/model/paper.ts";
import { readText } from "./encoding.ts";
import type { Imported } from "./imported.ts";
import { importMarkdown } from "./markdown.ts";
import { importText } from "./text.ts";

/** Read a file that is not a PDF: Markdown by its name or its marks, else plain text. Throws as `readText` does. */
export function importWords(name: string, bytes: Uint8Array, reading: Reading | null = null): Imported {
  const { text, warning } = readText(name, bytes, reading?.encoding);
  const lines = reading?.lines ?? null;
  const warnings = warning === null ? [] : [warning];
  if (/\.(md|markdown)$/i.test(name)) return importMarkdown(text, { bareHeadings: false, warnings, lines });
  return hasMarks(text)
    ? importMarkdown(pagesClosed(text), { bareHeadings: true, warnings, lines })
    : importText(text, { warnings, lines });
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
