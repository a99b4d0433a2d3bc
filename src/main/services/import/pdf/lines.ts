import type { Box } from "../../pdfium/module.ts";
import { artifact, type CharRun, isSpace, type PageChars } from "../../pdfium/page-chars.ts";
import type { Tag } from "../../pdfium/structure.ts";
import { withLeftOutSpaces } from "./left-out-spaces.ts";
import { Letters, textOfCodes } from "./letters.ts";
import { bareLabel } from "./markers.ts";
import { type Ground, isHigh, isOfText, isSurelyMark, labelsIn, type NoteEvidence } from "./raised.ts";
import { asRead, goesLeft, isRightToLeft } from "./rtl.ts";
import { joinLeft } from "./rtl-segments.ts";
import { withoutLetterSpaces } from "./spaced-letters.ts";
import { isNextInScript, isStacked, subscriptsFirst } from "./stacked.ts";
import { withStrays } from "./strays.ts";
import { fromVisualOrder } from "./visual-order.ts";

/** A piece of one line, without a gap wide enough to be a column's. */
export type Line = {
  readonly chars: Letters;
  /** The words of it as they are in the file. */
  readonly text: string;
  box: Box;
  /** The y of its baseline. */
  base: number;
  size: number;
  bold: boolean;
  /** The font of most of it. */
  font: string;
  /** Raised signs that are no part of the text: each follows the character before `at`. */
  notes: { label: string; at: number }[];
  /** UTF-16 units at the beginning of the text that are raised: the mark of a note that begins here, if it is one. */
  lead: number;
  /** The block of a tagged file that most of it belongs to. */
  tag: Tag | null;
  /** Statement by the file to be no part of the text. */
  artifact: boolean;
  /** The table that begins with it, where it is seen to be the first line of one. */
  readonly table?: DrawnTable;
};

/** A cell: its lines, none for one that is empty. */
export type Cell = Readonly<{ lines: readonly Line[]; header: boolean }>;
/** The rows of a table, each from its first cell on; rows may differ in length. */
export type Rows = readonly (readonly Cell[])[];
/** A table, and how many lines of its column it takes. */
export type DrawnTable = Readonly<{ rows: Rows; taken: number }>;

type Tags = ReadonlyMap<number, Tag>;

/** Characters of a page as lines, in the order given. Raised note marks are taken out and kept beside. */
export function linesOf(chars: PageChars, order: readonly number[], tags: Tags): Line[] {
  const segments = segmentsOf(chars, order, tags).map((own) =>
    withLeftOutSpaces(chars, withoutLetterSpaces(chars, own)),
  );
  const parts = withStrays(chars, segments).flatMap((own) => fromVisualOrder(chars, own));
  const all = joinLeft(chars, parts, (a, b) => apart(tags.get(chars.run(a).content), tags.get(chars.run(b).content)));
  const leads = new Set(all.flatMap((own) => leadsOf(chars, own)));
  const called = new Set(all.flatMap((own) => sureMarksOf(chars, own)));
  const page = { leads, called, isLatin: isLatin(chars, order) };
  return all.flatMap((own) => lineOf(chars, subscriptsFirst(chars, own), tags, page) ?? []);
}

/**
 * The characters of each line. PDFium ends a line where a sign is raised or lowered; it goes on where the next is close
 * by.
 */
function segmentsOf(chars: PageChars, order: readonly number[], tags: Tags): number[][] {
  const all: number[][] = [];
  let current: number[] = [];
  let last: number | null = null;
  let broken: number | null = null;
  // A sign without width (Google Docs has one after each list mark), beside which PDFium makes no space.
  let thin: number | null = null;
  for (const k of order) {
    const code = chars.code(k);
    // A font without a glyph for the space gives it no extent: it is no evidence of where the line goes on.
    const isMade = chars.isGenerated(k) || (isSpace(code) && hasNoExtent(chars, k));
    if (code === 10 || code === 13) broken = k;
    if (isNothing(code)) thin = k;
    if ((broken !== null && isMade) || isNothing(code) || isUnprinted(chars, k)) continue;
    const isOn = broken === null ? follows : goesOn;
    const isOver =
      last !== null && !isMade && (isStacked(chars, current, k) || isNextInScript(chars, current, last, k));
    if (isOver && chars.isGenerated(current[current.length - 1] ?? -1)) current.pop();
    if (last !== null && !isMade && !isOver && !isOn(chars, last, k, tags) && !goesLeft(chars, last, k)) {
      all.push(current);
      current = [];
      last = null;
    } else {
      const gap = broken ?? (current[current.length - 1] === last ? thin : null);
      if (last !== null && gap !== null && !isOver && isGap(chars, last, k)) {
        chars.blank(gap);
        current.push(gap);
      }
    }
    [broken, thin] = [null, null];
    current.push(k);
    // What follows two scripts over each other is beside the wider one.
    if (!isMade && !(isOver && last !== null && chars.right(k) < chars.right(last))) last = k;
  }
  if (current.length > 0) all.push(current);
  return all;
}

