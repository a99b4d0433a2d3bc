import { readText } from "./encoding.ts";
import type { Imported } from "./imported.ts";
import { importMarkdown } from "./markdown.ts";
import { importText } from "./text.ts";

/** Read a file that is no PDF: Markdown by its name or its marks, else plain text. Throws `unreadable` for what is no text. */
export function importWords(name: string, bytes: Uint8Array): Imported {
  const { text, warning } = readText(name, bytes);
  const warnings = warning === null ? [] : [warning];
  if (/\.(md|markdown)$/i.test(name)) return importMarkdown(text, { bareHeadings: false, warnings });
  return hasMarks(text)
    ? importMarkdown(pagesClosed(text), { bareHeadings: true, warnings })
    : importText(text, warnings);
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
