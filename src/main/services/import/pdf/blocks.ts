import { directionOf } from "../../../../shared/text/direction.ts";
import { isSpace } from "../../pdfium/page-chars.ts";
import { type Line, middle, textOf } from "./lines.ts";
import { itemMarker, type Marker, noteMarker } from "./markers.ts";
import { drawnTable, type Rows, taggedTable } from "./table.ts";
import { isContentsHead } from "./title.ts";

type Kind = "paragraph" | "heading" | "listItem" | "footnote" | "caption" | "quotation" | "code" | "table";

/**
 * Lines that belong together, and what they are. `skip` counts the UTF-16 units of the list mark or note mark before
 * the text.
 */
export type Piece = Readonly<{
  kind: Kind;
  lines: readonly Line[];
  size: number;
  bold: boolean;
  skip: number;
  marker: string;
  /** Of a heading or a list item, as the file's tags or outline say it; null when they do not. */
  level: number | null;
  rows: Rows;
  /** Space left at the end of the last line, and what the first word of the first line needs. */
  room: number;
  need: number;
}>;

/** What the paper as a whole says about a column's lines. */
export type Around = Readonly<{
  /** The size of the paper's running text. */
  body: number;
  /** True when the running text is bold, or declared bold: then bold means nothing. */
  bold: boolean;
  /** The y under which footnotes are. */
  foot: number;
  /** The level of a heading of these words by the file's outline. */
  outlined: (text: string) => number | null;
  /** Labels of the notes that raised signs on the page point to. */
  called: ReadonlySet<string>;
}>;

const captionMark =
  /^(?:(?:[Ff]igure|[Ff]ig\.?|[Tt]able|[Cc]hart|[Mm]ap|[Bb]ox|[Ee]xhibit|[Gg]raph|[Pp]late|FIGURE|TABLE|BOX|Abbildung|Tabelle|[Tt]ableau|[Ff]igura|[Tt]abla)\s+|图\s*|表\s*|شكل\s+|جدول\s+|شکل\s+)([\dIVX٠-٩۰-۹]+(?:[.-]\d+)*|[A-Z]\d*)(?![\p{L}\p{N}])(\s*[–—|]|\s-(?=\s)|.?)/u;
const numbering =
  /^(?:\d+(?:\.\d+)+\.?|(?:[IVX]+|\d{1,2}|[A-Z])\.?|(?:chapter|section|appendix|annex)\s+[\dA-Z]+[.:]?)\s+\p{Lu}/iu;

/** Group the lines of one column into pieces. */
export function piecesOf(lines: readonly Line[], around: Around): Piece[] {
  const column = columnOf(lines, around.body);
  const groups: { lines: Line[]; rows: Rows }[] = [];
  for (let i = 0; i < lines.length; ) {
    const table = taggedTable(lines, i) ?? (lines[i]?.tag == null ? drawnTable(lines, i) : null);
    if (table !== null) {
      groups.push({ lines: lines.slice(i, i + table.taken), rows: table.rows });
      i += table.taken;
      continue;
    }
    const [line, last] = [lines[i++], groups.at(-1)];
    if (line === undefined) continue;
    if (last !== undefined && last.rows.length === 0 && continues(last.lines, line, column, around.called))
      last.lines.push(line);
    else groups.push({ lines: [line], rows: [] });
  }
  return groups.map((group) => classify(group.lines, group.rows, around, column));
}

type Column = Readonly<{
  /** How many lines it has. */
  lines: number;
  left: number;
  right: number;
  /** The farthest that a line of the column's own size is below the one before it in a paragraph, and that size. */
  limit: number;
  size: number;
  /** The part of its lines that have this size, 0 to 1. */
  share: number;
  /** True when its lines are set to end at the same x: one that stops short ends its paragraph. By direction. */
  justified: Readonly<Record<"ltr" | "rtl", boolean>>;
  /** True when the file's tags have each line as a block of its own: then they say nothing of paragraphs. */
  isEachTagged: boolean;
}>;