function hasNoExtent(chars: PageChars, k: number): boolean {
  return chars.left(k) === chars.right(k) && chars.bottom(k) === chars.top(k);
}

/** The label of a raised sign at the beginning of a line, if it begins with one. */
function leadsOf(chars: PageChars, own: readonly number[]): string[] {
  const first = own.find((k) => !chars.isBlank(k));
  const last = own.findLast((k) => !chars.isBlank(k));
  if (first === undefined || last === undefined) return [];
  const ground = { size: chars.run(last).size, base: chars.run(last).origin[1] };
  if (!isHigh(chars, first, ground)) return [];
  const inked = own.filter((k) => !chars.isBlank(k));
  const end = inked.findIndex((k) => !isHigh(chars, k, ground));
  if (end < 1 || end > 4) return [];
  return [
    bareLabel(
      inked
        .slice(0, end)
        .map((k) => chars.text(k))
        .join(""),
    ),
  ];
}

/** The labels of raised numbers in a line that are marks of notes for sure. */
function sureMarksOf(chars: PageChars, own: readonly number[]): string[] {
  const labels: string[] = [];
  for (let index = 1; index < own.length; index++) {
    const [before, first] = [own[index - 1] ?? -1, own[index] ?? -1];
    if (!isFigure(chars.code(first)) || isFigure(chars.code(before))) continue;
    const { size, origin } = chars.run(before);
    if (!isHigh(chars, first, { size, base: origin[1] })) continue;
    let end = index + 1;
    while (end < own.length && isFigure(chars.code(own[end] ?? -1))) end++;
    const textAt = (from: number, to: number): string => textOfCodes(own.slice(from, to).map((k) => chars.code(k)));
    if (isSurelyMark(textAt(index, end), textAt(Math.max(0, index - 4), index))) labels.push(textAt(index, end));
    index = end;
  }
  return labels;
}

