import { artifact, type PdfChar } from "../../pdfium/chars.ts";
import type { Box } from "../../pdfium/module.ts";
import type { Tag } from "../../pdfium/structure.ts";
import { readable } from "./glyphs.ts";

/** A character of a line; `power` is one that is raised and belongs to the text. */
export type Letter = Pick<PdfChar, "text" | "box" | "size" | "bold" | "italic" | "generated" | "hyphen"> &
  Readonly<{ power?: boolean }>;

/** A piece of one line, without a gap wide enough to be a column's. */
export type Line = {
  readonly chars: readonly Letter[];
  /** The words of it as they stand in the file. */
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
  /** The block of a tagged file that most of it belongs to. */
  tag: Tag | null;
  /** Said by the file to be no part of the text. */
  artifact: boolean;
};

type Tags = ReadonlyMap<number, Tag>;

/** Characters as lines, in the order of the file. Raised note marks are taken out and kept beside. */
export function linesOf(chars: readonly PdfChar[], tags: Tags): Line[] {
  const lines: Line[] = [];
  let current: PdfChar[] = [];
  let last: PdfChar | null = null;
  const flush = (): void => {
    const line = lineOf(current, tags);
    if (line !== null) lines.push(line);
    current = [];
    last = null;
  };
  for (const char of readable(chars)) {
    if (isBreak(char.text) || (last !== null && !char.generated && !follows(last, char, tags))) flush();
    if (isBreak(char.text) || isNothing(char.text)) continue;
    current.push(char);
    if (!char.generated) last = char;
  }
  flush();
  return lines;
}

function isBreak(text: string): boolean {
  return text === "\n" || text === "\r";
}

function isNothing(text: string): boolean {
  return text === "\u2060" || text === "\u200b" || text === "\ufeff";
}

function follows(last: PdfChar, char: PdfChar, tags: Tags): boolean {
  if (last.content !== char.content && apart(tags.get(last.content), tags.get(char.content))) return false;
  if ((last.content === artifact) !== (char.content === artifact) && tags.size > 0) return false;
  const overlap = Math.min(last.box[3], char.box[3]) - Math.max(last.box[1], char.box[1]);
  const height = Math.min(last.box[3] - last.box[1], char.box[3] - char.box[1]);
  const gap = Math.max(char.box[0] - last.box[2], last.box[0] - char.box[2]);
  // A raised or lowered sign goes on to the right; what begins a new line goes back.
  const least = char.box[0] > last.box[0] && gap < last.size * 0.5 ? 0.1 : 0.3;
  return overlap > height * least && gap < Math.max(last.size, char.size) * 2.2;
}

/** Cells side by side and items one after the other are different lines, however near they stand. */
function apart(a: Tag | undefined, b: Tag | undefined): boolean {
  return a !== undefined && b !== undefined && a.id !== b.id && (a.kind === "cell" || a.kind === b.kind);
}

function lineOf(chars: readonly PdfChar[], tags: Tags): Line | null {
  const inked = chars.filter((char) => !isBlank(char));
  const [first] = inked;
  if (first === undefined) return null;
  const size = middle(inked.map((char) => char.size));
  const { kept, notes } = withoutMarks(chars.slice(chars.indexOf(first)), raised(inked, size));
  const trimmed = trimEnd(withoutLeaders(pointLast(kept)));
  return {
    ...wordsOf(trimmed),
    box: boundsOf(inked),
    base: middle(inked.map((char) => char.origin[1])),
    size,
    bold: inked.filter((char) => char.bold).length > inked.length * 0.9,
    font: fontOf(inked),
    notes: notes.map(({ label, at }) => ({ label, at: Math.min(at, trimmed.length) })),
    tag: tagOf(inked, tags),
    artifact: inked.every((char) => char.content === artifact),
  };
}

/** The letters of a line and its words. */
export function wordsOf(chars: readonly Letter[]): Pick<Line, "chars" | "text"> {
  let text = "";
  for (const char of chars) text += char.text;
  return { chars, text };
}

/** The letters of a line without the marks of notes among them. The first is never such a mark. */
function withoutMarks(
  chars: readonly PdfChar[],
  isNote: ((char: PdfChar) => boolean) | null,
): { kept: readonly Letter[]; notes: Line["notes"] } {
  if (isNote === null) return { kept: chars, notes: [] };
  const kept: Letter[] = [];
  const notes: Line["notes"] = [];
  for (const [index, char] of chars.entries()) {
    if (index === 0 || !isNote(char)) kept.push(char);
    else if (isPower(chars, index)) kept.push({ ...char, power: true });
    else if (notes.at(-1)?.at === kept.length) joinMark(notes, char.text);
    else notes.push({ label: char.text, at: kept.length });
  }
  return { kept, notes };
}

