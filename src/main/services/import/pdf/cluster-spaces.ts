import type { PageChars } from "../../pdfium/page-chars.ts";

/**
 * Gaps within words are less than this wide, in sizes of the letters: after letters that the file itself names, after
 * others of such a page, and on other pages.
 */
const [afterNamed, besideNamed, within] = [1.8, 0.5, 0.1];

/**
 * The places in `order` without spaces that PDFium makes within words of Indic scripts. It does where the file itself
 * names the letters of several glyphs, as browsers do, since it knows the extent of only the first of these glyphs;
 * such files have all spaces between words themselves. It also does after a sign that is printed back over another
 * letter. The gap becomes part of the letter before it.
 */
export function withoutClusterSpaces(chars: PageChars, order: readonly number[]): readonly number[] {
  const least = isNamed(chars) ? besideNamed : within;
  const spaces = new Set<number>();
  for (let index = 1; index + 1 < order.length; index++) {
    const k = order[index] ?? -1;
    if (chars.code(k) !== 32 || !chars.isGenerated(k)) continue;
    const [before, next] = [order[index - 1] ?? -1, order[index + 1] ?? -1];
    if (!isIndic(chars.code(before))) continue;
    const { size, isActual = false } = chars.run(before);
    const gap = (chars.left(next) - endOf(chars, order, index - 1)) / size;
    if (isActual ? gap >= afterNamed : gap >= least || !isIndic(chars.code(next))) continue;
    spaces.add(k);
    const [left, bottom, right, top] = chars.box(before);
    chars.place(before, left, bottom, Math.max(right, chars.left(next)), top);
  }
  return spaces.size === 0 ? order : order.filter((k) => !spaces.has(k));
}

/** How far the letters up to one reach to the right: a sign over a letter ends before it. */
function endOf(chars: PageChars, order: readonly number[], index: number): number {
  let end = chars.right(order[index] ?? -1);
  for (let at = index - 1; at >= 0 && at > index - 4; at--) {
    const k = order[at] ?? -1;
    if (chars.isBlank(k) || !isIndic(chars.code(k))) break;
    end = Math.max(end, chars.right(k));
  }
  return end;
}

/** True where the file names a quarter of its Indic letters or more, as browsers do. */
function isNamed(chars: PageChars): boolean {
  let isSome = false;
  for (const { run } of chars.parts()) isSome ||= run.isActual === true;
  if (!isSome) return false;
  const indic = chars.all().filter((k) => isIndic(chars.code(k)));
  return indic.filter((k) => chars.run(k).isActual === true).length >= Math.max(1, indic.length / 4);
}

/** Devanagari to Sinhala, Myanmar and Khmer. */
function isIndic(code: number): boolean {
  return (code >= 0x900 && code < 0xe00) || (code >= 0x1000 && code < 0x10a0) || (code >= 0x1780 && code < 0x1800);
}
