import type { PageChars } from "../../pdfium/page-chars.ts";
import { bareLabel } from "./markers.ts";

/** The size and the baseline that most letters of a line have. */
export type Ground = Readonly<{ size: number; base: number }>;

/** Figures that Unicode has in a raised form: U+00B2, U+00B3, U+00B9, U+2070 to U+2079. */
function isRaisedFigure(code: number): boolean {
  return code === 0xb2 || code === 0xb3 || code === 0xb9 || code === 0x2070 || (code >= 0x2074 && code <= 0x2079);
}

/**
 * A sign that is small and high, or a figure whose ink begins high over the line (OpenType `sups`), or one of
 * Unicode's.
 */
export function isHigh(chars: PageChars, k: number, { size, base }: Ground): boolean {
  const run = chars.run(k);
  if (run.size < size * 0.9 && run.origin[1] - base > size * 0.12) return true;
  const code = chars.code(k);
  if (code >= 48 && code <= 57) return chars.foot(k) - run.origin[1] > size * 0.25;
  return isRaisedFigure(code);
}

const unit = /(^|[^\p{L}])([kcmdnµμ]?m|ft|CO|s|ha|in|yd|mi|kg|mg|µg|sec)$/u;
/** One letter alone: a variable (R², χ²). */
const variable = /(^|[^\p{L}\p{M}])[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]$/u;
/** Two small letters that are no word: mc². */
const product = /(^|[^\p{L}])[b-df-hj-np-tv-z]{2}$/u;
/** An amino acid, whose number is its place in a protein (His³⁸⁸). */
const residue = /(^|[^\p{L}])(Ala|Arg|Asn|Asp|Cys|Gln|Glu|Gly|His|Ile|Leu|Lys|Met|Phe|Pro|Ser|Thr|Trp|Tyr|Val)$/u;
/** A bracket of a calculation. */
const calculated = /[([][^()[\]]*[-+−–×·*/=^][^()[\]]*[)\]]$/u;
const year = /(^|[^\d.,])(1[5-9]|20)\d\d$/;
const base = /(^|[^\d.,])\d{1,2}$/;
/** A number after a sign of a calculation: in “= 1.5²” it is squared. */
const operand = /[=×·*÷<>≤≥≈±√]\s?[\d.,]+$/;

/** What a page's other raised signs say about one of them. */
export type NoteEvidence = Readonly<{
  /** Labels that raised signs at the beginning of its lines have: notes that are there. */
  leads: ReadonlySet<string>;
  /** Numbers raised after words and punctuation, which are marks of notes whatever the notes are like. */
  called: ReadonlySet<string>;
}>;

/** True when a number is raised where only the mark of a note is: right after a word, a quotation or a full stop. */
export function isSurelyMark(high: string, before: string): boolean {
  if (!/^\d{1,3}$/.test(high)) return false;
  if (/[.,;:!?)”’"»]$/.test(before)) return !/[\d(][.,)]$/.test(before);
  return /\p{L}{3}$/u.test(before) && !residue.test(before);
}

/**
 * True when raised signs belong to the sentence: powers, fractions, ordinals, charges, isotopes; false for the mark of
 * a note.
 */
export function isOfText(high: string, before: string, after: string, evidence: NoteEvidence): boolean {
  const plain = high.normalize("NFKC").replace(/\s/g, "");
  if (/\p{L}/u.test(plain))
    return !(/^\p{Ll}([,;]\p{Ll})*$/u.test(plain) && isLetterMark(plain, before, evidence.leads));
  if (!/[\d*∗†‡§¶]/.test(plain)) return true;
  if (/^[⁄∕/]/.test(after) || /[⁄∕/]$/.test(before)) return true;
  if (/[+−=.%°]/.test(plain) || /^[-–]/.test(plain) || /\d[-–]$/.test(plain)) return true;
  if (/[*∗†‡§¶]/.test(plain)) return /^[*∗]$/.test(plain) && variable.test(before);
  if (/[()[\]]/.test(plain)) return false;
  // A figure that Unicode has as raised, by itself: in a list of signs, or of what they stand for.
  if (/\s$/.test(before) && /^(\s|$)/.test(after) && /^[²³¹⁰⁴-⁹\s]+$/.test(high)) return !evidence.leads.has(plain);
  if (/(^|[\s([/-])$/.test(before)) return /^\p{Lu}/u.test(after);
  if (operand.test(before)) return !evidence.leads.has(plain);
  if (year.test(before)) return false;
  if (base.test(before)) return /(^|\D)(10|2)$/.test(before) || !isNoteOf(plain, evidence);
  return [unit, variable, product, residue, calculated].some((pattern) => pattern.test(before));
}

/**
 * Whether a number raised after another one is the mark of a note: it is one of the page's notes; or, where the page
 * has none, since they are all at the end of the paper, it counts on from the marks around it.
 */
function isNoteOf(label: string, { leads, called }: NoteEvidence): boolean {
  if (leads.size > 0) return leads.has(label);
  const number = Number(label);
  return called.has(String(number - 1)) || called.has(String(number + 1));
}

/** A raised letter is a note's mark where a note on the page has it, and no ordinal (1ª) or variable (xʲ). */
function isLetterMark(plain: string, before: string, leads: ReadonlySet<string>): boolean {
  return plain.split(/[,;]/).every((part) => leads.has(part)) && !/\d$/.test(before) && !variable.test(before);
}

/** The labels in one raised sign: “1)” is note 1, “5,6” are two, “12” is one. */
export function labelsIn(high: string): string[] {
  const parts = high.split(/[,;–-]/).map(bareLabel);
  return parts.filter((label) => label !== "").map((label) => label.slice(0, 20));
}
