import { directionOf } from "../../../../shared/text/direction.ts";
import type { Frame } from "./frame.ts";
import { type Line, middle, textOf } from "./lines.ts";
import { isPageNumber, printedIn } from "./page-numbers.ts";

/** The share of a page's height, at top and bottom, where running heads and page numbers are. */
export const edge = 0.12;
/** The share in which what comes again on other pages may be a running head, where nothing is further out. */
export const wideEdge = 0.25;
/** Most rows of print that are running head or foot, at top and bottom each. */
const maxRows = 4;

/** Lines on one height, from one side of the page to the other. */
export type EdgeRow = readonly Line[];

/**
 * A page's body: what is beside it is in a margin. `size` and `leading` are those of most of its lines, in points.
 */
export type Body = Readonly<{ x0: number; x1: number; size: number; leading: number }>;

export function bodyOf(lines: readonly Line[], { width }: Frame): Body {
  const size = middle(lines.flatMap((line) => (line.chars.length < 3 ? [] : [line.size]))) || 10;
  const prose = lines.filter((line) => line.chars.length >= 25 && line.size > size * 0.9);
  const bases = lines.map((line) => line.base).sort((a, b) => b - a);
  const gaps = bases.slice(1).flatMap((base, n) => {
    const gap = (bases[n] ?? base) - base;
    return gap > size * 0.5 ? [gap] : [];
  });
  const leading = Math.max(size, Math.min(middle(gaps), size * 1.6));
  if (prose.length < 5) return { x0: 0, x1: width, size, leading };
  // A line or two may run out into the margin.
  const edgeAt = (side: 0 | 2, share: number): number =>
    prose.map((line) => line.box[side]).sort((a, b) => a - b)[Math.floor((prose.length - 1) * share)] ?? 0;
  return { x0: edgeAt(0, 0.05), x1: edgeAt(2, 0.95), size, leading };
}

/** Beside all prose of its page. */
function inSideMargin({ box }: Line, body: Body): boolean {
  return box[2] < body.x0 - 4 || box[0] > body.x1 + 4;
}

/** The rows of a page from its top (or its foot) inwards, as far as running heads may reach. */
export function edgeRows(lines: readonly Line[], side: "top" | "bottom"): EdgeRow[] {
  const sorted = lines.toSorted((a, b) => (side === "top" ? b.base - a.base : a.base - b.base));
  const rows: Line[][] = [];
  for (const line of sorted) {
    const first = rows.at(-1)?.[0];
    if (first !== undefined && Math.abs(first.base - line.base) < Math.max(2, line.size * 0.3)) rows.at(-1)?.push(line);
    else if (rows.length > maxRows) break;
    else rows.push([line]);
  }
  return rows.map((row) => row.sort((a, b) => a.box[0] - b.box[0]));
}

/** More lines than this in a side margin are the columns of a table or of another text. */
const maxMargin = 12;

/** The lines in the side margins, where these hold no more than running heads and notes. */
export function sideLines(lines: readonly Line[], body: Body): ReadonlySet<Line> {
  const beside = lines.filter((line) => inSideMargin(line, body));
  return new Set(beside.length > maxMargin ? [] : beside);
}

/** A rule that is written and not drawn: `______`, `——————`. */
export function isRule(line: Line): boolean {
  return /^[\s_\u2012-\u2015\u2500-]{4,}$/.test(textOf(line)) && /[_\u2012-\u2015\u2500-]{4}/.test(textOf(line));
}

/** The distance between the baselines of two rows. */
export function distance(row: EdgeRow, next: EdgeRow | undefined): number {
  const [first, two] = [row[0], next?.[0]];
  return first === undefined || two === undefined ? Number.POSITIVE_INFINITY : Math.abs(first.base - two.base);
}

const worded =
  /\bdownload(?:ed)?\b.{0,40}(?:\bfrom\b|\bdate\b|\bon\b)|\bdownload date\b|\b(?:published|digiti[sz]ed|hosted|provided|distributed) by\b|\bdoi\b[:.]?\s*10\.|\bISSN\b|\bISBN\b|©|\(c\) (?:19|20)\d\d|\bcopyright\b|\ball rights reserved\b|\bcite as\b|^(?:draft|confidential|table of contents)$/i;
/** Words of running heads that sentences have as well. */
const alsoInText =
  /\bvol(?:ume|\.)\s*\d|\bissue\s+\d|\bpage \d+(?: of \d+)?\b|\brev(?:ision|\.)?:?\s*\d|\bP\/N\b|\bversion \d/i;
const address = /https?:\/\/|\bwww\./i;
const noted =
  /^[([]?(?:[*†‡§¶∗]|\d{0,3}[)\]]|[\d٠-٩۰-۹]{1,3}(?=[\p{Script=Arabic}\p{Script=Hebrew}])|sources?\b|notes?\b|nb\b)/iu;
const captioned =
  /^(?:figure|fig\.|table|chart|map|box|exhibit|graph|abbildung|tabelle|tableau|figura|tabla)\s*[A-Z]{0,2}[\d.-]/i;

/** True for words that may be in a margin on page after page: no caption, no cell of a table, no bullet. */
export function mayBeHead(text: string): boolean {
  return (
    (/\p{L}{2}|\p{Script=Han}/u.test(text) && !captioned.test(text.trim())) ||
    isPageNumber(text) ||
    /^[A-Z]{1,3}[-–.]\d{1,4}$/.test(text.trim())
  );
}

