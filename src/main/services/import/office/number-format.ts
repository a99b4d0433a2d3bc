import { roman } from "../../../../shared/text/roman.ts";

/**
 * How a number is written: the formats of Word (ECMA-376, 17.18.59 ST_NumberFormat) that papers use. Others are written
 * in figures, `none` as nothing.
 */
const formats: Readonly<Record<string, (value: number) => string>> = {
  none: () => "",
  decimalZero: (value) => String(value).padStart(2, "0"),
  lowerLetter: (value) => letters(value),
  upperLetter: (value) => letters(value).toUpperCase(),
  lowerRoman: (value) => roman(value),
  upperRoman: (value) => roman(value).toUpperCase(),
  ordinal: (value) => `${value}${ordinalEnd(value)}`,
  numberInDash: (value) => `- ${value} -`,
  decimalEnclosedParen: (value) => `(${value})`,
  decimalEnclosedCircle: (value) => (value >= 1 && value <= 20 ? String.fromCodePoint(0x245f + value) : String(value)),
  decimalFullWidth: (value) => inDigits(value, 0xff10),
  hindiNumbers: (value) => inDigits(value, 0x660),
  chicago: (value) => signs(value, ["*", "†", "‡", "§"]),
  russianLower: (value) => fromAlphabet(value, "абвгдежзиклмнопрстуфхцчшщэюя"),
  russianUpper: (value) => fromAlphabet(value, "АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЭЮЯ"),
  arabicAlpha: (value) => fromAlphabet(value, "أبتثجحخدذرزسشصضطظعغفقكلمنهوي"),
  arabicAbjad: (value) => fromAlphabet(value, "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"),
  hebrew2: (value) => fromAlphabet(value, "אבגדהוזחטיכלמנסעפצקרשת"),
  chineseCounting: (value) => chinese(value),
  chineseCountingThousand: (value) => chinese(value),
  ideographDigital: (value) => chinese(value),
  japaneseCounting: (value) => chinese(value),
  taiwaneseCountingThousand: (value) => chinese(value),
};

/** A number from 0 as a document prints it. */
export function formatNumber(value: number, format: string): string {
  return (Object.hasOwn(formats, format) ? formats[format] : undefined)?.(value) ?? String(value);
}

/** a … z, aa, bb …: after the alphabet the letter is repeated (17.18.59, `lowerLetter`). */
function letters(value: number): string {
  return fromAlphabet(value, "abcdefghijklmnopqrstuvwxyz");
}

/** The most times that a sign is repeated. */
const maxRepeats = 20;

function fromAlphabet(value: number, alphabet: string): string {
  return signs(value, [...alphabet]);
}

function signs(value: number, all: readonly string[]): string {
  if (value < 1) return String(value);
  const times = Math.ceil(value / all.length);
  return times > maxRepeats ? String(value) : (all[(value - 1) % all.length] ?? "").repeat(times);
}

function ordinalEnd(value: number): string {
  const teen = value % 100 >= 11 && value % 100 <= 13;
  return teen ? "th" : (["th", "st", "nd", "rd"][value % 10] ?? "th");
}

function inDigits(value: number, zero: number): string {
  return String(value).replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));
}

const chineseDigits = "〇一二三四五六七八九";

/** Counting numbers to 9,999; larger ones digit by digit. */
function chinese(value: number): string {
  const digits = [...String(value)].map((digit) => chineseDigits[Number(digit)] ?? "");
  if (value < 10 || value > 9999) return digits.join("");
  const units = ["", "十", "百", "千"];
  const words = digits.map((digit, index) =>
    digit === "〇" ? digit : digit + (units[digits.length - 1 - index] ?? ""),
  );
  return words.join("").replace(/〇+/g, "〇").replace(/〇$/, "").replace(/^一十/, "十");
}

/** Whether the number of a list is more than a number, as “Article 4” or “第一章”. */
export function saysWords(label: string): boolean {
  return /\p{L}{3,}\s|\p{Script=Han}|\p{Script=Hangul}/u.test(label);
}
