import type { Mark } from "../../../../shared/model/content.ts";
import type { PdfLink } from "../../pdfium/links.ts";
import { isSpace } from "../../pdfium/page-chars.ts";
import { type Frame, fromFrame, isUpright } from "./frame.ts";
import { firstForm, letters } from "./glyphs.ts";
import { isKoreanWordParted } from "./korean.ts";
import { type Letters, textOfCodes } from "./letters.ts";
import type { Line } from "./lines.ts";
import { Places } from "./places.ts";
import { isCompound, type Words } from "./words.ts";

/** Text put together from lines, with a place for each of its UTF-16 units. */
export type Flow = { text: string; places: Places; marks: Mark[] };

/** Where lines are, and the words of the whole paper as evidence for hyphens. */
export type Where = Readonly<{ page: number; frame: Frame; links: readonly PdfLink[]; words: Words }>;

const wide = /[\u2e80-\u312f\u3190-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef]|[\ud840-\ud88f]/;
/** No character before this one is wide. */
const firstWide = 0x2e80;

/**
 * Join lines as one reads them: no hyphen where a word was parted, no space between CJK characters, one space
 * elsewhere. The mark of a note is no part of the text: the character it is after becomes a link to `#note-` and its
 * label. `skip` UTF-16 units at the beginning are left out.
 */
export function flowOf(lines: readonly Line[], where: Where, skip: number): Flow {
  // Between two lines there is a space at most.
  const room = lines.reduce((units, line) => units + line.chars.length + 1, 0);
  const flow: Flow = { text: "", places: new Places(room), marks: [] };
  let left = skip;
  for (const line of lines) {
    const links = linksOn(line, where);
    if (flow.text !== "") join(flow, line, where.words);
    // UTF-16 units on their way into the text: it grows by lines, since growing by letters takes several times as long.
    const units: number[] = [];
    for (let index = 0; index < line.chars.length; index++) {
      const code = line.chars.code(index);
      if (left > 0) {
        left -= code > 0xffff ? 2 : 1;
        continue;
      }
      if (line.notes.length > 0) addNotes(flow, units, line, index);
      if (isSpace(code)) addSpace(flow, units, line, index);
      else {
        if (isMixed(line.chars, index) || isAfterMark(line, index)) addSpace(flow, units, line, index);
        addLetter(flow, units, line.chars, index, where, links);
      }
    }
    addNotes(flow, units, line, line.chars.length);
    settle(flow, units);
  }
  trimEnd(flow);
  return flow;
}

function settle(flow: Flow, units: number[]): void {
  flow.text += textOfCodes(units);
  units.length = 0;
}

function linksOn({ box: own }: Line, { links }: Where): readonly PdfLink[] {
  const isOnLine = ({ box }: PdfLink): boolean => box[1] < own[3] && box[3] > own[1];
  return links.some(isOnLine) ? links.filter(isOnLine) : noLinks;
}

const noLinks: readonly PdfLink[] = [];

/** A raised figure after one of full size and before a fraction's bar: five and three eighths are not 53 eighths. */
function isMixed(chars: Letters, index: number): boolean {
  if (!chars.isRaised(index) || index === 0 || chars.isRaised(index - 1)) return false;
  let end = index;
  while (chars.isRaised(end)) end++;
  return /\d/.test(String.fromCodePoint(chars.code(index - 1))) && chars.code(end) === 0x2044;
}

/** True at a word right after the raised number that it begins with (“¹Department”), and not at an isotope (¹³C). */
function isAfterMark({ chars, lead }: Line, index: number): boolean {
  if (index === 0 || (index !== lead && (!chars.isRaised(index - 1) || chars.isRaised(index)))) return false;
  return isWordAt(chars, index, lead);
}

/** Apart from the look at each letter, which makes nothing: this makes functions. */
function isWordAt(chars: Letters, index: number, lead: number): boolean {
  let first = index;
  while (first > 0 && (first <= lead || chars.isRaised(first - 1))) first--;
  if (first > 0 && !isSpace(chars.code(first - 1))) return false;
  // Quotation marks are high as well.
  if (!/[\p{L}\p{N}\p{S}*†‡§¶\]]/u.test(String.fromCodePoint(chars.code(index - 1)))) return false;
  const end = Math.min(index + 3, chars.length);
  const next = Array.from({ length: end - index }, (_, n) => String.fromCodePoint(chars.code(index + n))).join("");
  return /^\p{Lu}\p{Ll}{2}/u.test(next);
}

