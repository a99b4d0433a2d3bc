import type { PageChars } from "../../pdfium/page-chars.ts";

/**
 * What Windows names the ligatures of Calibri and fonts like it when it prints to PDF (“acƟvity”, “hƩps”, “soŌware”,
 * “eīect”, “oĸce”), and the ligature that each of them shows; see `ownLigatures` for those without a code.
 */
const names: Readonly<Record<number, number>> = {
  415: 0xfb07,
  425: 0xfb08,
  332: 0xfb09,
  299: 0xfb00,
  302: 0xfb01,
  327: 0xfb02,
  312: 0xfb03,
};
/** Capital letters, Ɵ and Ʃ, that no language has after a small letter. */
const [capitalO, capitalEsh] = [0x19f, 0x1a9];

/**
 * Write the ligatures that a font names so as ligatures. Some of the names are letters of Latvian, Lithuanian or Czech:
 * only those of fonts that have Ɵ or Ʃ within a word, too.
 */
export function nameLigatures(chars: PageChars): void {
  const fonts = new Set<string>();
  for (let k = 1; k < chars.length; k++) {
    const code = chars.code(k);
    if ((code === capitalO || code === capitalEsh) && isSmall(chars.code(k - 1))) fonts.add(chars.run(k).font);
  }
  if (fonts.size === 0) return;
  for (let k = 0; k < chars.length; k++) {
    const name = names[chars.code(k)];
    if (name !== undefined && fonts.has(chars.run(k).font)) chars.write(k, name);
  }
}

/** A small letter of English. */
function isSmall(code: number): boolean {
  return code >= 0x61 && code <= 0x7a;
}
