import { alignWords } from "./align-words.ts";
import { firstAbove, Vocabulary } from "./text-words.ts";

/**
 * A line of the earlier text beside the line that it became; null on the side that has none. `isSame`: word for word.
 */
export type LinePair = Readonly<{ before: string | null; after: string | null; isSame: boolean }>;

type Line = Readonly<{ text: string; from: number; to: number }>;

/**
 * Two texts side by side, line by line (in canonical text a block each): lines are paired by most of their words, in
 * the order of the later text; a line that only the earlier text has is where it was among its neighbours. A line that
 * was moved is beside its new place.
 */
export function sideBySide(before: string, after: string): LinePair[] {
  const vocabulary = new Vocabulary();
  const alignment = alignWords(vocabulary.read(before), vocabulary.read(after));
  const own = linesOf(before, alignment.before.starts);
  const other = linesOf(after, alignment.after.starts);
  const lineAt = new Int32Array(alignment.after.ids.length);
  for (const [index, line] of other.entries()) lineAt.fill(index, line.from, line.to);
  const partner = new Map<number, number>();
  const taken = new Set<number>();
  for (const [index, line] of own.entries()) {
    const there = mostOf(alignment.image.subarray(line.from, line.to), lineAt);
    if (there === null || taken.has(there)) continue;
    partner.set(there, index);
    taken.add(there);
  }
  const paired = new Set(partner.values());
  const pairs: LinePair[] = [];
  let next = 0;
  const addLeft = (until: number): void => {
    for (; next < until; next++)
      if (!paired.has(next)) pairs.push({ before: own[next]?.text ?? "", after: null, isSame: false });
  };
  for (const [index, { text }] of other.entries()) {
    const here = partner.get(index);
    if (here !== undefined && here >= next) addLeft(here);
    const old = here === undefined ? null : (own[here]?.text ?? "");
    pairs.push({ before: old, after: text, isSame: old === text });
  }
  addLeft(own.length);
  return pairs;
}

/** The lines that are not empty, each with its range of words. */
function linesOf(text: string, starts: Uint32Array): Line[] {
  const lines: Line[] = [];
  for (const found of text.matchAll(/[^\n]+/g)) {
    if (found[0].trim() === "") continue;
    const from = found.index === 0 ? 0 : firstAbove(starts, found.index - 1);
    lines.push({ text: found[0], from, to: firstAbove(starts, found.index + found[0].length - 1) });
  }
  return lines;
}

/** The line that most of the words are in now, if that is at least a third of them. */
function mostOf(image: Int32Array, lineAt: Int32Array): number | null {
  const counts = new Map<number, number>();
  for (const there of image) if (there >= 0) counts.set(lineAt[there] ?? 0, (counts.get(lineAt[there] ?? 0) ?? 0) + 1);
  const [best] = [...counts].toSorted((a, b) => b[1] - a[1]);
  return best !== undefined && 3 * best[1] >= image.length ? best[0] : null;
}
