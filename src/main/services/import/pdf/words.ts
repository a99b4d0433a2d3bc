import { addKoreanLineEnd, addKoreanWord } from "./korean.ts";
import { type Line, textOf } from "./lines.ts";

/**
 * Words of a paper as they are inside its lines, in lower case, with their inner hyphens, and how often each occurs. Of
 * Korean papers also the beginnings of words and how lines end (`korean.ts`).
 */
export type Words = ReadonlyMap<string, number>;

const word = /\p{L}+(?:[-\u2010\u2011]\p{L}+)*(?![-\u2010\u2011\u00ad\p{Cc}\p{L}])/gu;
const hangul = /^[\uac00-\ud7a3]+$/;

/** Add the words of some lines; the halves of a word that is parted at a line's end are left out. */
export function addWords(words: Map<string, number>, lines: Iterable<Line>): void {
  let parted = false;
  let before = "";
  for (const line of lines) {
    const text = textOf(line);
    const isAscii = !/[\u0080-\uffff]/.test(text);
    const ranges = isAscii ? asciiWords(text) : allWords(text);
    for (let n = 0; n < ranges.length; n += 2) {
      const [start = 0, end = 0] = [ranges[n], ranges[n + 1]];
      if (parted && text.slice(0, start).trim() === "") continue;
      const small = text.slice(start, end).toLowerCase();
      const key = isAscii ? small : small.replace(/[\u2010\u2011]/g, "-");
      if (!isAscii && hangul.test(key)) {
        // The first and the last word of a line may be parts of words.
        if (start === 0 || start + key.length === text.length) continue;
        addKoreanWord(words, key);
      }
      words.set(key, (words.get(key) ?? 0) + 1);
    }
    addKoreanLineEnd(words, before, text);
    parted = endsParted(text);
    before = text;
  }
}

/** Where each word begins and ends, as `word` finds them: two numbers for each. */
function allWords(text: string): number[] {
  return [...text.matchAll(word)].flatMap(({ index, 0: found }) => [index, index + found.length]);
}

/** The same of a text in ASCII, as most lines are, without making a match for each word. */
export function asciiWords(text: string): number[] {
  const ranges: number[] = [];
  const length = text.length;
  for (let index = 0; index < length; index++) {
    if (!isAsciiLetter(text.charCodeAt(index))) continue;
    const start = index;
    let code = 0;
    do {
      index++;
      code = index < length ? text.charCodeAt(index) : space;
    } while (isAsciiLetter(code) || (code === hyphen && isAsciiLetter(text.charCodeAt(index + 1))));
    if (code !== hyphen && code >= space && code !== 0x7f) ranges.push(start, index);
  }
  return ranges;
}

const [space, hyphen] = [0x20, 0x2d];

function isAsciiLetter(code: number): boolean {
  return (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a;
}

/** True for a line that ends with the first part of a word. */
function endsParted(text: string): boolean {
  const last = text.charCodeAt(text.length - 1);
  const mayPart = last === hyphen || last === 0x2010 || last < space || (last >= 0x7f && last <= 0xad);
  return mayPart && /\p{L}[-\u2010\u00ad\p{Cc}]$/u.test(text);
}

/** First halves that hardly ever begin a word parted by its syllables. */
const firstHalves = new Set(["well", "self", "cross", "long", "non", "anti"]);
/** Words that others are made of without a hyphen: under-are, house-holds. */
const joining = new Set(
  "over under with there where here some every any out in up on off how never no what for fore after before back by down house net data work home land life time hand head school day week business water weather class ship state work man men air court black book birth child community counter earth eye fair farm fire foot free gate grand ground hard high horse land law light main market master mile milk moon news night note other pass pay play post price rail rain road sea share sheet side sky snow stand star step stock store sun table tax team through to town trade turn type under view wall war wave way wild wind wood word world yard".split(
    " ",
  ),
);
const endings =
  /^(?:able|ably|ally|ness|less|full|fully|ship|ships|ment|ments|ward|wards|like|hood|some|time|times|ever|self|selves|age|ages|ate|ated|ant|ants|ion|ions|tion|tions|ten|tent|form|forms|port|ports|ring|rings|sing|ding|ting|ling|ning|king|ing)$/;
/** Second halves that make a compound of any word before them: evidence-based, health-related. */
const linking =
  /^(?:based|related|speaking|reported|driven|led|wide|oriented|specific|sized|term|level|scale|income|free|friendly|making|aged|funded|owned|run|sponsored|backed|dependent|intensive|sensitive|neutral|centred|centered|focused|focussed|like|style|type|size|year|old|born|trained|assessed|regulated|imposed|sufficient|effective|efficient|sharing|saving|building|adjusted|weighted|defined|controlled)$/;

/** Those of them that no other word of four letters or more ends with. */
const surelyLinking =
  /^(?:based|related|speaking|reported|driven|oriented|sponsored|backed|dependent|intensive|sensitive|neutral|centred|centered|focused|focussed|weighted|funded|friendly)$/;
/** Beginnings of words that are written in one: interrelated, overdriven, independent. */
const prefix = /^(?:anti|counter|hyper|inter|intra|mis|multi|over|super|trans|under|inde)$/;

/**
 * True when the hyphen at a line's end belongs to the word. The paper itself is the evidence: whether it has the
 * compound or the joined word more often elsewhere, and whether it has both halves as words of their own; without
 * either, the usual halves of compounds.
 */
export function isCompound(before: string, after: string, words: Words): boolean {
  const [first, second] = [before.toLowerCase(), after.toLowerCase()];
  const [apart, whole] = [words.get(`${first}-${second}`) ?? 0, words.get(first + second) ?? 0];
  if (apart !== whole) return apart > whole;
  if (whole > 0) return true;
  const known = words.has(second);
  if (surelyLinking.test(second) && first.length >= 4 && !prefix.test(first) && !joining.has(first)) return true;
  if (first === "well" && /^\p{Ll}{4,}$/u.test(after) && !endings.test(second) && !/^ing|^being$/.test(second))
    return true;
  if (firstHalves.has(first)) return second.length >= 4 && (known || linking.test(second));
  if (linking.test(second) && first.length >= 3 && words.has(first) && !joining.has(first)) return true;
  if (first.length < 4 || second.length < 3 || joining.has(first) || endings.test(second)) return false;
  return known && words.has(first);
}
