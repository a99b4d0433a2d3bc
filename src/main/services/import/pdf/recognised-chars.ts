import type { RecognisedPage, RecognisedWord } from "../../../../shared/model/recognised.ts";
import { PageChars } from "../../pdfium/page-chars.ts";
import { isRightToLeft } from "./rtl.ts";

/** Words of a lower confidence are shown as doubtful. */
const doubtfulBelow = 60;

/** What is below the baseline, and what is above it, as shares of the size of the type. */
const below = 0.22;
const above = 0.78;

/** Recognised words as the characters of a page, in the page's frame: they are then read like those of any PDF. */
export function recognisedChars({ lines, turn }: RecognisedPage): PageChars {
  const letters = lines.flatMap(({ words }) => words.map(({ text }) => [...text].length + 1));
  const chars = new PageChars(letters.reduce((sum, count) => sum + count, 0) + lines.length * 2);
  for (const { size, base, words } of lines) {
    const left = Math.min(...words.map((word) => word.left));
    chars.begin({ size, bold: false, italic: false, font: "", turn, content: -1, origin: [left, base] });
    for (const [index, word] of words.entries()) {
      if (index > 0) chars.add(32, made);
      addWord(chars, word, [base - size * below, base + size * above]);
    }
    chars.add(13, made);
    chars.add(10, made);
  }
  return chars;
}

const made = { generated: true, hyphen: false };
const printed = { generated: false, hyphen: false };

function addWord(chars: PageChars, word: RecognisedWord, [bottom, top]: readonly [number, number]): void {
  const codes = [...word.text].map((letter) => letter.codePointAt(0) ?? 0);
  const edges = edgesOf(word, codes.length);
  const runsLeft = codes.some(isRightToLeft);
  for (const [n, code] of codes.entries()) {
    const slot = runsLeft ? codes.length - 1 - n : n;
    const k = chars.add(code, printed);
    chars.place(k, edges[slot] ?? word.left, bottom, edges[slot + 1] ?? word.right, top);
    chars.setFoot(k, bottom);
    if (word.confidence < doubtfulBelow) chars.doubt(k, Math.round(word.confidence));
  }
}

/** Where letters begin and end from left to right; evenly over the word where that isn't known. */
function edgesOf({ left, right, cuts }: RecognisedWord, count: number): number[] {
  if (cuts?.length === count - 1) return [left, ...cuts, right];
  return Array.from({ length: count + 1 }, (_, n) => left + ((right - left) * n) / count);
}