function isFigure(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isNothing(code: number): boolean {
  return code === 0x2060 || code === 0x200b || code === 0xfeff;
}

/** A soft hyphen (U+00AD) within a line has no width; one with a width is a hyphen that is to be seen. */
function isUnprinted(chars: PageChars, k: number): boolean {
  return chars.code(k) === 0xad && !chars.isHyphen(k) && chars.right(k) - chars.left(k) < chars.run(k).size * 0.1;
}

function follows(chars: PageChars, last: number, k: number, tags: Tags): boolean {
  const run = chars.run(last);
  const isOneRun = chars.together(last, k);
  const two = isOneRun ? run : chars.run(k);
  if (!isOneRun) {
    if (run.content !== two.content) {
      if (apart(tags.get(run.content), tags.get(two.content))) return false;
      if ((run.content === artifact) !== (two.content === artifact) && tags.size > 0) return false;
    }
    if (isShift(chars, last, k, tags)) return true;
  }
  const overlap = Math.min(chars.top(last), chars.top(k)) - Math.max(chars.bottom(last), chars.bottom(k));
  const height = Math.min(chars.top(last) - chars.bottom(last), chars.top(k) - chars.bottom(k));
  const gap = Math.max(chars.left(k) - chars.right(last), chars.left(last) - chars.right(k));
  // A raised or lowered sign goes on to the right; what begins a new line goes back.
  const least = chars.left(k) > chars.left(last) && gap < run.size * 0.5 ? 0.1 : 0.3;
  return overlap > height * least && gap < Math.max(run.size, two.size) * 2.2;
}

/**
 * True when a line goes on after PDFium has ended it: at an exponent, or within turned text, in which PDFium ends a
 * line wherever a text operator ends.
 */
function goesOn(chars: PageChars, last: number, k: number, tags: Tags): boolean {
  if (isShift(chars, last, k, tags)) return true;
  const [first, two] = [chars.run(last), chars.run(k)];
  if (first.turn === 0 || apart(tags.get(first.content), tags.get(two.content))) return false;
  const gap = chars.left(k) - chars.right(last);
  const drop = Math.abs(first.origin[1] - two.origin[1]);
  return first.turn === two.turn && drop < first.size * 0.1 && gap > -first.size * 0.3 && gap < first.size * 0.7;
}

/** PDFium leaves out the space before what it takes for a new line. */
function isGap(chars: PageChars, last: number, k: number): boolean {
  const size = Math.max(chars.run(last).size, chars.run(k).size);
  return !chars.isBlank(last) && !chars.isBlank(k) && chars.left(k) - chars.right(last) > size * 0.15;
}

/** True when one of two signs side by side is smaller and is raised or lowered a little, as an exponent does. */
function isShift(chars: PageChars, last: number, k: number, tags: Tags): boolean {
  const [first, two] = [chars.run(last), chars.run(k)];
  if (apart(tags.get(first.content), tags.get(two.content))) return false;
  const [small, large] = [Math.min(first.size, two.size), Math.max(first.size, two.size)];
  const gap = chars.left(k) - chars.right(last);
  const rise = Math.abs(first.origin[1] - two.origin[1]);
  return small < large * 0.9 && rise < large * 0.62 && gap > -large * 0.35 && gap < large * 0.5;
}

/** Cells side by side and items one after the other are different lines, however near they are. */
function apart(a: Tag | undefined, b: Tag | undefined): boolean {
  return a !== undefined && b !== undefined && a.id !== b.id && (a.kind === "cell" || a.kind === b.kind);
}

/** True when most letters of a page run from left to right. */
function isLatin(chars: PageChars, order: readonly number[]): boolean {
  let [left, right] = [0, 0];
  for (const k of order) {
    const code = chars.code(k);
    if (isRightToLeft(code)) left++;
    else if (code > 64) right++;
  }
  return right > left;
}

/** What a page as a whole says about its lines. */
type PageEvidence = NoteEvidence & Readonly<{ isLatin: boolean }>;

function lineOf(chars: PageChars, own: readonly number[], tags: Tags, evidence: PageEvidence): Line | null {
  const inked = own.filter((k) => !chars.isBlank(k));
  const [first] = inked;
  if (first === undefined) return null;
  const parts = partsOf(chars, inked);
  const size = middlePart(parts, (run) => run.size);
  const base = middlePart(parts, (run) => run.origin[1]);
  const read = asRead(chars, own[0] === first ? own : own.slice(own.indexOf(first)), evidence.isLatin);
  const { kept, notes, lead } = withoutMarks(chars, read, { size, base }, evidence);
  const trimmed = new Letters(chars, trimEnd(chars, withoutLeaders(chars, pointLast(chars, kept))));
  const bold = parts.reduce((sum, { run, count }) => sum + (run.bold ? count : 0), 0);
  return {
    chars: trimmed,
    text: trimmed.text(),
    box: boundsOf(chars, inked),
    base,
    size,
    bold: bold > inked.length * 0.9,
    font: fontOf(chars, inked),
    notes: notes.map(({ label, at }) => ({ label, at: Math.min(at, trimmed.length) })),
    lead,
    tag: tagOf(parts, tags),
    artifact: parts.every(({ run }) => run.content === artifact),
  };
}

/** So many letters of a line, side by side, that one text operator shows. */
type Part = { readonly run: CharRun; readonly first: number; count: number };

function partsOf(chars: PageChars, inked: readonly number[]): Part[] {
  const parts: Part[] = [];
  let part: Part | undefined;
  for (const k of inked)
    if (part !== undefined && chars.together(part.first, k)) part.count++;
    else {
      part = { run: chars.run(k), first: k, count: 1 };
      parts.push(part);
    }
  return parts;
}

/** The middle of what the letters of a line have, each letter counted. */
function middlePart(parts: readonly Part[], measure: (run: CharRun) => number): number {
  const sorted = parts.map(({ run, count }) => ({ value: measure(run), count })).sort((a, b) => a.value - b.value);
  let left = sorted.reduce((sum, { count }) => sum + count, 0) >> 1;
  for (const { value, count } of sorted) {
    if (left < count) return value;
    left -= count;
  }
  return 0;
}

/** The letters of a line without the marks of notes among them. What it begins with is never such a mark. */
function withoutMarks(
  chars: PageChars,
  own: readonly number[],
  ground: Ground,
  evidence: NoteEvidence,
): { kept: readonly number[]; notes: Line["notes"]; lead: number } {
  const isMark = (k: number): boolean => !chars.isBlank(k) && isHigh(chars, k, ground);
  if (!own.some(isMark)) return { kept: own, notes: [], lead: 0 };
  const high = own.map(isMark);
  const textAt = (from: number, to: number): string => textOfCodes(own.slice(from, to).map((k) => chars.code(k)));
  const kept: number[] = [];
  const notes: Line["notes"] = [];
  let lead = 0;
  for (let index = 0; index < own.length; ) {
    const end = high[index] === true ? groupEnd(chars, own, high, index) : index + 1;
    const sign = own.slice(index, end);
    const text = textAt(index, end);
    if (high[index] === true && index === 0 && !/^[\u2044/]/.test(textAt(end, end + 1))) lead = text.length;
    if (high[index] !== true || index === 0) kept.push(...sign);
    else if (isOfText(text, textAt(Math.max(0, index - 24), index), textAt(end, end + 2), evidence)) {
      for (const k of sign) chars.raise(k);
      kept.push(...sign);
    } else for (const label of labelsIn(text)) notes.push({ label, at: kept.length });
    index = end;
  }
  return { kept, notes, lead };
}

/** Where raised signs side by side end; gaps between them are theirs. */
function groupEnd(chars: PageChars, own: readonly number[], high: readonly boolean[], from: number): number {
  let end = from + 1;
  for (let index = end; index < own.length; index++)
    if (high[index] === true) end = index + 1;
    else if (!chars.isBlank(own[index] ?? -1)) break;
  return end;
}

function boundsOf(chars: PageChars, inked: readonly number[]): Box {
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const k of inked) {
    x0 = Math.min(x0, chars.left(k));
    y0 = Math.min(y0, chars.bottom(k));
    x1 = Math.max(x1, chars.right(k));
    y1 = Math.max(y1, chars.top(k));
  }
  return [x0, y0, x1, y1];
}

