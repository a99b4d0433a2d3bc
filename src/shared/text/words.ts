import { plainMarks } from "./plain-marks.ts";

/**
 * How texts are compared when somebody looks for words: in the filter, in fields with type-ahead and in the search of
 * the library.
 */

const alike: Readonly<Record<string, string>> = {
  ...plainMarks,
  // Arabic, Persian and Urdu write the same letter with different code points.
  ٱ: "ا",
  ى: "ي",
  ی: "ي",
  ک: "ك",
  ہ: "ه",
  ھ: "ه",
  ۂ: "ه",
  ة: "ه",
  ۃ: "ه",
  // Letters that many cannot type, and sigma at the end of a word.
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ð: "d",
  ł: "l",
  ı: "i",
  ς: "σ",
  // Candrabindu and anusvara are used for each other in Devanagari.
  "\u0901": "\u0902",
};

/**
 * Accents, Hebrew points, Arabic vowel signs and tatweel, nukta; soft hyphens, joiners and direction marks. Vowel signs
 * of Indic scripts are letters and stay.
 */
const dropped =
  /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u093c\u09bc\u0a3c\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;
const ambiguous = /[‘’‚′“”„«»‐‑–—−ßæœøđðłıςٱىیکہھۂةۃ\u0901]/g;
/** All white space but a single space, which stays: to replace each of them took a third of the time of a text. */
const otherSpace = / \s+|[^\S ]\s*/g;
const digits = /[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef]/g;

/**
 * A text as it is compared: NFKD without accents and vowel points, lower case, plain quotes, dashes and digits, single
 * spaces.
 */
export function plainWords(text: string): string {
  return plain(text).replace(otherSpace, " ").trim();
}

function plain(text: string): string {
  if (isAscii(text)) return text.toLowerCase();
  return (
    text
      .normalize("NFKD")
      .replace(dropped, "")
      .toLowerCase()
      .replace(ambiguous, (char) => alike[char] ?? char)
      .replace(digits, (char) => String((char.charCodeAt(0) & 0xf) - (char < "\u0900" ? 0 : 6)))
      // Precomposed again, so that Hangul is compared by syllable and not by letter.
      .normalize("NFC")
  );
}

/** What is compared at once: a letter with its marks, or a Hangul syllable in its parts. */
const cluster = /[\u1100-\u115f][\u1160-\u11a7]?[\u11a8-\u11ff]?|\P{M}?\p{M}*/suy;

/**
 * A text as it is compared, with the UTF-16 offset in the text that each of its units came from, and where the last one
 * ends.
 */
export type FoldedWords = Readonly<{ text: string; offsets: Uint32Array }>;

/** `plainWords` with the way back: the same words, each unit with its place. */
export function foldWords(text: string): FoldedWords {
  const units = new Units(text.length);
  const known = new Map<string, string>();
  let space = true;
  for (let offset = 0; offset < text.length; ) {
    const code = text.charCodeAt(offset);
    // Nearly all of most papers: a plain letter without marks.
    if (code > 32 && code < 127 && !(text.charCodeAt(offset + 1) >= 0x300)) {
      units.add(code >= 65 && code <= 90 ? code + 32 : code, offset);
      space = false;
      offset++;
      continue;
    }
    if ((code === 32 || (code >= 9 && code <= 13)) && !(text.charCodeAt(offset + 1) >= 0x300)) {
      if (!space) units.add(32, offset);
      space = true;
      offset++;
      continue;
    }
    cluster.lastIndex = offset;
    const whole = cluster.exec(text)?.[0] ?? text.charAt(offset);
    const folded = known.get(whole) ?? plain(whole);
    if (known.size < 5000) known.set(whole, folded);
    for (let i = 0; i < folded.length; i++) {
      const unit = folded.charCodeAt(i);
      const blank = unit <= 32 || (unit > 127 && /\s/.test(folded.charAt(i)));
      if (!blank || !space) units.add(blank ? 32 : unit, offset);
      space = blank;
    }
    offset += Math.max(1, whole.length);
  }
  return units.end(text.length, space);
}

/**
 * Units of a text with their offsets, in columns that grow: a text of millions of letters must not cost as many
 * objects.
 */
class Units {
  #codes: Uint16Array;
  #offsets: Uint32Array;
  #length = 0;

  constructor(length: number) {
    this.#codes = new Uint16Array(length + 16);
    this.#offsets = new Uint32Array(length + 17);
  }

  add(code: number, offset: number): void {
    if (this.#length + 1 >= this.#codes.length) this.#grow();
    this.#codes[this.#length] = code;
    this.#offsets[this.#length++] = offset;
  }

  /** All of it, with where the last unit ends. Space at the end is no word's. */
  end(length: number, space: boolean): FoldedWords {
    if (space && this.#length > 0) this.#length--;
    else this.#offsets[this.#length] = length;
    return { text: textOf(this.#codes.subarray(0, this.#length)), offsets: this.#offsets.slice(0, this.#length + 1) };
  }

  #grow(): void {
    const codes = new Uint16Array(this.#codes.length * 2);
    codes.set(this.#codes);
    const offsets = new Uint32Array(codes.length + 1);
    offsets.set(this.#offsets);
    [this.#codes, this.#offsets] = [codes, offsets];
  }
}

function textOf(codes: Uint16Array): string {
  const parts: string[] = [];
  for (let index = 0; index < codes.length; index += 8192)
    parts.push(String.fromCharCode(...codes.subarray(index, index + 8192)));
  return parts.join("");
}

/** The range of the unfolded text that a range of the folded one came from. */
export function unfold({ offsets }: FoldedWords, start: number, end: number): { start: number; end: number } {
  const from = offsets[start] ?? 0;
  const last = offsets[end - 1] ?? from;
  // The next unit from another place marks where the last one ends.
  let next = end;
  while (offsets[next] === last) next++;
  return { start: from, end: offsets[next] ?? last };
}

/** Whether a text has only characters of ASCII. */
export function isAscii(text: string): boolean {
  for (let offset = 0; offset < text.length; offset++) if (text.charCodeAt(offset) > 127) return false;
  return true;
}

/** The words and "quoted phrases" of what somebody typed, as they are compared. All of them must occur. */
export function termsOf(typed: string): string[] {
  return [...plainWords(typed).matchAll(/"([^"]*)"?|[^\s"]+/g)]
    .map((found) => (found[1] ?? found[0]).trim())
    .filter((term) => term !== "");
}
