import {
  afterTime,
  beforeNumber,
  beforeOrdinal,
  beginners,
  counted,
  hindiLetters,
  months,
  neverLast,
  perhapsLast,
  rarelyLast,
  urduLetters,
} from "./abbreviations.ts";

/** A sentence with the white space at its end: half-open range of the text, in UTF-16 units. */
export type Sentence = Readonly<{ start: number; end: number }>;

const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });
let last: Readonly<{ text: string; sentences: readonly Sentence[] }> = { text: "", sentences: [] };

/**
 * The sentences of a text, one after the other without gaps. Boundaries after Unicode (UAX 29) that an abbreviation, an
 * initial, an ordinal or a lower-case letter after them rules out are none. A line end always ends a sentence. Every
 * command and query that goes by sentences asks here.
 */
export function sentencesIn(text: string): readonly Sentence[] {
  // The caret asks again and again for the same paragraph.
  if (last.text === text) return last.sentences;
  const sentences: Sentence[] = [];
  let start = 0;
  // Unicode counts a bracket that opens right after a full stop to the sentence before, as if it closed.
  for (const { index, segment } of segmenter.segment(text))
    for (const end of [...endsWithin(segment).map((position) => index + position), index + segment.length]) {
      const opened = /(?<=[。！？｡][」』）》〉】”’]*)[「『（《〈【“‘]+$/u.exec(
        text.slice(Math.max(start, end - reach), end),
      );
      const closed =
        end - (opened?.[0].length ?? 0) + (/^»\s+(?![\p{Ll},;])/u.exec(text.slice(end, end + reach))?.[0].length ?? 0);
      if (end < text.length && !isBoundary(text, start, end)) continue;
      sentences.push({ start, end: closed });
      start = closed;
    }
  last = { text, sentences };
  return sentences;
}

/**
 * A word of four letters or more, a year or a per cent with its full stop, before a sentence that begins with a
 * figure.
 */
const figureNext =
  /(?<![\p{L}\p{N}])(?:\p{Ll}{4,}|\p{N}{4}|\p{N}%)[)\]”’"']*[.!?][)\]”’"']*\s+(?=[“‘"'(]?[$€£¥]?\p{N})/gu;

/** References after the full stop, before a sentence that begins with a capital: "was so.[3][4] The others". */
const referenceNext =
  /(?<=[.!?][)”’"']*\[|^)\p{N}{1,3}(?:[,;–-]\s?\p{N}{1,3})*\](?:\[\p{N}{1,3}(?:[,;–-]\s?\p{N}{1,3})*\])*\s+(?=[“‘"'(]?\p{Lu})/gu;

/** Marks of notes after the full stop, as figures of the line or raised: "was so.11 The others", "so.² He". */
const noteNext =
  /(?<=(?<word>\p{Ll}{3,}|\p{N}{4}|[)\]%])[.!?][)”’"']*)(?:\p{Nd}{1,3}(?:(?:[,–-]\s?|\s)\p{Nd}{1,3})*)\s+(?=[“‘"'(]?\p{Lu})|^[⁰¹²³⁴-⁹]+(?:[,–-]\s?[⁰¹²³⁴-⁹]+)*\s+(?=[“‘"'(]?\p{Lu})/gu;