/** Signs side by side are one mark: 1 and 2 are note 12; a comma between two marks parts them. */
function joinMark(notes: Line["notes"], text: string): void {
  const last = notes.at(-1);
  if (last !== undefined) last.label += text;
}

function isBlank(char: PdfChar): boolean {
  return char.generated || char.text === " " || char.text.trim() === "";
}

const mayBeMark = /[\d*†‡]/;

/**
 * A raised sign is small and high, or a glyph of full size whose ink begins high over the line (OpenType `sups`). Null where no
 * sign of a line can be one.
 */
function raised(inked: readonly PdfChar[], size: number): ((char: PdfChar) => boolean) | null {
  if (!inked.some((char) => mayBeMark.test(char.text))) return null;
  const base = middle(inked.map((char) => char.box[1]));
  return (char) =>
    mayBeMark.test(char.text) &&
    ((char.size < size * 0.8 && char.box[1] > base + size * 0.1) ||
      (/\d/.test(char.text) && char.foot - char.origin[1] > size * 0.25));
}

const unit = /(^|[^\p{L}])([kcm]?m|ft|CO|s|ha|in)$/u;

/** A raised digit after a digit of full size or a unit is a power (10⁶, km²), not the mark of a note. */
function isPower(chars: readonly PdfChar[], index: number): boolean {
  const size = chars[index]?.size ?? 0;
  let before = index - 1;
  while (before >= 0 && /\d/.test(chars[before]?.text ?? "") && (chars[before]?.size ?? 0) <= size) before--;
  const full = chars
    .slice(Math.max(0, before - 3), before + 1)
    .map((char) => char.text)
    .join("");
  return before < index && (/\d$/.test(full) || unit.test(full)) && (chars[before]?.size ?? 0) > size;
}

function boundsOf(inked: readonly PdfChar[]): Box {
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { box } of inked) {
    x0 = Math.min(x0, box[0]);
    y0 = Math.min(y0, box[1]);
    x1 = Math.max(x1, box[2]);
    y1 = Math.max(y1, box[3]);
  }
  return [x0, y0, x1, y1];
}

function fontOf(inked: readonly PdfChar[]): string {
  const [first = "", middle = "", last = ""] = [0, inked.length >> 1, inked.length - 1].map(
    (at) => inked[at]?.font ?? "",
  );
  return last === first ? first : middle;
}

function tagOf(inked: readonly PdfChar[], tags: Tags): Tag | null {
  if (tags.size === 0) return null;
  const counts = new Map<Tag, number>();
  for (const char of inked) {
    const tag = tags.get(char.content);
    if (tag !== undefined) counts.set(tag, (counts.get(tag) ?? 0) + (tag.label ? 0.5 : 1));
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

/** No right-to-left line begins with a point: one that seems to was set at the end of a line that runs the other way. */
function pointLast(chars: readonly Letter[]): readonly Letter[] {
  const [first, second] = chars;
  if (first === undefined || second === undefined || !/[.,:!،؛؟۔]/.test(first.text)) return chars;
  return isArabic(second.text) && isArabic(chars.at(-1)?.text ?? "") ? [...chars.slice(1), first] : chars;
}

function isArabic(text: string): boolean {
  return /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/.test(text);
}

function trimEnd(chars: readonly Letter[]): readonly Letter[] {
  const end = chars.findLastIndex((char) => char.text.trim() !== "") + 1;
  return end === chars.length ? chars : chars.slice(0, end);
}

/** The dots that lead the eye to a page number are no words. */
function withoutLeaders(chars: readonly Letter[]): readonly Letter[] {
  if (
    chars.length < 6 ||
    !chars.some((char, n) => isLeader(char) && (isLeader(chars[n + 1]) || isLeader(chars[n + 2])))
  )
    return chars;
  const text = chars.map((char) => char.text[0] ?? "").join("");
  const leader = /(\s?[.·…]){5,}\s?/.exec(text);
  const first = chars[leader?.index ?? 0];
  if (leader === null || first === undefined) return chars;
  const end = leader.index + leader[0].length;
  return [...chars.slice(0, leader.index), { ...first, text: " ", generated: true }, ...chars.slice(end)];
}

function isLeader(char: Letter | undefined): boolean {
  return char !== undefined && (char.text === "." || char.text === "·" || char.text === "…");
}

/** The words of a line as they stand in the file. */
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
