import type { EncodingName } from "../../../shared/model/encodings.ts";
import { alphabets } from "./alphabets.ts";
import { decodeAs, decodeStrictly } from "./decode.ts";
import { guessEastAsian } from "./guess-east-asian.ts";

/** Bytes that are looked at: more would say nothing new. */
const looked = 200_000;

/**
 * The likeliest encoding of bytes that are neither UTF-8 nor marked: UTF-16 or -32, an East Asian one, or a single-byte
 * one.
 */
export function guessEncoding(whole: Uint8Array): EncodingName {
  return guessWide(whole) ?? guessEastAsian(whole.subarray(0, looked)) ?? guessSingleByte(whole.subarray(0, looked));
}

/**
 * UTF-16 and UTF-32 without a mark, known by the zeros that white space and Latin letters leave in them; null for what
 * is neither.
 */
export function guessWide(whole: Uint8Array): EncodingName | null {
  const bytes = whole.subarray(0, looked - (looked % 4));
  const row = guessRow(bytes);
  if (row !== null) return row;
  if (!bytes.includes(0)) return guessHan(bytes);
  if (isPlainWithZeros(bytes)) return null;
  const isScalar = (from: number, big: boolean): boolean => {
    const [a = 0, b = 0, c = 0, d = 0] = bytes.subarray(from, from + 4);
    return big ? a === 0 && b <= 0x10 : d === 0 && c <= 0x10;
  };
  const every = (big: boolean): boolean => {
    for (let offset = 0; offset + 3 < bytes.length; offset += 4) if (!isScalar(offset, big)) return false;
    return bytes.length >= 8;
  };
  if (bytes.length % 4 === 0 && every(false)) return "utf-32le";
  if (bytes.length % 4 === 0 && every(true)) return "utf-32be";
  const even = bytes.length % 2 === 0 ? bytes : bytes.subarray(0, -1);
  const both = (["utf-16le", "utf-16be"] as const).map((name) => {
    const text = decodeStrictly(even, name);
    return { name, share: text === null ? 0 : plainShare(text) };
  });
  const best = both.toSorted((a, b) => b.share - a.share)[0];
  return best !== undefined && best.share > 0.05 && whole.length >= 8 ? best.name : guessHan(bytes);
}

function isLineEnd(byte: number): boolean {
  return byte === 0x0a || byte === 0x0d;
}

/** High bytes of alphabets from Greek to Khmer, which no other text has in every second place. */
const rows = { first: 0x03, last: 0x17 };

/**
 * UTF-16 of an alphabet that has neither zeros nor spaces between words, such as Thai: most of its characters are of
 * one row of 256.
 */
function guessRow(bytes: Uint8Array): EncodingName | null {
  const units = bytes.length >> 1;
  if (units < 8) return null;
  for (const [odd, name] of [
    [1, "utf-16le"],
    [0, "utf-16be"],
  ] as const) {
    const counts = new Uint32Array(256);
    for (let unit = 0; unit < units; unit++) {
      const high = bytes[2 * unit + odd] ?? 0;
      // Line ends of a text of single bytes, not letters of Gurmukhi.
      if (isLineEnd(high) && isLineEnd(bytes[2 * unit + 1 - odd] ?? 0)) continue;
      counts[high] = (counts[high] ?? 0) + 1;
    }
    const most = Math.max(...counts.subarray(rows.first, rows.last + 1));
    if (most > units * 0.6 && decodeStrictly(bytes.subarray(0, units * 2), name) !== null) return name;
  }
  return null;
}

/** Kana, the points of both languages, and the characters that make up a quarter of Chinese texts. */
const usualHan =
  /[\u3041-\u30ff\u3001\u3002\uff0c\uff1a\uff1b\u7684\u4e00\u662f\u4e0d\u4e86\u5728\u4eba\u6709\u6211\u4ed6\u8fd9\u4e2d\u5927\u4e0a\u56fd\u570b\u5230\u548c\u4e3a\u70ba\u4e8e\u65bc\u653f\u5e9c\u5e74\u6708\u65e5\u4ee5\u6703\u4f1a]/g;

/**
 * UTF-16 of Chinese and Japanese, which may have no zero in it: one in six of its characters at least is among the
 * usual ones, nearly all are of these scripts, and in the other byte order that is not so.
 */
function guessHan(bytes: Uint8Array): EncodingName | null {
  if (bytes.length < 16 || bytes.length % 2 === 1) return null;
  const found = (["utf-16le", "utf-16be"] as const).filter((name) => {
    const text = decodeStrictly(bytes, name);
    if (text === null || /[\p{Cn}\p{Co}]|(?![\t\n\v\f\r\u0085])\p{Cc}/u.test(text)) return false;
    const own = text.match(/[\p{Script=Han}\u3000-\u30ff\uff01-\uff5e\s -~]/gu)?.length ?? 0;
    return own > text.length * 0.95 && (text.match(usualHan)?.length ?? 0) > text.length / 6;
  });
  return found.length === 1 ? (found[0] ?? null) : null;
}

/**
 * Whether bytes are ASCII with a zero here and there: of Latin letters in UTF-16 half the bytes are zeros, of others
 * many bytes are no ASCII.
 */
function isPlainWithZeros(bytes: Uint8Array): boolean {
  let [zeros, plain] = [0, 0];
  for (const byte of bytes) {
    if (byte === 0) zeros++;
    else if ((byte >= 32 && byte < 127) || (byte >= 9 && byte <= 13)) plain++;
  }
  return zeros * 4 < bytes.length && plain >= (bytes.length - zeros) * 0.95;
}

