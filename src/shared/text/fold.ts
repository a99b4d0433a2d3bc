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
  let at = 0;
  for (const char of text) {
    const folded = foldCharacter(char);
    if (folded !== " " || !space) {
      parts.push(folded);
      for (let i = 0; i < folded.length; i++) offsets.push(at);
    }
    if (folded !== "") space = folded === " ";
    at += char.length;
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
  for (let at = text.text.indexOf(words); at >= 0; at = text.text.indexOf(words, at + 1)) {
    const start = text.offsets[at] ?? 0;
    const last = text.offsets[at + words.length - 1] ?? start;
    // The next unit from another character marks where the last one ends.
    let next = at + words.length;
    while (text.offsets[next] === last) next++;
    found.push({ start, end: text.offsets[next] ?? last + 1 });
  }
  return found;
}
