import type { PdfChar } from "../../pdfium/chars.ts";
import type { Box } from "../../pdfium/module.ts";

/** Accents that stand alone in old fonts, with the combining ones of Unicode. */
const combining: Readonly<Record<string, string>> = {
  "`": "\u0300",
  "´": "\u0301",
  ˆ: "\u0302",
  "^": "\u0302",
  "˜": "\u0303",
  "~": "\u0303",
  "¯": "\u0304",
  "˘": "\u0306",
  "˙": "\u0307",
  "¨": "\u0308",
  "˚": "\u030a",
  "˝": "\u030b",
  ˇ: "\u030c",
  "¸": "\u0327",
  "˛": "\u0328",
};

/** Signs that may be an accent set apart, and lam, beside which alef may stand the wrong way round. */
const special = new Set([...Object.keys(combining), "ل"]);

/** Letters as they are read: accents set apart joined to their letter, ligatures taken apart, lam and alef in order. */
export function readable(chars: readonly PdfChar[]): readonly PdfChar[] {
  // Most pages hold none of these.
  if (!chars.some(({ text }) => special.has(text) || (text >= "\u0300" && text <= "\u036f"))) return chars;
  const read: PdfChar[] = [];
  for (let i = 0; i < chars.length; i++) {
    const [char, next] = [chars[i], chars[i + 1]];
    if (char === undefined) continue;
    const joined = joinedTo(read, char) ?? (next === undefined ? null : accented(char, next));
    if (joined === null) read.push(char);
    else if (joined === "before") continue;
    else {
      read.push(joined);
      i++;
    }
  }
  return unreversed(read);
}

/** A combining mark (category Mn) goes into the letter before it, where the two have a common form. */
function joinedTo(read: PdfChar[], char: PdfChar): "before" | null {
  const last = read.at(-1);
  const mark = /^[\u0300-\u036f]$/.test(char.text) ? char.text : null;
  if (mark === null || last === undefined || !/^\p{L}$/u.test(last.text)) return null;
  const text = (last.text + mark).normalize("NFC");
  if ([...text].length !== 1) return null;
  read[read.length - 1] = { ...last, text, box: union(last.box, char.box) };
  return "before";
}

/** An accent and the letter it is printed over, whichever of them the file has first. */
function accented(one: PdfChar, two: PdfChar): PdfChar | null {
  const first = combining[one.text];
  const mark = first ?? combining[two.text];
  const [letter, accent] = first === undefined ? [one, two] : [two, one];
  if (mark === undefined || !/^\p{L}$/u.test(letter.text) || letter.generated) return null;
  const middle = (accent.box[0] + accent.box[2]) / 2;
  if (middle < letter.box[0] || middle > letter.box[2]) return null;
  const base = { ı: "i", ȷ: "j" }[letter.text] ?? letter.text;
  const text = (base + mark).normalize("NFC");
  return [...text].length === 1 ? { ...letter, text, box: union(letter.box, accent.box) } : null;
}

/**
 * Lam and alef drawn as one glyph come out of PDFium the wrong way round: they share a box, or each has its half of it and what
 * comes first stands on the left.
 */
function unreversed(chars: PdfChar[]): PdfChar[] {
  for (let i = 0; i + 1 < chars.length; i++) {
    const [alef, lam] = [chars[i], chars[i + 1]];
    if (alef === undefined || lam?.text !== "ل" || !/[آأإاٱ]/.test(alef.text)) continue;
    if (alef.box[1] === lam.box[1] && alef.box[0] <= lam.box[0]) chars.splice(i++, 2, lam, alef);
  }
  return chars;
}

/** A character as letters: ligatures and presentation forms taken apart. */
export function letters(text: string): string {
  if (text < "\ufb00") return text;
  return /[\ufb00-\ufb06\ufb50-\ufdff\ufe70-\ufeff]/.test(text) ? text.normalize("NFKC") : text;
}

function union(a: Box, b: Box): Box {
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])];
}
