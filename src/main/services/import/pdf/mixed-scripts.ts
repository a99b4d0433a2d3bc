import { isSpace, type PageChars } from "../../pdfium/page-chars.ts";

/** Scripts whose words never have letters of another one within them but Latin ones. */
type Script = "arabic" | "indic" | "thai";

/**
 * How many characters of a page show that its fonts do not name their letters: letters of other alphabets within words
 * of Arabic, Indic and Thai letters, which are numbers of glyphs taken for characters; figures and signs printed over
 * Thai letters; and Indic vowel signs where no letter is before them. `seen` are the places of characters in their
 * order.
 */
export function misplacedSigns(chars: PageChars, seen: readonly number[]): number {
  let count = 0;
  let last: Script | null = null;
  let before = -1;
  let isAfterSign = false;
  let letter = -1;
  for (const k of seen) {
    const code = chars.code(k);
    if (isJoiner(code)) continue;
    if (chars.isBlank(k)) {
      if (!isOver(chars, letter, k) || chars.isGenerated(k)) {
        [last, isAfterSign] = [null, false];
        before = code;
      } else count++;
      continue;
    }
    const script = scriptOf(code);
    if (script === "thai") letter = code < 0xe2f ? k : letter;
    else if (isOver(chars, letter, k) || (last !== null && isOfNoWord(code))) count++;
    const isSign = isVowelSign(code);
    if (isSign && (isAfterSign ? !isHalf(before) : last !== "indic")) count++;
    if (script !== null || !isOfNoWord(code)) last = script;
    [isAfterSign, before] = [isSign, code];
  }
  return count;
}

function scriptOf(code: number): Script | null {
  if (code < 0x620) return null;
  if ((code <= 0x6ff && !isFigure(code)) || (code >= 0xfb50 && code <= 0xfefc)) return "arabic";
  if (code >= 0x900 && code < 0xe00) return "indic";
  return code >= 0xe01 && code <= 0xe4e ? "thai" : null;
}

/** Signs without ink that join letters or part them. */
function isJoiner(code: number): boolean {
  return code === 0xad || (code >= 0x200b && code <= 0x200f);
}

function isFigure(code: number): boolean {
  return (code >= 0x660 && code <= 0x66d) || (code >= 0x6d4 && code <= 0x6f9);
}

/** A letter neither of ASCII nor of the scripts above, and of no script whose words are written without spaces. */
function isOfNoWord(code: number): boolean {
  // From Latin with accents to Armenian; then from Georgian on, but symbols, punctuation and Kana.
  if (code >= 0xc0 && code < 0x300) return code < 0x2b0 && code !== 0xd7 && code !== 0xf7;
  if (code >= 0x370 && code < 0x590) return true;
  return (code >= 0x10a0 && code < 0x1e00) || (code >= 0x2c00 && code < 0x2e00) || (code >= 0x4dc0 && code < 0x4e00);
}

/** A sign or a space whose middle is over the Thai letter before it. */
function isOver(chars: PageChars, letter: number, k: number): boolean {
  const code = chars.code(k);
  if (letter < 0 || code >= 0x80 || (code !== 32 && isSpace(code))) return false;
  const middle = (chars.left(k) + chars.right(k)) / 2;
  const size = chars.run(letter).size;
  return (
    middle > chars.left(letter) &&
    middle < chars.right(letter) - size * 0.02 &&
    Math.abs(chars.bottom(k) - chars.bottom(letter)) < size * 0.3
  );
}

/** Dependent vowel signs of the scripts from Devanagari to Malayalam, which have the same places in their blocks. */
function isVowelSign(code: number): boolean {
  if (code < 0x93e || code >= 0xd80) return false;
  const place = code % 0x80;
  return place >= 0x3e && place <= 0x4c;
}

/** The first part of a vowel sign of two parts (Bengali, Oriya, Tamil, Malayalam, Kannada). */
function isHalf(code: number): boolean {
  return [0x9c7, 0xb47, 0xbc6, 0xbc7, 0xcbf, 0xcc6, 0xcca, 0xd46, 0xd47].includes(code);
}