function columnOf(lines: readonly Line[], body: number): Column {
  const size = middle(lines.map((line) => line.size)) || body;
  const gaps = lines.slice(1).flatMap((line, index) => {
    const gap = (lines[index]?.base ?? 0) - line.base;
    return gap > 1 && Math.abs(line.size - size) < size * 0.08 ? [gap] : [];
  });
  const leading = gaps.length < 3 ? size * 1.35 : leadingOf(gaps, size);
  // Where print is even, a little more space already parts two paragraphs; scans and typewriters waver.
  const even = gaps.filter((gap) => Math.abs(gap - leading) < leading * 0.025).length >= gaps.length * 0.5;
  const left = Math.min(...lines.map((line) => line.box[0]));
  const right = Math.max(...lines.map((line) => line.box[2]));
  const most = (test: (line: Line) => boolean): boolean =>
    lines.length >= 6 && lines.filter(test).length > lines.length * 0.5;
  return {
    lines: lines.length,
    left,
    right,
    justified: {
      ltr: most((line) => right - line.box[2] < 1),
      rtl: most((line) => line.box[0] - left < 1),
    },
    limit: leading * (even && gaps.length >= 3 ? 1.1 : 1.25),
    size,
    share: lines.filter((line) => Math.abs(line.size - size) < size * 0.03).length / lines.length,
    isEachTagged: isEachTagged(lines, right - (right - left) * 0.1),
  };
}

/** True where most lines are blocks of the file's own and many reach `edge` and stop in the midst of a sentence. */
function isEachTagged(lines: readonly Line[], edge: number): boolean {
  const pairs = lines.slice(1).flatMap((line, index) => {
    const last = lines[index];
    return last !== undefined && isPlain(last) && isPlain(line) ? [{ last, line }] : [];
  });
  const parted = pairs.filter(({ last, line }) => sameBlock(last, line) === false);
  const torn = parted.filter(({ last, line }) => last.box[2] > edge && isMidSentence(textOf(last), textOf(line)));
  return parted.length > pairs.length * 0.8 && torn.length >= 3 && torn.length > parted.length / 4;
}

/**
 * The closest that lines are often: in short paragraphs the gaps between them are as many as those between their lines.
 */
function leadingOf(gaps: readonly number[], size: number): number {
  const usual = middle(gaps);
  const close = gaps.filter((gap) => gap >= size && gap < usual * 0.9);
  const even = close.length >= 2 && Math.max(...close) < Math.min(...close) * 1.025;
  return close.length >= Math.max(even ? 2 : 3, gaps.length * 0.25) ? middle(close) : usual;
}

/** The space left after a line; endless after one that stops short in a justified column. */
function roomAfter(line: Line, column: Column): number {
  const room = spaceAfter(line, column);
  return column.justified[wayOf(line)] && room > line.size * 0.25 ? Number.POSITIVE_INFINITY : room;
}

function spaceAfter(line: Line, { left, right }: Column): number {
  return wayOf(line) === "rtl" ? line.box[0] - left : right - line.box[2];
}

/** The way a line runs: an English one may hold more Arabic letters, but begins on the left. */
function wayOf(line: Line): "ltr" | "rtl" {
  const { chars, box, size } = line;
  if (directionOf(textOf(line)) === "ltr") return "ltr";
  return chars.left(0) - box[0] < size && box[2] - chars.right(0) > size * 3 ? "ltr" : "rtl";
}

