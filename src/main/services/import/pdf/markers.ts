import { isStreet } from "./streets.ts";

/**
 * The mark before an item or a note: how many UTF-16 units of the line it takes, and what is kept of it beside the
 * text.
 */
export type Marker = Readonly<{ skip: number; marker: string }>;

/**
 * Signs that say nothing but “item”. Symbol fonts have theirs in the private use area (Wingdings, Symbol: U+F000 to
 * U+F0FF).
 */
const sign = /^[•●▪◦‣○■□▫◻➢➤➔✓✔❐❑❒❖◆◇►▶⁃\ue000-\uf8ff]\s*/u;
/** Whether a box is ticked is said by the sign itself, which stays in the text. */
const box = /^[☐☑☒✗✘]\s*(?=\S)/u;
/** These are bullets only where a space parts them from words: else a minus, a product, a rule. */
const dash = /^[·–—*-]\s+(?![\d.,]*\d)(?=\S)/u;
/** Dashes on both sides of words, as between the parties of a case, and rows of dashes. */
const ornament = /^([·–—*-]\s*){2,}$|^[–—-]\s.{0,30}\s[–—-]$/;
/**
 * A number or a letter with its point or bracket, and the space after it. Numbers of three digits before a point are no
 * list's: by them paragraphs, questions and sections are cited, so they stay in the text.
 */
const counted =
  /^((?:\(?(?:\d{1,3}|\p{Ll}|[ivx]{1,5})\)|\((?:\d{1,3}|\p{Ll}|[ivx]{1,5})\.\)|(?:\d{1,2}|[a-z]|[ivx]{1,5})\.|\[\d{1,3}\]|[٠-٩۰-۹]{1,3}[.)\-۔])(?:\s+|$)|(?:[(（][一二三四五六七八九十\d]{1,3}[)）]|[一二三四五六七八九十]{1,3}、)\s*|\d{1,3}[.)](?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]))/u;

/** A point after one letter that shortens a word, and one after a number that makes it an ordinal (dates). */
const abbreviation =
  /^(?:\p{Ll}\.\s*\p{L}\.|[cpsv]\.\s*\d|\d{1,2}\.\s+(?:Jan|Feb|März|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez|Jänner|jan|feb|mars|marts|apr|maj|mai|jun|jul|aug|sep|okt|nov|dec|des|Jahrhundert)[\p{L}.]*)/u;

/**
 * The mark that a line of text begins with, as an item does; null where it begins with words, a number or a minus sign.
 */
export function itemMarker(text: string): Marker | null {
  if (box.test(text)) return { skip: 0, marker: "•" };
  const bullet = sign.exec(text) ?? (ornament.test(text) ? null : dash.exec(text));
  if (bullet !== null) return { skip: bullet[0].length, marker: "•" };
  if (abbreviation.test(text)) return null;
  const found = counted.exec(text)?.[0];
  return found === undefined ? null : { skip: found.length, marker: found.trim() };
}

const noteSign = /^([*∗†‡§¶]{1,3})\s*/u;
const apart = /^(\d{1,3})([.)\]]?)\s+/;

/**
 * The mark of a note at its foot. One of full size is apart, and is known by a sign in the text that points to it.
 */
export function noteMarker(
  { lead }: Readonly<{ lead: number }>,
  text: string,
  called: ReadonlySet<string>,
): Marker | null {
  const high = text.slice(0, lead);
  if (high !== "") {
    const label = bareLabel(high);
    const behind = /^[.)\]]?\s*/.exec(text.slice(high.length))?.[0].length ?? 0;
    if (label !== "" && label.length <= 3) return { skip: high.length + behind, marker: label };
  }
  const starred = noteSign.exec(text);
  if (starred !== null) return { skip: starred[0].length, marker: plainStar(starred[1] ?? "") };
  const found = apart.exec(text);
  if (found === null || !called.has(found[1] ?? "") || isStreet(text)) return null;
  return { skip: found[0].length, marker: found[1] ?? "" };
}

/** A label without the brackets and points around it, in plain figures. */
export function bareLabel(text: string): string {
  return plainStar(text.normalize("NFKC").replace(/[\s()[\].,]/g, ""));
}

function plainStar(text: string): string {
  return text.replaceAll("∗", "*");
}