/** The signs that end sentences of one script only: the Greek question mark, the Armenian and the wide full stop. */
const scriptNext =
  /(?<=\p{Script=Greek}[)»”]?);[)»”]?\s+(?=[«“(]?\p{Lu})|(?<=\p{Script=Armenian}):\s+(?=[«(]?\p{Script=Armenian})|(?<!\p{N})．[」』）”]*\s*(?=[^」』）”\s])/gu;

/**
 * Where in a sentence of Unicode's another one begins: with a figure, since before a word in small letters Unicode
 * takes the full stop for an abbreviation's (rule SB8), after references, or after a sign that only one script ends
 * sentences with.
 */
function endsWithin(segment: string): number[] {
  const notes = matches(segment, noteNext).filter(({ groups: { word = "" } = {} }) => !isShort(word));
  const ofScript = scripts.test(segment) ? matches(segment, scriptNext) : [];
  return [...matches(segment, figureNext), ...matches(segment, referenceNext), ...notes, ...ofScript]
    .map((found) => (found.index ?? 0) + found[0].length)
    .filter((position) => position < segment.length)
    .sort((a, b) => a - b);
}

const scripts = /[\u0370-\u03ff\u0530-\u058f．]/;

function matches(segment: string, pattern: RegExp): RegExpMatchArray[] {
  return [...segment.matchAll(pattern)];
}

/** Whether a word is an abbreviation that a number follows: "fig.3". */
function isShort(word: string): boolean {
  return beforeNumber.has(word) || neverLast.has(word);
}

/** How far to look either way, in UTF-16 units: longer than any abbreviation. */
const reach = 48;
/** How far back a quotation may have begun, in UTF-16 units. */
const quotationReach = 1000;

/** Marks of direction, which a text may have around a full stop. */
const directions = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

function isBoundary(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(start, end - reach), end).replace(directions, "");
  const after = text.slice(end, end + reach);
  if (/[\n\r\u0085\u2028\u2029]\s*$/.test(before)) return true;
  // “Why?” he asked. And: he waited … then left.
  if (/^[\s\p{Pi}\p{Ps}"']*\p{Ll}/u.test(after)) return false;
  // "[3]" and "³" after a full stop belong to the sentence before it.
  if (/^[⁰¹²³⁴-⁹]/.test(after) && !/\s$/.test(before)) return false;
  if (/[.!?][)”’"']*\[$/u.test(before) && /^\p{N}/u.test(after)) return false;
  // “We agree.” (Smith 2001, p. 5). The full stop after the bracket ends the sentence.
  if (/["”’»]\s+$/u.test(before) && /^\([^()]{0,80}\p{N}[^()]{0,12}\)\s*[.,;]/u.test(text.slice(end, end + 2 * reach)))
    return false;
  // A title has the mark in it: 《摔跤吧！爸爸》.
  if (/《[^》]*[！？]$/u.test(before) && after.includes("》")) return false;
  // "от 3 мая 2012 г. № 70".
  if (/^№\s?\p{N}/u.test(after)) return false;
  if (/\(\p{L}{2,6}\.\)\s*$/u.test(before)) return beginners.has(wordNext(after));
  // French has spaces inside of its quotes: « Pourquoi ? » et il partit.
  if (/^»(?:[,;.]|\s+[\p{Ll},;])/u.test(after)) return false;
  // Japanese says after the quotation that somebody said it: 「本です。」と言った。
  if (/[。！？]」\s*$/u.test(before) && /^(?:と|って|など|も|は|が|を|に|の)/u.test(after)) return false;
  // Chinese says after a quotation who said it, unless that was said before it: “为什么？”他问。
  if (
    /[。！？][”」]\s*$/u.test(before) &&
    /^[^。！？，：“「]{0,12}(?:说|說|问|問|道|称|稱|表示|指出|回答|强调|強調|认为|認為)/u.test(after) &&
    !/[：，、][“「][^“「]*$/u.test(text.slice(Math.max(0, end - quotationReach), end))
  )
    return false;
  // A name that has the mark in it: "Yahoo! Inc."
  if (/!\s+$/.test(before) && /^(?:Inc|Ltd|Corp|Co|plc)\b/.test(after)) return false;
  // An item's number is no sentence: "1. Introduction", "a) Scope", "• 2.) Costs".
  if (
    end - start < 10 &&
    /^\s*(?:[•◦▪‣⁃*–-]\s*)?\(?(?:\p{N}{1,3}|\p{L}|[ivxlc]{1,6})(?:\.\)|[.)۔])\s*$/iu.test(before) &&
    before.length === end - start
  )
    return false;
  const stopped = /([^\s()[\]“”"„«»]+)([.۔])(\p{Pf}|\p{Pe}|["'])*(\s*)$/u.exec(before);
  if (stopped === null) return true;
  const [, word = "", stop, closed, space = ""] = stopped;
  if (closed !== undefined) return true;
  const next = wordNext(after);
  return stop === "۔" || /\p{Script=Arabic}/u.test(word)
    ? isArabicEnd({ before: before.slice(0, stopped.index), word, space, next })
    : isLatinEnd({ before: before.slice(0, stopped.index), word, next, after, isOpening: end - start < opening });
}

/** The first word of what comes next, in small letters. */
function wordNext(after: string): string {
  return /^[\s\p{Ps}\p{Pi}"'„]*([\p{L}\p{M}\p{N}'’]+)/u.exec(after)?.[1]?.toLowerCase() ?? "";
}

type Place = Readonly<{ before: string; word: string; next: string }>;

/** What is too short for a sentence with a time in it, in UTF-16 units: "At 5 a.m." */
const opening = 14;

type LatinPlace = Place &
  Readonly<{ after: string /** Whether so far the sentence has a few letters only. */; isOpening: boolean }>;

function isLatinEnd({ before, word, next, after, isOpening }: LatinPlace): boolean {
  // "BT-Drs. 19/1234" is a reference as "Drs. 19/1234" is.
  const plain = word.toLowerCase().replace(/^['’‘(]+|^[ldjmnst]['’]|^\p{L}{2,}-(?=drs$|nr$|abs$)/u, "");
  // The "A." of "S. A." is no article.
  const begins = beginners.has(next) && !/^\s*\p{L}\./u.test(after);
  if (neverLast.has(plain)) return rarelyLast.has(plain) && begins;
  // "Art. 5", "No. XII", "art. L. 123-4".
  if (beforeNumber.has(plain) && /^[\s(§]*(?:\p{N}|[IVXLC]+\b|\p{Lu}\.? ?-?\p{N}|n[°º])/u.test(after)) return false;
  // "Ord. No. XV of 1994".
  if (/^\p{Lu}\p{Ll}{1,3}$/u.test(word) && /^\s*Nos?\. ?[\p{N}IVXLC]/u.test(after)) return false;
  // A date in figures: "ab 1. 1. 1991".
  if (/^\p{N}{1,2}$/u.test(word) && /^\s*\p{N}{1,2}\.\s*\p{N}{4}(?!\p{N})/u.test(after)) return false;
  if (isOrdinal(before, word.replace(/^[-–]/, ""), next)) return false;
  // "He left at 6 p.m. Travellers came.", but "at 6 p.m. Monday", "at 6 p.m. EST".
  if (/^[ap]\.m$/.test(plain) && /\p{N}\s*$/u.test(before) && !isOpening)
    return !afterTime.has(next) && !/^\s*\p{Lu}{2,4}\b/u.test(after);
  // "You and I. Did you see?"
  if (word === "I" && /(?:and|than|do|am)\s+$/.test(before) && !/^\s*\p{Lu}\./u.test(after)) return true;
  if (hindiLetters.has(/[^.]+$/u.exec(plain)?.[0] ?? "")) return false;
  if (plain === "es" && /(?:^|\s|\()ad\s+$/u.test(before)) return false;
  // Initials "J.", "J.-P." and abbreviations with stops inside "U.S.", "z.B.".
  if (/^(?:\p{L}[.-]-?)?\p{L}$/u.test(plain) || /^(?:\p{L}{1,3}\.-?)+\p{L}{1,3}$/u.test(plain)) return begins;
  return !perhapsLast.has(plain) || begins;
}

/**
 * "am 3. März", "im 19. Jahrhundert", "der II. Weltkrieg": numbers that German and its neighbours write with a stop.
 */
function isOrdinal(before: string, word: string, next: string): boolean {
  if (!/^(?:\p{N}{1,3}|[IVXLC]{1,6})$/u.test(word)) return false;
  if (months.has(next) || counted.has(next)) return true;
  // The rest of a date: "1. 1991".
  if (/(?:^|\s)\p{N}{1,2}\.\s+$/u.test(before) && /^\p{N}{4}$/u.test(next)) return true;
  // "Die 4. und 5. Legislaturperiode", "vom 3. bis 5. Oktober".
  if (/\p{N}\.\s+(?:und|oder|bis|sowie)\s+$/u.test(before)) return !beginners.has(next);
  const ahead = /([\p{L}]+)\s+$/u.exec(before)?.[1]?.toLowerCase() ?? "";
  return beforeOrdinal.has(ahead) && !beginners.has(next);
}

function isArabicEnd({ before, word, space, next }: Place & Readonly<{ space: string }>): boolean {
  // Urdu writes 3.5 with its own full stop as well.
  if (space === "" && /\p{N}$/u.test(word) && /^\p{N}/u.test(next)) return false;
  const plain = /[^.۔]+$/u.exec(word)?.[0] ?? word;
  if (neverLast.has(plain)) return false;
  if (beforeNumber.has(plain) && /^\p{N}/u.test(next)) return false;
  // Letters with stops between them: "ق۔م۔".
  if (/^(?:\p{L}[.۔])+\p{L}$/u.test(word)) return beginners.has(next);
  if (!urduLetters.has(plain)) return true;
  const chained =
    urduLetters.has(next) || word !== plain || urduLetters.has(/([^\s.۔]+)[.۔]\s*$/u.exec(before)?.[1] ?? "");
  return !chained || beginners.has(next);
}
