import type { Bookmark } from "../../pdfium/outline.ts";

/** What is known of a heading before all are known. `given` is the level that the file's tags or outline say. */
export type Heading = Readonly<{ size: number; bold: boolean; text: string; given: number | null }>;

const numbered = /^(\d+(?:\.\d+)*)\.?\s/;

/**
 * The file's outline, as something to know headings by: the level of an entry with these words on or near this page.
 */
export class Outline {
  readonly #entries = new Map<string, { level: number; page: number | null }[]>();

  constructor(bookmarks: readonly Bookmark[]) {
    for (const { title, level, page } of bookmarks) {
      const key = plain(title);
      if (key === "") continue;
      this.#entries.set(key, [...(this.#entries.get(key) ?? []), { level: Math.min(6, level), page }]);
    }
  }

  levelOf(text: string, page: number): number | null {
    const fits = (this.#entries.get(plain(text)) ?? []).find((one) => one.page === null || one.page === page);
    return fits?.level ?? null;
  }
}

/** Letters and figures of a title without the number before it: outlines and pages differ in spaces and points. */
function plain(text: string): string {
  const words = text.normalize("NFKC").toLowerCase();
  const bare = words.replace(/^(chapter|section|part|appendix)?\s*([\divx]+|[a-z])([.:\d]*)\s+(?=\p{L})/u, "");
  return (bare === "" ? words : bare).replace(/[^\p{L}\p{N}]/gu, "");
}

/**
 * The level of each heading, 1 to 6: what the file says; else that of headings of the same look that the file names;
 * else the depth of its number under the first numbered heading; else its place among the sizes of all headings.
 */
export function levelsOf(headings: readonly Heading[]): number[] {
  const looks = [...new Set(headings.filter((one) => one.given === null).map(lookOf))].sort(byLook);
  const named = new Map<string, number>();
  for (const one of headings) if (one.given !== null && !named.has(lookOf(one))) named.set(lookOf(one), one.given);
  const rank = (one: Heading): number => named.get(lookOf(one)) ?? looks.indexOf(lookOf(one)) + 1;
  const top = Math.min(...headings.filter((one) => depthOf(one) === 1).map(rank), 6);
  return headings.map((one) => {
    const depth = depthOf(one);
    const level = one.given ?? (depth > 1 ? top + depth - 1 : rank(one));
    return Math.max(1, Math.min(6, level));
  });
}

function depthOf({ text }: Heading): number {
  return numbered.exec(text)?.[1]?.split(".").length ?? 0;
}

/** Size to half a point, then weight. */
function lookOf({ size, bold }: Heading): string {
  return `${(Math.round(size * 2) / 2).toFixed(1)} ${bold ? "bold" : "plain"}`;
}

function byLook(a: string, b: string): number {
  return Number.parseFloat(b) - Number.parseFloat(a) || a.localeCompare(b);
}