function continues(before: readonly Line[], line: Line, column: Column, called: Around["called"]): boolean {
  const { left, right, limit: own, size } = column;
  const [first, last] = [before[0], before.at(-1)];
  if (last === undefined || first === undefined) return false;
  const gap = last.base - line.base;
  const limit = Math.abs(line.size - size) < size * 0.08 ? own : (own / size) * line.size * 1.15;
  const tagged = sameBlock(last, line);
  if (tagged === true) return Math.abs(gap) < limit * 2.5;
  const [text, textBefore, rtl] = [textOf(line), textOf(last), wayOf(last) === "rtl"];
  const isMid = isMidSentence(textBefore, text);
  const need = firstWidth(line) + line.size * 0.5;
  // In the midst of a sentence a ragged line needs only to be about as long as the others.
  const full = isMid
    ? spaceAfter(last, column) < Math.max(need, (right - left) * 0.15)
    : roomAfter(last, column) < need;
  // A word in another script or font may push its line down a little.
  const within = gap > 0 && (gap <= limit || (gap <= limit * 1.35 && full && !isEnd(textBefore)));
  // Somebody may have ended a line as one ends a paragraph.
  const isTorn = column.isEachTagged || (within && full && isMid && /[\p{L}\p{M},-]$/u.test(endOf(textBefore)));
  if (tagged === false && !(isTorn && isPlain(last) && isPlain(line))) return false;
  if (!within) return isBesideIt(last, line);
  if (!looksOn(last, line, full, isMid)) return false;
  if (startsItem(text, first, line) || (captionMark.test(text) && isCaption(text, [line], line.size * 1.1)))
    return false;
  if (startsNote(line, text, called) || isContentsHead(text)) return false;
  const isAlone = secondRow(before) === undefined && full && !isEnd(textBefore);
  const isIn = isAlone || (isMid && full) || isFlush(before, line);
  if (itemMarker(textOf(first)) !== null && isOut(first, line) && !isIn) return false;
  if (isEnd(textBefore) && !full && !last.bold) return false;
  const step = line.size * 0.8;
  const indented = rtl
    ? line.box[2] < right - step && last.box[2] > line.box[2] + step
    : line.box[0] > left + step && last.box[0] < line.box[0] - step;
  const isCentred = (isMid || line.size > size * 1.15) && isCentredUnder(last, line);
  return !(indented && before.length > 1) || isCentred || (isMid && full);
}

/**
 * True when a line may go on with the one above by its look. Where a sentence goes on, some of its words may be bold or
 * smaller, and the size of letters that somebody recognised in a picture wavers.
 */
function looksOn(last: Line, line: Line, isFull: boolean, isMid: boolean): boolean {
  const [difference, end] = [Math.abs(last.size - line.size) / line.size, last.chars.length - 1];
  if (isFull && isMid)
    return difference < 0.15 || Math.abs(last.chars.size(end) - line.chars.size(0)) < line.size * 0.08;
  // A line that is bold but for its last word is no heading that stands alone.
  const turns = last.chars.isBold(end) !== last.bold && last.chars.isBold(end) === line.chars.isBold(0);
  return difference <= 0.08 && (last.bold === line.bold || (isFull && turns && !isEnd(textOf(last))));
}

/** True when, by its last sign and the first of the next line, a line stops in the midst of a sentence. */
function isMidSentence(before: string, after: string): boolean {
  return /[\p{L}\p{M},)\]’'"‐-]$/u.test(endOf(before)) && /^\p{Ll}/u.test(after);
}

/** A line's last sign; PDFium may give a hyphen that parts a word as a control character. */
function endOf(text: string): string {
  return text.endsWith("\u0002") ? "-" : text.slice(-1);
}

/** True where two lines of a title have the same middle, as a shorter last line has. */
function isCentredUnder(last: Line, line: Line): boolean {
  return Math.abs(last.box[0] + last.box[2] - line.box[0] - line.box[2]) < line.size * 0.2;
}

