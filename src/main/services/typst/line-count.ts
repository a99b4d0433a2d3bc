import { lineSize } from "./letter-widths.ts";

/** A paragraph that is not justified; its room is between `least` and `most` ems wide. */
export type TextInRoom = Readonly<{ text: string; bold: boolean; least: number; most: number }>;

/** A space at which a line may surely end: between words, after none that could hold the next one fast (UAX 14). */
const sureBreak = /(?<=[\p{L}\p{N}.,:;)%]) (?=[\p{L}\p{N}])/u;
/** All places at which a line can end. */
const possibleBreak = /(?<=[^\p{L}\p{N}\u00a0])(?=[^ ])|(?=[^\p{L}\p{N}\u00a0 ])/u;

/**
 * On how many lines a text is set, where that is sure although its width and its room are known about: as many with the
 * widest letters, the least room and the fewest places to break as with the narrowest, the most and all of them. Null
 * where it is not, where words are wider than the room, and where more must be known than the letters.
 */
export function lineCount({ text, bold, least, most }: TextInRoom): number | null {
  if (lineSize(text, bold).capital === null) return null;
  const words = text.split(sureBreak);
  if (words.some((word) => lineSize(word, bold).most > least)) return null;
  const longest = filled(words, " ", (line) => lineSize(line, bold).most <= least);
  const shortest = filled(text.split(possibleBreak), "", (line) => lineSize(line.trim(), bold).least <= most);
  return longest === shortest ? longest : null;
}

/** How many lines pieces fill one after the other; each line takes as many as fit. */
function filled(pieces: readonly string[], between: string, fits: (line: string) => boolean): number {
  let [count, line] = [1, ""];
  for (const piece of pieces) {
    const longer = line === "" ? piece : `${line}${between}${piece}`;
    if (line === "" || fits(longer)) line = longer;
    else [count, line] = [count + 1, piece];
  }
  return count;
}
