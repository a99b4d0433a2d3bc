import { type Line, textOf } from "./lines.ts";

/** Words of a paper as they stand inside its lines, in small letters, with their inner hyphens. */
export type Words = ReadonlySet<string>;

/** Add the words of some lines; the last of a line is left out where a hyphen ends it. */
export function addWords(words: Set<string>, lines: Iterable<Line>): void {
  for (const line of lines)
    for (const word of textOf(line).match(/\p{L}+(?:-\p{L}+)*(?![-\p{Cc}\p{L}])/gu) ?? [])
      words.add(word.toLowerCase());
}

/** First halves that hardly ever begin a word parted by its syllables. */
const firstHalves = new Set(["well", "self", "cross", "long", "non", "pro", "anti", "ex"]);

/**
 * True when the hyphen at a line's end belongs to the word. The paper itself is the evidence: the compound or the joined
 * word elsewhere in it; without either, the usual first halves of compounds.
 */
export function isCompound(before: string, after: string, words: Words): boolean {
  const [first, second] = [before.toLowerCase(), after.toLowerCase()];
  if (words.has(`${first}-${second}`)) return true;
  if (words.has(first + second)) return false;
  return firstHalves.has(first) && second.length >= 4 && words.has(second);
}
