import { analyse } from "chardet";
import type { EncodingName } from "../../../shared/model/encodings.ts";
import { findEncoding } from "../../../shared/model/encodings.ts";
import { decodeAs } from "./decode.ts";

/**
 * The characters that make up a third or more of running texts in each language. Chinese after the lists of Jun Da
 * (Modern Chinese Character Frequency List, 2004), Korean after the syllables of the National Institute's word list.
 */
const usual: readonly (readonly [EncodingName, ReadonlySet<string>])[] = [
  [
    "gb18030",
    new Set(
      "的一是不了在人有我他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着之过家学对可她里后小么心多天而能好都然没日于起还发成事只作当想看文无开手十用主行方又如前所本见经头面公同三已老从动两长，。、：；",
    ),
  ],
  [
    "big5",
    new Set(
      "的一是不了在人有我他這中大來上國個到說們為子和你地出道也時年得就那要下以生會自著之過家學對可她裡後小麼心多天而能好都然沒日於起還發成事只作當想看文無開手十用主行方又如前所本見經頭面公同三已老從動兩長，。、：；",
    ),
  ],
  ["shift_jis", new Set(kana())],
  ["euc-jp", new Set(kana())],
  [
    "euc-kr",
    new Set("이다는의에을가고하지한로기도사어리은를자대시나정인으그서아해부만일원제장수전여게동라보들스구상주과있"),
  ],
];

/** Hiragana, katakana and the points of Japanese. */
function kana(): string[] {
  const from = (first: number, last: number) =>
    Array.from({ length: last - first + 1 }, (_, index) => String.fromCharCode(first + index));
  return [...from(0x3041, 0x3093), ...from(0x30a1, 0x30f6), "ー", "。", "、"];
}

/** Letters that a guess needs at least, and the share of them that must be usual. */
const least = { letters: 4, usual: 2, share: 0.15 };
const letter = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;

/**
 * The East Asian encoding in which bytes are running text: the one under which most letters are the usual ones of its
 * language. Where none is, chardet's guess, which goes by statistics of bytes and needs longer texts. Null for neither.
 */
export function guessEastAsian(bytes: Uint8Array): EncodingName | null {
  if (isThai(bytes)) return null;
  let best: Readonly<{ name: EncodingName; share: number }> | null = null;
  for (const [name, characters] of usual) {
    const text = decodeAs(bytes, name);
    const own = text.match(letter)?.length ?? 0;
    const found = [...text].filter((char) => characters.has(char)).length;
    if (own < least.letters || found < least.usual || !isRead(text, own)) continue;
    const share = found / own;
    if (share >= least.share && share > (best?.share ?? 0)) best = { name, share };
  }
  return best?.name ?? guessByBytes(bytes);
}

function guessByBytes(bytes: Uint8Array): EncodingName | null {
  const [first] = analyse(bytes);
  const name = first === undefined ? null : findEncoding(first.name);
  if (first === undefined || name === null || !eastAsian.has(name) || first.confidence < 50) return null;
  const text = decodeAs(bytes, name);
  return isRead(text, text.match(letter)?.length ?? 0) && !isLatin(text) ? name : null;
}

const eastAsian = new Set<EncodingName>(["gb18030", "big5", "shift_jis", "euc-jp", "iso-2022-jp", "euc-kr"]);

/** Whether few characters of a text could not be read: none in a short one, since other texts have some at once. */
function isRead(text: string, own: number): boolean {
  const strange = text.match(/[\ufffd\ue000-\uf8ff]/g)?.length ?? 0;
  return own < 20 ? strange === 0 && own > 0 : own > (strange < 3 ? 4 : 20) * strange;
}

/** Whether most ideographs stand alone between Latin letters, as letters with accents do that are read as these. */
function isLatin(text: string): boolean {
  const alone = text.match(/(?<=[a-z])\p{Script=Han}(?=[a-z\s.,;:])/giu)?.length ?? 0;
  return alone * 2 > (text.match(letter)?.length ?? 0);
}

/** What is no Thai spelling: a mark on no consonant, a leading vowel before none, a Latin letter beside a Thai one. */
const misspelt =
  /[\u0e01-\u0e4e][a-z]|[a-z][\u0e01-\u0e4e]|(?<![\u0e01-\u0e2e\u0e31-\u0e3a\u0e47-\u0e4e])[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]|[\u0e40-\u0e44](?![\u0e01-\u0e2e])|\ufffd|\p{Cn}/giu;

/** Whether bytes are Thai, which chardet takes for Chinese, Japanese or Korean: it knows only how often bytes are. */
function isThai(bytes: Uint8Array): boolean {
  const text = decodeAs(bytes, "windows-874");
  const letters = text.match(/\p{Script=Thai}/gu)?.length ?? 0;
  // In Chinese, Japanese and Korean nearly all of these bytes are consonants of Thai.
  const vowels = text.match(/[\u0e30-\u0e3a\u0e40-\u0e4e]/g)?.length ?? 0;
  return letters >= 20 && vowels * 4 > letters && (text.match(misspelt)?.length ?? 0) * 50 < letters;
}