/** A gap between Chinese or Japanese characters is for the eye, unless it is as wide as a character. */
function addSpace(flow: Flow, units: number[], { chars, size }: Line, index: number): void {
  // Nothing but a space has no place.
  if (flow.places.length === 0 || flow.places.endsNowhere()) return;
  const [before, after] = [chars.code(index - 1), chars.code(index + 1)];
  if (before !== 0 && after !== 0 && (before >= firstWide || after >= firstWide)) {
    const gap = chars.left(index + 1) - chars.right(index - 1);
    const [left, right] = [isWide(before), isWide(after)];
    if (left && right && gap < size * 0.7) return;
    if ((left || right) && chars.isGenerated(index) && gap < size * 0.4) return;
  }
  units.push(32);
  flow.places.addNowhere();
}

function isWide(code: number): boolean {
  return wide.test(String.fromCodePoint(code));
}

function addLetter(
  { places, marks }: Flow,
  units: number[],
  chars: Letters,
  i: number,
  { page, frame }: Where,
  links: readonly PdfLink[],
): void {
  const start = places.length;
  const code = chars.code(i);
  if (isUpright(frame)) places.addLetter(page, chars, i);
  else places.add(page, ...fromFrame(chars.box(i), frame));
  if (code === 2 || code === 0xad || chars.isHyphen(i)) units.push(45);
  else if (code < firstForm) units.push(code);
  else {
    const text = letters(String.fromCodePoint(code));
    for (let n = 0; n < text.length; n++) units.push(text.charCodeAt(n));
    for (let n = 1; n < text.length; n++) places.repeat();
  }
  const end = places.length;
  const { bold, italic } = chars.run(i);
  if (bold) extendStyle(marks, "bold", start, end);
  if (italic) extendStyle(marks, "italic", start, end);
  if (chars.isRaised(i)) extendStyle(marks, "superscript", start, end);
  const confidence = chars.doubtOf(i);
  if (confidence !== null) extend(marks, { kind: "doubtful", start, end, confidence });
  const link = links.length === 0 ? undefined : linkAt(links, chars, i);
  if (link !== undefined) extend(marks, { kind: "link", start, end, href: link.href });
}

function linkAt(links: readonly PdfLink[], chars: Letters, i: number): PdfLink | undefined {
  const middle = (chars.left(i) + chars.right(i)) / 2;
  const [bottom, top] = [chars.bottom(i), chars.top(i)];
  return links.find(({ box }) => middle >= box[0] && middle <= box[2] && bottom < box[3] && top > box[1]);
}

function addNotes(flow: Flow, units: number[], line: Line, offset: number): void {
  for (const note of line.notes) {
    if (note.at !== offset) continue;
    settle(flow, units);
    const end = flow.text.trimEnd().length;
    if (end === 0) continue;
    flow.marks.push({ kind: "link", start: end - 1, end, href: `#note-${note.label}` });
  }
}

/** Prepare the end of a flow for what follows it in the same sentence, and return what belongs between the two. */
export function jointOf(flow: Flow, next: string, words: Words): "" | " " {
  const last = flow.text.at(-1) ?? "";
  const before = flow.text.slice(-80);
  const isHyphen = last === "-" || last === "\u2010";
  const head = isHyphen && !endsWithAddress(before) ? /(\p{L}+)[-\u2010]$/u.exec(before)?.[1] : undefined;
  const tail = head === undefined ? undefined : /^\p{L}+/u.exec(next)?.[0];
  if (head !== undefined && tail !== undefined) {
    const known = words.has((head + tail).toLowerCase());
    if ((/^\p{Ll}/u.test(tail) || known) && !isCompound(head, tail, words)) dropLast(flow);
    return "";
  }
  if (isHyphen && (/[\d\p{L}].$/u.test(before) || (/\p{L}\..$/u.test(before) && /^\p{L}/u.test(next)))) return "";
  if (isWhole(before, next) || isKoreanWordParted(before, next, words)) return "";
  return (wide.test(last) && wide.test(next[0] ?? "")) || last === " " ? "" : " ";
}

/** The part of an address that a text ends with: its letters, figures and signs up to the space before it. */
const address = /(?:https?:|www\.|ftp:|doi\.org|[\w.+-]+@)\S*$/i;

