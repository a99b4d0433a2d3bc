import { plainWords } from "../../../shared/text/words.ts";

/** A row of a menu; a separator is null. */
export type MenuRow = Readonly<{
  id: string;
  label: string;
  /** The key that does the same without the menu. */
  key?: string | null;
  /** A row that can be chosen out of several. */
  checked?: boolean;
  /** Depth in a tree, from 0. */
  level?: number;
  colour?: string;
}>;

/**
 * The row that a key moves to, by the menu pattern of WAI-ARIA: arrows go round, Home and End to the ends, letters to
 * the next row that begins with what was typed. Null for a key that moves nowhere. `from` is -1 before any row is
 * highlighted.
 */
export function nextRow(rows: readonly MenuRow[], from: number, key: string, typed = ""): number | null {
  const last = rows.length - 1;
  if (last < 0) return null;
  if (key === "ArrowDown") return from >= last ? 0 : from + 1;
  if (key === "ArrowUp") return from <= 0 ? last : from - 1;
  if (key === "Home") return 0;
  if (key === "End") return last;
  if ([...key].length !== 1) return null;
  const wanted = plainWords(typed + key);
  // Of one letter the next row; of more the same row as long as it fits.
  const start = Math.max(0, typed === "" ? from + 1 : from);
  const order = rows.map((_, index) => (start + index) % rows.length);
  return order.find((index) => plainWords(rows[index]?.label ?? "").startsWith(wanted)) ?? null;
}