/** The share of spaces, line ends and ASCII in a text; 0 where it has what no text has. */
function plainShare(text: string): number {
  if (/[\p{Cn}\p{Co}]|(?![\t\n\v\f\r\u0085])\p{Cc}/u.test(text.replaceAll("\u001b", ""))) return 0;
  return (text.match(/[\t\n\r -~\u3000-\u3002]/g)?.length ?? 0) / Math.max(1, text.length);
}

/** Whether a file that is plain ASCII holds the shifts of ISO-2022-JP (RFC 1468). */
export function isIso2022(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes.subarray(0, looked)).toString("latin1");
  const has = (shifts: readonly string[]): boolean => shifts.some((shift) => text.includes(`\u001b${shift}`));
  return has(["$@", "$B"]) && has(["(B", "(J"]);
}

/**
 * What speaks against encodings of DOS and the Macintosh, which Latin texts are rarely in now: once, and for each sign.
 * Texts that are in them have letters where windows-1252 has signs, or none at all, which outweighs it.
 */
const rare = { once: 1, each: 0.2 };

function isRare(name: EncodingName): boolean {
  return /^(?:cp(?:437|775|85[027]|865)|mac(?:intosh|-(?!cyrillic|greek)))/.test(name);
}

/**
 * The encoding and language under which the bytes beyond ASCII are letters where letters are and signs where signs are.
 */
function guessSingleByte(bytes: Uint8Array): EncodingName {
  const texts = new Map<EncodingName, readonly Sign[]>();
  const likely = likelihoods(bytes);
  let best: Readonly<{ name: EncodingName; score: number }> = { name: "windows-1252", score: -Infinity };
  for (const [index, { letters, common, encodings }] of alphabets.entries()) {
    const weights = new Map([...letters].map((letter) => [letter, common.includes(letter) ? 1.5 : 1]));
    for (const [rank, name] of encodings.entries()) {
      const signs = texts.get(name) ?? signsOf(decodeAs(bytes, name));
      texts.set(name, signs);
      // Where two readings are alike, the encoding that is met more often.
      const score =
        signs.reduce((sum, sign) => sum + plausible(sign, weights), 0) -
        rank * 0.01 * signs.length -
        (isRare(name) ? rare.once + rare.each * signs.length : 0) +
        (likely[index] ?? 0) * Math.min(signs.length, tellingSigns);
      if (score > best.score) best = { name, score };
    }
  }
  return best.name;
}

/** Beyond so many signs they say enough, and a text of several languages would be read by its most frequent one. */
const tellingSigns = 12;

/**
 * How likely a text is of each alphabet's language, from 0 to 1, by its words without accents: 1 for the language of
 * which it has most, less where these are fewer than three, 0 for all where there is but one.
 */
function likelihoods(bytes: Uint8Array): number[] {
  const counts = new Map<string, number>();
  for (const [word] of Buffer.from(bytes)
    .toString("latin1")
    .matchAll(/(?<![a-z\x80-\xff])[a-z]{1,6}(?![a-z\x80-\xff])/gi))
    counts.set(word.toLowerCase(), (counts.get(word.toLowerCase()) ?? 0) + 1);
  const found = alphabets.map(({ words = "" }) =>
    words.split(" ").reduce((sum, word) => sum + (counts.get(word) ?? 0), 0),
  );
  const most = Math.max(...found);
  return found.map((count) => (most < 2 ? 0 : count / Math.max(3, most)));
}

type Sign = Readonly<{ char: string; before: string; after: string }>;

/** Characters beyond ASCII with their neighbours, up to some thousands. */
function signsOf(text: string): Sign[] {
  const signs: Sign[] = [];
  for (let offset = 0; offset < text.length && signs.length < 4000; offset++)
    if (text.charCodeAt(offset) > 127)
      signs.push({ char: text.charAt(offset), before: text.charAt(offset - 1), after: text.charAt(offset + 1) });
  return signs;
}

function plausible({ char, before, after }: Sign, weights: ReadonlyMap<string, number>): number {
  if (/[\p{Cc}\p{Cn}\p{Co}\ufffd]/u.test(char)) return -4;
  const [letterBefore, letterAfter] = [/[\p{L}\p{M}]/u.test(before), /[\p{L}\p{M}]/u.test(after)];
  if (/[\p{L}\p{M}]/u.test(char) && !/[ªº]/.test(char)) {
    // "£825" is no "Ł825".
    if (/\p{N}/u.test(after) && !letterBefore) return -1;
    // No word of these scripts has one letter.
    if (/[\p{Script=Thai}\p{Script=Hebrew}\p{Script=Arabic}]/u.test(char) && !letterBefore && !letterAfter) return -1;
    const own = weights.get(char.toLowerCase()) ?? -1;
    const turned = /\p{Lu}/u.test(char) && /\p{Ll}/u.test(before) ? -3 : 0;
    const foreign = /\p{Script=Latin}/u.test(char) ? 0 : (`${before}${after}`.match(/[a-z]/gi)?.length ?? 0);
    return own + turned - 2 * foreign;
  }
  // Marks that printers set: at the edges of words, apostrophes and dashes also inside.
  if (char === "’" && letterBefore && letterAfter) return 1.5;
  if (/[‘’“”„«»‹›‚–—…•]/.test(char)) return letterBefore && letterAfter && !/[’–—…]/.test(char) ? -0.5 : 0.6;
  // A space that does not break stands beside another space, a figure or a sign more often than within a word.
  if (char === "\u00a0" && !(letterBefore && letterAfter)) return 1.5;
  if (/[$€£¥]/.test(char) && /\p{N}/u.test(`${before}${after}`)) return 1.5;
  if (/[\u00a0§©®™€£°ºª№¿¡]/.test(char)) return letterBefore && letterAfter ? -0.5 : 0.4;
  return letterBefore || letterAfter ? -2 : -0.5;
}
