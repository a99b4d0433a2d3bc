import type { Citations } from "./cite.ts";

/**
 * A quote with its source, to be pasted elsewhere: `“Fares rise.” (Ilves 2021, p. 4)`, where the style cites so; a note
 * of the style begins a line of its own. `page` is a printed label, or `§3` in a paper without pages.
 */
export function printQuote(quote: string, citations: Citations, paper: string, page: string): string {
  const source = citations
    .cite(paper, page)
    .map(({ text }) => text)
    .join("")
    .trim();
  const words = `“${quote.trim()}”`;
  if (source === "") return words;
  return /^[([]/.test(source) ? `${words} ${source}` : `${words}\n${source}`;
}
