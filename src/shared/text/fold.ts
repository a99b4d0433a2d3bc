import { plainMarks } from "./plain-marks.ts";

/** A text without the differences that copying makes, and for each of its units the offset in the text it came from. */
export type Folded = Readonly<{ text: string; offsets: readonly number[] }>;

const alike: Readonly<Record<string, string>> = { ...plainMarks, "…": "..." };

/**
 * Fold white space to one space, typographic quotes and dashes to plain ones, and compatibility characters (NFKC), but
 * neither case nor accents. Soft hyphens and zero-width characters disappear.
 */
export function fold(text: string): Folded {
  const parts: string[] = [];
  const offsets: number[] = [];
  let space = true;
  let index = 0;
  for (const char of text) {
    const folded = foldCharacter(char);
    if (folded !== " " || !space) {
      parts.push(folded);
      for (let i = 0; i < folded.length; i++) offsets.push(index);
    }
    if (folded !== "") space = folded === " ";
    index += char.length;
  }
  offsets.push(text.length);
  return { text: parts.join(""), offsets };
}

function foldCharacter(char: string): string {
  if (/\s/u.test(char)) return " ";
  if (/[\u00ad\u200b-\u200d\u2060\ufeff]/u.test(char)) return "";
  return alike[char] ?? char.normalize("NFKC");
}

/** Every place where the folded `words` occur, as ranges of the unfolded text. */
export function findFolded(text: Folded, words: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  if (words === "") return found;
  for (let offset = text.text.indexOf(words); offset >= 0; offset = text.text.indexOf(words, offset + 1)) {
    const start = text.offsets[offset] ?? 0;
    const last = text.offsets[offset + words.length - 1] ?? start;
    // The next unit from another character marks where the last one ends.
    let next = offset + words.length;
    while (text.offsets[next] === last) next++;
    found.push({ start, end: text.offsets[next] ?? last + 1 });
  }
  return found;
}