/** True when a sentence may end so. */
function isEnd(text: string): boolean {
  return /[.!?:”"。！？؟۔]$/.test(text);
}

/** How wide the first word of a line is: had there been room, it would be in the line above. */
function firstWidth({ chars, box }: Line): number {
  const end = chars.findIndex((i) => isSpace(chars.code(i)) || (i > 0 && isHan(chars.code(i))));
  let [x0, x1] = [Infinity, -Infinity];
  for (let i = 0; i < (end < 0 ? chars.length : end); i++)
    [x0, x1] = [Math.min(x0, chars.left(i)), Math.max(x1, chars.right(i))];
  return x1 < x0 ? 0 : Math.min(x1 - x0, box[2] - box[0]);
}

function isHan(code: number): boolean {
  return code >= 0x2e80 && /\p{Script=Han}|[\u3000-\u30ff]/u.test(String.fromCodePoint(code));
}

/** What the tags say: the same block, another one, or nothing. */
function sameBlock(last: Line, line: Line): boolean | null {
  if (last.tag === null || line.tag === null) return null;
  return last.tag.id === line.tag.id;
}

/** True where the tags say no more of a line than that it is in a block. */
function isPlain({ tag }: Line): boolean {
  return tag?.kind === "paragraph" && !tag.label;
}

/** A piece of the same row: a wide gap within a line of prose. */
function isBesideIt(last: Line, line: Line): boolean {
  const overlap = Math.min(last.box[3], line.box[3]) - Math.max(last.box[1], line.box[1]);
  // A tick is as large as its box.
  const isTick = [last, line].some(({ text }) => text === "\u2611");
  return overlap > (line.box[3] - line.box[1]) * 0.6 && (isTick || Math.abs(last.size - line.size) < line.size * 0.08);
}

/** A list mark that begins an item and not, by chance, a line within a sentence. */
function startsItem(text: string, first: Line, line: Line): boolean {
  if (itemMarker(text) === null) return false;
  return !/^[-–—]/.test(text) || itemMarker(textOf(first)) !== null || line.box[0] > first.box[0] + line.size * 0.4;
}

function startsNote(line: Line, text: string, called: Around["called"]): boolean {
  return line.size < 9.5 && line.lead > 0 && noteMarker(line, text, called) !== null;
}

/** True when a line begins where the second line of an item does, which is as far out as its first or farther. */
function isFlush(before: readonly Line[], line: Line): boolean {
  const [first, second] = [before[0], secondRow(before)];
  if (first === undefined || second === undefined || !isOut(first, second)) return false;
  const side = directionOf(textOf(first)) === "rtl" ? 2 : 0;
  return Math.abs(second.box[side] - line.box[side]) < line.size * 0.4;
}

/** The first line that is below the first one: a number or mark may be a line of its own beside its words. */
function secondRow(before: readonly Line[]): Line | undefined {
  const [first] = before;
  return first && before.find((line) => first.base - line.base > first.size * 0.5);
}

/** True when a line is further out than the item's first: it is mostly not part of the item. */
function isOut(first: Line, line: Line): boolean {
  return directionOf(textOf(first)) === "rtl"
    ? line.box[2] > first.box[2] - line.size * 0.4
    : line.box[0] < first.box[0] + line.size * 0.4;
}

function classify(lines: readonly Line[], rows: Rows, around: Around, column: Column): Piece {
  const [first, last] = [lines[0], lines.at(-1)];
  const text = first === undefined ? "" : textOf(first);
  const size = middle(lines.map((line) => line.size));
  const bold = lines.every((line) => line.bold);
  const rtl = directionOf(text) === "rtl";
  // A line or two do not show how wide their column is, and so whether they fill it.
  const room = last === undefined ? 0 : column.lines < 3 ? Number.POSITIVE_INFINITY : roomAfter(last, column);
  const need = first === undefined ? 0 : firstWidth(first) + (isIndented(first, column, rtl) ? size * 99 : 0);
  const piece = { lines, size, bold, skip: 0, marker: "", level: null, rows, room, need };
  if (rows.length > 0) return { ...piece, kind: "table" };
  return tagged(piece, text, around) ?? looked(piece, text, { ...around, body: bodyOf(piece, column, around.body) });
}

/**
 * The size of the running text. Where a column is full of larger text than the rest of the paper, that is the size of
 * all in it that does not read as a heading.
 */
function bodyOf(piece: Plain, { lines, size, share }: Column, body: number): number {
  if (lines < 15 || share < 0.6) return body;
  const text = piece.lines.map(textOf).join(" ");
  const isShort = piece.lines.length === 1 && text.length < 60 && /^(?!\p{Ll})\p{L}.*[^:;,—–-]$/u.test(text);
  return isShort || text === text.toUpperCase() ? body : Math.max(size, body);
}

function isIndented(line: Line, { left, right }: Column, rtl: boolean): boolean {
  return (rtl ? right - line.box[2] : line.box[0] - left) > line.size * 0.8;
}

type Plain = Omit<Piece, "kind">;

/** What the file's tags say a piece is; null where they say no more than that it is a block. */
function tagged(piece: Plain, text: string, { called }: Around): Piece | null {
  const tag = piece.lines.find((line) => line.tag !== null && !line.tag.label)?.tag ?? piece.lines[0]?.tag;
  switch (tag?.kind) {
    case "heading":
      return { ...piece, kind: "heading", level: tag.level };
    case "listItem":
      // Word tags numbered paragraphs as items: their numbers, by which they are cited, stay in the text.
      if (/^\d{1,3}(?:\.\d{1,3})+\.?\s/.test(text)) return { ...piece, kind: "paragraph" };
      return { ...piece, ...itemMark(text), kind: "listItem", level: tag.level };
    case "footnote":
      return { ...piece, ...footMark(piece, text, called), kind: "footnote" };
    case "caption":
    case "quotation":
    case "code":
      return { ...piece, kind: tag.kind };
    default:
      return null;
  }
}

function itemMark(text: string): Marker {
  return itemMarker(text) ?? { skip: 0, marker: "•" };
}

function footMark({ lines }: Plain, text: string, called: Around["called"]): Marker {
  const [first] = lines;
  return (first === undefined ? null : noteMarker(first, text, called)) ?? { skip: 0, marker: "" };
}

/** What a piece is by its look and its place. */
function looked(piece: Plain, text: string, around: Around): Piece {
  const { lines, size } = piece;
  const [first] = lines;
  const small = size < around.body * 0.93;
  const foot = small && (first?.box[3] ?? 0) < around.foot ? footMark(piece, text, around.called) : null;
  if (foot !== null && foot.marker !== "") return { ...piece, ...foot, kind: "footnote" };
  const whole = lines.map(textOf).join(" ");
  const outlined = lines.length > 4 ? null : around.outlined(whole);
  if (outlined !== null) return { ...piece, kind: "heading", level: outlined };
  if (captionMark.test(text) && isCaption(text, lines, around.body)) return { ...piece, kind: "caption" };
  const item = itemMarker(text);
  if (item?.marker !== "•" && isHeading(piece, whole, around)) return { ...piece, kind: "heading" };
  if (item !== null && whole.length > item.skip) return { ...piece, ...item, kind: "listItem" };
  return { ...piece, kind: "paragraph" };
}

/** “Figure 3: …” is a caption, “Figure 3 shows …” is a sentence, unless it is set smaller than the text. */
function isCaption(text: string, lines: readonly Line[], body: number): boolean {
  const [, , sign = ""] = captionMark.exec(text) ?? [];
  const bold = lines[0]?.bold === false && lines[0].chars.isBold(0);
  const size = lines[0]?.size ?? body;
  return (
    lines.length < 15 &&
    size < body * 1.05 &&
    (/[.:–—|：]|\s-/.test(sign) || (lines.length < 8 && (size < body * 0.96 || bold)))
  );
}

function isHeading({ lines, size, bold }: Plain, text: string, { body, bold: allBold }: Around): boolean {
  if (text.length >= 200 || lines.length > 4 || !/\p{L}/u.test(text)) return false;
  if (/;\s+\p{L}{1,4}$/u.test(text) || /^\(\p{L}{1,4}\)\s*\p{Ll}{2}/u.test(text)) return false;
  if (size > body * 1.07 && !/[;,]$/.test(text) && !/\.$/.test(text.replace(/\b\w\.$/, ""))) return true;
  if (/[.;,:]$/.test(text)) return false;
  if (bold && !allBold && size >= body * 0.95) return true;
  const emphatic = text === text.toUpperCase() || lines.every(isItalic);
  return (
    lines.length === 1 &&
    size >= body * 0.95 &&
    text.length < 100 &&
    numbering.test(text) &&
    (emphatic || /^\d+\.\d/.test(text))
  );
}

function isItalic({ chars }: Line): boolean {
  return chars.every((i) => chars.isItalic(i) || chars.isGenerated(i));
}
