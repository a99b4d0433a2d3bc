import type { Message } from "../../../shared/messages/arguments.ts";
import type { Imported } from "./imported.ts";
import { importMarkdown } from "./markdown.ts";
import type { DecodedText } from "./sniffed-source.ts";
import { importText } from "./text.ts";

/** Read Markdown; what is known by its marks only may have lines that look like headings and form feeds between pages. */
export function importMarkdownSource({ text, warning }: DecodedText, named: boolean): Imported {
  return importMarkdown(named ? text : pagesClosed(text), { bareHeadings: !named, warnings: warningsOf(warning) });
}

/** Read plain text. */
export function importTextSource({ text, warning }: DecodedText): Imported {
  return importText(text, warningsOf(warning));
}

function warningsOf(warning: Message | null): Message[] {
  return warning === null ? [] : [warning];
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
export function hasMarks(text: string): boolean {
  return signs.filter((sign) => sign.test(text)).length >= 2 || /^#{1,6} \S/m.test(text);
}

function pagesClosed(text: string): string {
  return text.replaceAll("\f", "\n\n");
}