/**
 * True for words that end as a sentence or a part of one does, or go on with a small letter, and not for a name that
 * ends with an abbreviation.
 */
export function isSentence(text: string): boolean {
  const words = text.trim().split(/\s+/);
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}].*[。！？；，：]$/u.test(text.trim())) return true;
  if (words.length < 3) return false;
  if (/[,;:.!؛،۔।]["”’»)]?$/u.test(text.trim()))
    return words.length >= 8 || !/(?:^|[\s.])\p{L}{1,4}\.$/u.test(text.trim());
  return /^\p{Ll}{2,}\s/u.test(text.trim());
}

/**
 * How many rows from the edge inwards are no part of the text by their looks alone, with room between them and the
 * text.
 */
export function marginalRows(
  rows: readonly EdgeRow[],
  side: "top" | "bottom",
  body: Body,
  frame: Frame,
  tables: ReadonlySet<Line> = new Set(),
): number {
  let found = 0;
  for (const [n, row] of rows.entries()) {
    const next = rows[n + 1];
    const far = distance(row, next);
    if (isNumberApart(row, far, body, frame)) found = n + 1;
    else if (row.some((line) => tables.has(line)) || !isMarginal(row, far, side, body, frame)) break;
    else if (far > body.leading * 1.4) {
      if (side === "bottom" && isUnderHeading(row, next, body)) break;
      found = n + 1;
    }
  }
  return found;
}

/** Words of full size right under a heading are its text: what “Copyright notice” says is none of the page's foot. */
function isUnderHeading(row: EdgeRow, next: EdgeRow | undefined, body: Body): boolean {
  const [first, above] = [row[0], next?.[0]];
  if (first === undefined || above === undefined || row.length > 1 || next?.length !== 1) return false;
  if (first.size < body.size * 0.97 || isPageNumber(textOf(first).trim())) return false;
  const indent = first.box[0] - above.box[0];
  const isNear = distance(row, next) < body.leading * 4 && indent > -2 && indent < first.size * 3;
  return isNear && (above.size > body.size * 1.1 || (above.bold && !first.bold)) && above.chars.length < 80;
}

/** A page's number alone, at an edge or in the middle of the page, with room around it. */
function isNumberApart(row: EdgeRow, far: number, body: Body, frame: Frame): boolean {
  const [first, last] = [row[0], row.at(-1)];
  if (first === undefined || last === undefined || far < body.leading * 1.4) return false;
  if (!isPageNumber(row.map((line) => textOf(line).trim()).join(" "))) return false;
  const y = (first.box[1] + first.box[3]) / 2 / frame.height;
  return y < edge || y > 1 - edge || Math.abs((first.box[0] + last.box[2]) / 2 - frame.width / 2) < frame.width * 0.05;
}

/** An address with a few words, and not the note of a text that names its source. */
function isAddress(text: string): boolean {
  if (!address.test(text) || isSentence(text)) return false;
  const beside = text.split(/\s+/).filter((word) => /\p{L}{2}/u.test(word) && !/[/@]|www\./.test(word));
  return beside.length <= 6;
}

/**
 * True for a row at the edge of its page that is no part of the text by its look alone, as in papers of a page or two,
 * where nothing comes again: an address, the name and number of a journal; a number beside other words; small words.
 */
function isMarginal(row: EdgeRow, far: number, side: "top" | "bottom", body: Body, frame: Frame): boolean {
  const texts = row.map((line) => textOf(line).trim());
  const text = texts.join(" ");
  const [first] = row;
  if (first === undefined || text.length > 160) return false;
  const middle = (first.box[1] + first.box[3]) / 2 / frame.height;
  if (side === "top" ? middle < 1 - edge : middle > edge) return false;
  const size = Math.max(...row.map((line) => line.size));
  if (size > body.size * 1.5) return false;
  const begin = (directionOf(text) === "rtl" ? row.at(-1) : first) ?? first;
  const isNote = noted.test(text) || begin.lead > 0 || begin.chars.size(0) < begin.size * 0.85;
  if (isNote || captioned.test(text)) return false;
  if (worded.test(text) || (alsoInText.test(text) && !isSentence(text))) return true;
  if (isAddress(text) && size < body.size * 0.97) return true;
  // A number at either end of a row whose pieces are apart.
  const isParted = row.some((line, n) => n > 0 && line.box[0] - (row[n - 1]?.box[2] ?? 0) > line.size * 3);
  const isShort = text.length < 100 && !/[.!?:;,。！？；，：؟۔؛،।]$/.test(text.replace(/\b[A-Z]?[a-z]?\.$/, ""));
  if (isParted && [texts[0], texts.at(-1)].some((text) => text !== undefined && isPageNumber(text))) return true;
  if (row.length >= 3 && isParted && isShort && side === "bottom") return true;
  // In a contents page, too, a number ends each row.
  if (isShort && isParted && far > body.leading * 2.2 && printedIn(text).length > 0 && size <= body.size * 1.05)
    return true;
  if (/^\d{1,3}\s/.test(text)) return false;
  const outer = side === "top" ? middle > 1 - edge * 0.7 : middle < edge * 0.7;
  const isTiny = row.length === 1 && /\p{L}/u.test(text) && size < body.size * 0.7 && far > body.leading * 2;
  return (outer || isTiny) && isShort && text.length < 70 && size < body.size * 0.92;
}
