import { nameKey } from "../text/names.ts";

/**
 * Whether a typed name may be a slip for a name that exists. As a whole: a letter is wrong, missing, added or
 * exchanged, two in names of six letters or more, or one name is the plural of the other. Word by word: every typed
 * word is a word of the existing name or a slip for one, in any order (`Goverment`, `Kenya Government` for `Government
 * of Kenya`). Names that differ in digits or signs are meant (`Phase 1`, `Phase 10`; `EU`, `EU+3`), and so is one that
 * goes on where the other ends (`Energy`, `Energy-mix`). The same name is no slip.
 */
export function isLikelySlip(typed: string, existing: string): boolean {
  const [a, b] = [nameKey(typed), nameKey(existing)];
  if (a === b) return false;
  return isSlipOf(a, b) || hasSlippedWords(wordsOf(a), wordsOf(b));
}

/** Whether one spelling, of a word or of a whole name, may be a slip for another. Both are in the form of `nameKey`. */
function isSlipOf(a: string, b: string): boolean {
  if (isPlural(a, b) || isPlural(b, a)) return true;
  if (a.startsWith(b) || b.startsWith(a)) return false;
  if (a.replace(/\p{L}|\p{M}/gu, "") !== b.replace(/\p{L}|\p{M}/gu, "")) return false;
  const [from, to] = [Array.from(a), Array.from(b)];
  const shorter = Math.min(from.length, to.length);
  if (shorter < 4) return false;
  const allowed = Math.min(2, Math.floor(shorter / 3));
  return Math.abs(from.length - to.length) <= allowed && distance(from, to) <= allowed;
}

/**
 * Whether a name is another one with the ending of a plural: one or two letters more, as in most languages, or `ies`
 * for `y`. Endings of three letters (`Iran`, `Iranian`) make another word.
 */
function isPlural(plural: string, singular: string): boolean {
  if (Array.from(singular).length < 3) return false;
  if (singular.endsWith("y") && plural === `${singular.slice(0, -1)}ies`) return true;
  return plural.startsWith(singular) && /^[\p{L}\p{M}]{1,2}$/u.test(plural.slice(singular.length));
}

/** The words of a name in the form of `nameKey`. */
function wordsOf(key: string): readonly string[] {
  return key.split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => word !== "");
}

/** Whether all typed words are found among those of a name, and not simply as they are there. */
function hasSlippedWords(typed: readonly string[], existing: readonly string[]): boolean {
  if (typed.length > existing.length || existing.length < 2) return false;
  const left = [...existing];
  let slips = 0;
  const take = (fits: (word: string) => boolean): boolean => {
    const index = left.findIndex(fits);
    if (index >= 0) left.splice(index, 1);
    return index >= 0;
  };
  const unknown = typed.filter((word) => !take((other) => other === word));
  for (const word of unknown) {
    if (!take((other) => isSlipOf(word, other))) return false;
    slips++;
  }
  // A digit that is left tells names apart: `Phase` is not a slip for `Phase 1`.
  if (left.some((word) => /\p{N}/u.test(word))) return false;
  return slips > 0 || !isInOrder(typed, existing);
}

/** Whether words follow each other in a name, perhaps with others between them. */
function isInOrder(words: readonly string[], name: readonly string[]): boolean {
  let from = 0;
  return words.every((word) => {
    from = name.indexOf(word, from) + 1;
    return from > 0;
  });
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
