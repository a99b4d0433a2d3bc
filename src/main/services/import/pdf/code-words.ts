import type { PageChars } from "../../pdfium/page-chars.ts";

/** Calls, values in quotation marks, assignments and ends of statements. */
const code = /^[\w.]*\(|\)[;,{]*$|["'][^"']*["']|[\w)\]]=|<-|[;{}[\]_]|->|::/;
/** Letters, figures and signs of a program; a letter of another alphabet is none of them. */
const plain = /^[\x20-\x7e£§€°]+$/;

/** A short name with a number: `rb030`, `pb220a`. */
const numbered = /^[A-Za-z]{1,3}\d+[a-z]{0,2}$/;

/** True for a word that may be one of a program: `"db030"=x$db030,`, `factor(x$rb090)`. */
export function isCodeWord(word: string): boolean {
  return plain.test(word) && (code.test(word) || numbered.test(word));
}

/** True for the names of fonts of formulas. */
export function isMathFont(font: string): boolean {
  return /^(?:CM(?:MI|SY|EX)|LM(?:Math|Roman.*Math)|MSAM|MSBM|EU[FRS]M|rtxmi|[tp]xsy|NewTXMI|MT-?Extra|Euclid(?:Math|Symbol|Extra))|Math(?!ematicalPi)/i.test(
    font,
  );
}

/** How far widths are from the middle one, as a share of it, and how many letters in a hundred may be farther. */
const [near, mostFar] = [0.15, 0.1];
/** Fewer letters than this do not show that all are of one width. */
const leastLetters = 12;

/** A test for letters of fonts whose letters are all of one width, as in listings. */
export function inFixedPitch(chars: PageChars, seen: readonly number[]): (k: number) => boolean {
  const widths = new Map<string, number[]>();
  for (const k of seen) {
    if (chars.isBlank(k)) continue;
    const { font, size } = chars.run(k);
    const own = widths.get(font) ?? [];
    own.push((chars.right(k) - chars.left(k)) / size);
    widths.set(font, own);
  }
  const fixed = new Set([...widths].flatMap(([font, own]) => (isFixed(own) ? [font] : [])));
  return (k) => fixed.has(chars.run(k).font);
}

function isFixed(widths: readonly number[]): boolean {
  if (widths.length < leastLetters) return false;
  const usual = Float64Array.from(widths).sort()[widths.length >> 1] ?? 0;
  return widths.filter((width) => Math.abs(width - usual) > usual * near).length < widths.length * mostFar;
}
