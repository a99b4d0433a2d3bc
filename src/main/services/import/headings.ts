/**
 * Ends of sentences and clauses, closed by quotes or brackets: Latin, East Asian, Arabic and Urdu, Devanagari,
 * Ethiopic.
 */
const ended = /[.,;:!?"”»…。、，；：！？」』．،؛؟۔।॥።][)\]"'”’»」』）]*$/;
/** The same inside a line, with more of the line after it. */
const endsInside = /[。！？؟۔।॥።]|[.!?،，；]\s+\S/u;
/** Scripts without capitals: nothing but length and punctuation tells a heading from a sentence in them. */
const caseless = /^\P{L}*\p{Lo}/u;
/** Verbs that Hindi and Urdu sentences end with, where no point is set. */
const verb =
  /(?:^|\s)(?:है|हैं|था|थी|थे|गया|गई|गए|हुआ|हुई|हुए|किया|की गई|होगा|होगी|होंगे|गा|गी|गे|ہے|ہیں|تھا|تھی|تھے|گیا|گئی|گئے|ہوا|ہوئی|ہوئے|کیا|کی|گا|گی|گے)$/u;
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/**
 * True for a line that stands alone as a heading would: short, no sentence end, no list mark, begins as a title does.
 */
export function looksLikeHeading(line: string, next: string | null): boolean {
  const text = line.trim();
  if (text === "" || text.length > 90 || next === null) return false;
  if (/^([-*•–]|\d+[.)]\s*$|©|\(c\))/.test(text) || ended.test(text) || /https?:|@|\d{4}$/.test(text)) return false;
  if (unspaced.test(text) && (text.length > 30 || /[，、]/.test(text))) return false;
  if (caseless.test(text) && (endsInside.test(text) || text.split(/\s+/).length > 8)) return false;
  if (text.split(/\s+/).length > 12 || verb.test(text)) return false;
  // A heading is followed by prose that begins a sentence of its own.
  if (/^\p{Ll}/u.test(next.trim())) return false;
  return /^([\p{N}]+([.]\p{N}+)*[.)]?\s+)?["“‘'(「『]?[\p{Lu}\p{Lo}\p{N}]/u.test(text);
}

/** True when a paragraph stops in mid-sentence and the next one carries it on, as text copied from pages does. */
export function carriesOn(before: string, after: string): boolean {
  const end = before.trimEnd();
  const unfinished = /[\p{L}\p{N},]$/u.test(end) && end.split(/\s+/).length > 8;
  if (!unfinished) return false;
  if (/^\p{Ll}/u.test(after.trimStart())) return true;
  return /\b(to|of|the|a|an|and|or|in|on|for|with|by|from|that|at|as|is|are|was|were|be|has|have|will|its|their|this)$/iu.test(
    end,
  );
}

const months = "january february march april may june july august september october november december".split(" ");

/** A date written alone on a line as `March 2021`, `9 March 2021`, `2021-03-09` or `2021`; ISO 8601, or null. */
export function dateOf(line: string): string | null {
  const text = line.trim().replace(/[.]$/, "");
  if (/^\d{4}(-\d{2}(-\d{2})?)?$/.test(text)) return isInCalendar(text) ? text : null;
  const [, day, name, year] =
    /(?:^|^.{0,40}?\s)(?:(\d{1,2})(?:st|nd|rd|th)?\s+)?([A-Za-z]+),?\s+(\d{4})$/.exec(text) ?? [];
  const month = months.indexOf(name?.toLowerCase() ?? "") + 1;
  if (month === 0 || year === undefined) return null;
  const two = (number: number): string => String(number).padStart(2, "0");
  const date = `${year}-${two(month)}${day === undefined ? "" : `-${two(Number(day))}`}`;
  return isInCalendar(date) ? date : null;
}

/** Whether there is such a month and day; `2021-02-30` and `2021-13` are none. */
function isInCalendar(date: string): boolean {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  const last = new Date(Date.UTC(2000, 0, 1));
  last.setUTCFullYear(year, month, 0);
  return month >= 1 && month <= 12 && day >= 1 && day <= last.getUTCDate();
}
