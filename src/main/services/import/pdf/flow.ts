import type { Mark } from "../../../../shared/model/content.ts";
import type { Place } from "../../geometry.ts";
import type { PdfLink } from "../../pdfium/links.ts";
import { type Frame, fromFrame } from "./frame.ts";
import { letters } from "./glyphs.ts";
import type { Letter, Line } from "./lines.ts";
import { isCompound, type Words } from "./words.ts";

/** Text put together from lines, with a place for each of its UTF-16 units. */
export type Flow = { text: string; places: Place[]; marks: Mark[] };

/** Where lines stand, and the words of the whole paper as evidence for hyphens. */
export type Where = Readonly<{ page: number; frame: Frame; links: readonly PdfLink[]; words: Words }>;

const wide = /[\u2e80-\u312f\u3190-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef]|[\ud840-\ud88f]/;
/** No character before this one is wide. */
const firstWide = "\u2e80";

/**
 * Join lines as one reads them: no hyphen where a word was parted, no space between CJK characters, one space elsewhere.
 * The mark of a note is no part of the text: the character it stands behind becomes a link to `#note-` and its label.
 */
export function flowOf(lines: readonly Line[], at: Where, skip: number): Flow {
  const flow: Flow = { text: "", places: [], marks: [] };
  let left = skip;
  for (const line of lines) {
    const links = linksOn(line, at);
    if (flow.text !== "") join(flow, line, at.words);
    for (let index = 0; index < line.chars.length; index++) {
      const char = line.chars[index];
      if (char === undefined) continue;
      if (left > 0) {
        left -= char.text.length;
        continue;
      }
      if (line.notes.length > 0) addNotes(flow, line, index);
      if (isSpace(char)) addSpace(flow, line, index);
      else addLetter(flow, char, at, links);
    }
    addNotes(flow, line, line.chars.length);
  }
  trimEnd(flow);
  return flow;
}

function linksOn({ box: own }: Line, { links }: Where): readonly PdfLink[] {
  return links.length === 0 ? links : links.filter(({ box }) => box[1] < own[3] && box[3] > own[1]);
}

function isSpace(char: Letter): boolean {
  return char.text === " " || /^\s$/.test(char.text);
}

/** A gap between Chinese or Japanese characters is for the eye, unless it is as wide as a character. */
function addSpace(flow: Flow, line: Line, index: number): void {
  // Nothing but a space has no place.
  if (flow.places.length === 0 || flow.places.at(-1) === null) return;
  const before = line.chars[index - 1];
  const after = line.chars[index + 1];
  if (before !== undefined && after !== undefined && (before.text >= firstWide || after.text >= firstWide)) {
    const gap = after.box[0] - before.box[2];
    const [left, right] = [wide.test(before.text), wide.test(after.text)];
    if (left && right && gap < line.size * 0.7) return;
    if ((left || right) && line.chars[index]?.generated && gap < line.size * 0.4) return;
  }
  add(flow, " ", null);
}

function addLetter(flow: Flow, char: Letter, { page, frame }: Where, links: readonly PdfLink[]): void {
  const start = flow.places.length;
  const place = { page, box: fromFrame(char.box, frame) };
  add(flow, char.hyphen || char.text === "\u0002" ? "-" : letters(char.text), place);
  const end = flow.places.length;
  if (char.bold) extend(flow.marks, { kind: "bold", start, end });
  if (char.italic) extend(flow.marks, { kind: "italic", start, end });
  if (char.power === true) extend(flow.marks, { kind: "superscript", start, end });
  const link = links.length === 0 ? undefined : linkAt(links, char);
  if (link !== undefined) extend(flow.marks, { kind: "link", start, end, href: link.href });
}

function linkAt(links: readonly PdfLink[], char: Letter): PdfLink | undefined {
  const middle = (char.box[0] + char.box[2]) / 2;
  return links.find(({ box }) => middle >= box[0] && middle <= box[2] && char.box[1] < box[3] && char.box[3] > box[1]);
}

function addNotes(flow: Flow, line: Line, at: number): void {
  for (const note of line.notes) {
    const end = flow.text.trimEnd().length;
    if (note.at !== at || end === 0) continue;
    flow.marks.push({ kind: "link", start: end - 1, end, href: `#note-${note.label}` });
  }
}

/** Make ready the end of a flow for what comes after it in the same sentence, and say what stands between the two. */
export function jointOf(flow: Flow, next: string, words: Words): "" | " " {
  const last = flow.text.at(-1) ?? "";
  const before = /(\p{L}+)-$/u.exec(flow.text.slice(-60))?.[1];
  const after = /^\p{L}+/u.exec(next)?.[0];
  if (before !== undefined && after !== undefined) {
    const known = words.has((before + after).toLowerCase());
    if ((/^\p{Ll}/u.test(after) || known) && !isCompound(before, after, words)) dropLast(flow);
    return "";
  }
  if (last === "-" && /[\d\p{L}]-$/u.test(flow.text.slice(-4))) return "";
  return (wide.test(last) && wide.test(next[0] ?? "")) || last === " " ? "" : " ";
}

function join(flow: Flow, next: Line, words: Words): void {
  const joint = jointOf(flow, next.text, words);
  if (joint !== "") add(flow, joint, null);
}

function dropLast(flow: Flow): void {
  flow.text = flow.text.slice(0, -1);
  flow.places.pop();
  for (const mark of flow.marks) if (mark.end > flow.text.length) Object.assign(mark, { end: flow.text.length });
}

function add(flow: Flow, text: string, place: Place): void {
  flow.text += text;
  flow.places.push(place);
  for (let i = 1; i < text.length; i++) flow.places.push(place);
}

function trimEnd(flow: Flow): void {
  while (/\s$/.test(flow.text)) {
    flow.text = flow.text.slice(0, -1);
    flow.places.pop();
  }
}

/** Marks of neighbours grow together over the space between them. */
function extend(marks: Mark[], mark: Mark): void {
  const last = marks.findLast(
    (one) => one.kind === mark.kind && !(one.kind === "link" && one.href.startsWith("#note-")),
  );
  const same = last?.kind !== "link" || (mark.kind === "link" && last.href === mark.href);
  if (last !== undefined && same && mark.start - last.end <= 1) Object.assign(last, { end: mark.end });
  else marks.push({ ...mark });
}
