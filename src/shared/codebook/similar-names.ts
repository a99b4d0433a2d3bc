import { nameKey } from "../text/names.ts";

/**
 * Whether a typed name may be a slip for a name that exists: a letter is wrong, missing, added or exchanged, two in
 * names of six letters or more. Names that differ in digits or signs are meant (`Phase 1`, `Phase 10`; `EU`, `EU+3`),
 * and so is one that goes on where the other ends (`Energy`, `Energy-mix`). The same name is no slip.
 */
export function isLikelySlip(typed: string, existing: string): boolean {
  const [a, b] = [nameKey(typed), nameKey(existing)];
  if (a === b || a.startsWith(b) || b.startsWith(a)) return false;
  if (a.replace(/\p{L}|\p{M}/gu, "") !== b.replace(/\p{L}|\p{M}/gu, "")) return false;
  const [from, to] = [Array.from(a), Array.from(b)];
  if (Math.min(from.length, to.length) < 4) return false;
  const allowed = Math.min(2, Math.floor(Math.min(from.length, to.length) / 3));
  return Math.abs(from.length - to.length) <= allowed && distance(from, to) <= allowed;
}

/** Optimal string alignment distance (Damerau-Levenshtein without overlapping exchanges), in characters. */
function distance(from: readonly string[], to: readonly string[]): number {
  let before: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (const [row, sign] of from.entries()) {
    const next = [row + 1];
    for (const [column, other] of to.entries()) {
      const cost = sign === other ? 0 : 1;
      let least = Math.min((last[column] ?? 0) + cost, (last[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1);
      if (row > 0 && column > 0 && sign === to[column - 1] && from[row - 1] === other)
        least = Math.min(least, (before[column - 1] ?? 0) + 1);
      next.push(least);
    }
    before = last;
    last = next;
  }
  return last[to.length] ?? 0;
}
