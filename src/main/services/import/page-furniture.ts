/** Pages that a line must be repeated on, the share of all pages, and lines that a page must have beside it. */
const repeated = { pages: 3, share: 0.6, lines: 2 };

/** The pages of a text, parted by form feeds, without the lines that head and foot them. */
export type TextPages = Readonly<{ pages: readonly string[]; hasFurniture: boolean }>;

/**
 * The pages of a text without what is repeated as their first or last line but for its numbers, as "RFC 2616 … June
 * 1999" and "Fielding, et al. … [Page 7]" are. It would come into the midst of sentences.
 */
export function withoutFurniture(source: string): TextPages {
  const pages = source.split("\f");
  if (pages.length < repeated.pages) return { pages, hasFurniture: false };
  const lines = pages.map((page) => page.split("\n"));
  const remove = new Set([...edges(lines, "first"), ...edges(lines, "last")]);
  if (remove.size === 0) return { pages, hasFurniture: false };
  return {
    pages: lines.map((page, index) => page.filter((_, line) => !remove.has(placeOf(index, line))).join("\n")),
    hasFurniture: true,
  };
}

/** Places of the first or last lines of pages that are repeated. */
function edges(pages: readonly (readonly string[])[], edge: "first" | "last"): string[] {
  const found = pages.map((page) => {
    if (page.filter(hasWords).length <= repeated.lines) return -1;
    return edge === "first" ? page.findIndex(hasWords) : page.findLastIndex(hasWords);
  });
  const keys = found.map((line, index) => keyOf(pages[index]?.[line] ?? ""));
  const counts = new Map<string, number>();
  for (const key of keys) if (key !== "") counts.set(key, (counts.get(key) ?? 0) + 1);
  const isRepeated = (key: string): boolean => {
    const count = counts.get(key) ?? 0;
    return count >= repeated.pages && count >= pages.length * repeated.share;
  };
  return keys.flatMap((key, index) => (isRepeated(key) ? [placeOf(index, found[index] ?? -1)] : []));
}

function placeOf(page: number, line: number): string {
  return `${page}:${line}`;
}

function hasWords(line: string): boolean {
  return line.trim() !== "";
}

/** A line but for its numbers and gaps. */
function keyOf(line: string): string {
  return line
    .trim()
    .replace(/\p{N}+/gu, "#")
    .replace(/\s+/g, " ");
}