function fontOf(chars: PageChars, inked: readonly number[]): string {
  const [first, middle, last] = [inked[0], inked[inked.length >> 1], inked.at(-1)].map((k) => chars.run(k ?? -1).font);
  return (last === first ? first : middle) ?? "";
}

function tagOf(parts: readonly Part[], tags: Tags): Tag | null {
  if (tags.size === 0) return null;
  const counts = new Map<Tag, number>();
  for (const { run, count } of parts) {
    const tag = tags.get(run.content);
    if (tag !== undefined) counts.set(tag, (counts.get(tag) ?? 0) + (tag.label ? count / 2 : count));
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

/**
 * No right-to-left line begins with a point: one that seems to was set at the end of a line that runs the other way.
 */
function pointLast(chars: PageChars, own: readonly number[]): readonly number[] {
  const [first, second, last] = [own[0], own[1], own.at(-1)];
  if (first === undefined || second === undefined || last === undefined) return own;
  if (!isArabic(chars.code(second)) || !isArabic(chars.code(last))) return own;
  return /[.,:!،؛؟۔]/.test(chars.text(first)) ? [...own.slice(1), first] : own;
}

function isArabic(code: number): boolean {
  return (code >= 0x590 && code <= 0x8ff) || (code >= 0xfb1d && code <= 0xfdff) || (code >= 0xfe70 && code <= 0xfefc);
}

function trimEnd(chars: PageChars, own: readonly number[]): readonly number[] {
  const end = own.findLastIndex((k) => !isSpace(chars.code(k))) + 1;
  return end === own.length ? own : own.slice(0, end);
}

/** The dots that lead the eye to a page number are no words. */
function withoutLeaders(chars: PageChars, own: readonly number[]): readonly number[] {
  if (!hasDots(chars, own)) return own;
  const units = own.map((k) => chars.text(k)[0] ?? "").join("");
  const leader = /(\s?[.·…]){5,}\s?/.exec(units);
  const first = own[leader?.index ?? 0];
  if (leader === null || first === undefined) return own;
  chars.blank(first);
  return [...own.slice(0, leader.index + 1), ...own.slice(leader.index + leader[0].length)];
}

/** True when two dots are side by side, or with a space between. */
function hasDots(chars: PageChars, own: readonly number[]): boolean {
  let last = -3;
  for (let index = 0; index < own.length; index++) {
    if (!isLeader(chars.code(own[index] ?? -1))) continue;
    if (index - last <= 2) return true;
    last = index;
  }
  return false;
}

function isLeader(code: number): boolean {
  return code === 0x2e || code === 0xb7 || code === 0x2026;
}

/** The words of a line as they are in the file. */
export function textOf(line: Line): string {
  return line.text;
}

/** The middle value; 0 of none. */
export function middle(values: readonly number[]): number {
  const [first] = values;
  // The letters of a line are mostly of one size.
  if (first !== undefined && values.every((value) => value === first)) return first;
  return Float64Array.from(values).sort()[values.length >> 1] ?? 0;
}