/** Looks at the last word alone: an address has no spaces. */
function endsWithAddress(text: string): boolean {
  let start = text.length;
  while (start > 0 && !isSpace(text.charCodeAt(start - 1))) start--;
  return address.test(text.slice(start));
}

/**
 * True when there is no space between the end of a line and the next: within numbers, addresses and alternatives.
 */
function isWhole(before: string, next: string): boolean {
  const last = before.at(-1) ?? "";
  const first = next[0] ?? "";
  if (/[–‑]/.test(last)) return /[\p{L}\p{N}][–‑]$/u.test(before) && /[\p{L}\p{N}]/u.test(first);
  if (/[–‑]/.test(first)) return /[\p{L}\p{N}]/u.test(last) && /[\p{L}\p{N}]/u.test(next[1] ?? "");
  if (last === "—" || first === "—") return /\S—$/.test(before) || /^—\S/.test(next);
  if (last === "/") return /\S\/$/.test(before) && /[\p{L}\p{N}]/u.test(first) && !isSentence(before, next);
  if (last === "@") return /\S@$/.test(before);
  if (first === "@") return /[\w.]$/.test(before) && /^@\w/.test(next);
  if (!endsWithAddress(before)) return false;
  return goesOnAddress(before, next);
}

/** True when an address is over with the “/” that it ends with: what follows is a word of the sentence. */
function isSentence(before: string, next: string): boolean {
  return (
    endsWithAddress(before) && /^(?:a|an|and|are|as|at|by|for|from|in|is|of|on|or|that|the|to|was|with)\s/.test(next)
  );
}

/**
 * An address over a line's end was parted at one of its signs: what comes next has more of them, or is the end of a
 * name.
 */
function goesOnAddress(before: string, next: string): boolean {
  const word = /^\S*/.exec(next)?.[0] ?? "";
  if (/^[/?#&=_%~]/.test(word)) return true;
  if (/[/?#&=_%~-]$/.test(before)) return true;
  if (/\.$/.test(before))
    return (
      /^[a-z\d][\w-]*(?:[./][\w-]|\/|$|[.,;)])/.test(word) && !/^(?:a|an|and|the|in|for|to|of|or|is|was|it)$/.test(word)
    );
  return /^\.[a-z\d]/i.test(word);
}

function join(flow: Flow, next: Line, words: Words): void {
  const joint = jointOf(flow, next.text, words);
  addUnplaced(flow, joint);
}

function dropLast(flow: Flow): void {
  flow.text = flow.text.slice(0, -1);
  flow.places.pop();
  for (const mark of flow.marks) if (mark.end > flow.text.length) Object.assign(mark, { end: flow.text.length });
}

function addUnplaced(flow: Flow, text: string): void {
  flow.text += text;
  for (let unit = 0; unit < text.length; unit++) flow.places.addNowhere();
}

function trimEnd(flow: Flow): void {
  while (/\s$/.test(flow.text)) {
    flow.text = flow.text.slice(0, -1);
    flow.places.pop();
  }
}

/** Put a flow after another, with what is between them. */
export function append(flow: Flow, joint: string, more: Flow): void {
  addUnplaced(flow, joint);
  const offset = flow.text.length;
  flow.text += more.text;
  flow.places.append(more.places);
  for (const mark of more.marks) flow.marks.push({ ...mark, start: mark.start + offset, end: mark.end + offset });
}

/** As `extend`, for marks that say nothing but where they are: whole papers are bold or slanted. */
function extendStyle(marks: Mark[], kind: "bold" | "italic" | "superscript", start: number, end: number): void {
  const last: { end: number } | undefined = marks.findLast((mark) => mark.kind === kind);
  if (last !== undefined && start - last.end <= 1) last.end = end;
  else marks.push({ kind, start, end });
}

/** Marks of neighbours grow together over the space between them. */
function extend(marks: Mark[], mark: Mark): void {
  const last = marks.findLast(
    (other) => other.kind === mark.kind && !(other.kind === "link" && other.href.startsWith("#note-")),
  );
  const same =
    (last?.kind !== "link" || (mark.kind === "link" && last.href === mark.href)) &&
    (last?.kind !== "doubtful" || (mark.kind === "doubtful" && last.confidence === mark.confidence));
  if (last !== undefined && same && mark.start - last.end <= 1) Object.assign(last, { end: mark.end });
  else marks.push({ ...mark });
}
