import type { Piece } from "./blocks.ts";
import { type Line, middle, textOf } from "./lines.ts";
import { isRule } from "./margins.ts";
import { bareLabel } from "./markers.ts";
import { isStreet } from "./streets.ts";

/** What is known of a page when its notes are looked for. */
export type NotesAround = Readonly<{
  /** The size of the paper's running text. */
  body: number;
  /** The y under which notes begin that have no rule over them. */
  foot: number;
  /** Labels of the marks in the page's text. */
  marks: ReadonlySet<string>;
  /** True when the last note before these lines stops in the midst of a sentence. */
  open: boolean;
}>;

/** A column's own text and the notes at its foot. */
export type Parted = Readonly<{ text: readonly Line[]; notes: readonly Line[] }>;

/**
 * The notes at the foot of a column: all that is under a rule that is written (`——————`); else small print to the end
 * of the column from the first line on that begins with a mark of the page's text, or goes on with a note of the column
 * or page before.
 */
export function partNotes(column: readonly Line[], around: NotesAround): Parted {
  const whole = { text: column, notes: [] };
  // Where the file says which lines are notes, it is followed.
  if (column.some((line) => line.tag?.kind === "footnote")) return whole;
  const rule = column.findIndex((line, n) => isNoteRule(line, column, column.slice(n + 1), around));
  if (rule >= 0) return underRule(column, rule, around);
  let first = column.length;
  while (first > 0 && isSmall(column[first - 1], around.body)) first--;
  const small = column.slice(first);
  const begins = (line: Line, n: number): boolean =>
    markOf(line, around.marks) !== null &&
    !isBesideAnother(line, small) &&
    (isRaised(line) || !isInside(line, small[n - 1]));
  const start = small.findIndex((line, n) => isUnder(line, around.foot) && begins(line, n));
  if (start < 0) return around.open && goesOn(small[0]) && isUnder(small[0], around.foot) ? part(column, first) : whole;
  const before = small.slice(0, start);
  if (first === 0 && isRunningText(before, small[start])) return whole;
  const continues = before.length > 0 && around.open && goesOn(before[0]);
  return part(column, continues ? first : first + start);
}

/** A gap over a line that no note begins with, in sizes of its letters, ends notes that are as large as the text. */
const leastGap = 1.9;

/** Notes under a written rule, up to where the text goes on: a gazette has such a note at the end of each decree. */
function underRule(column: readonly Line[], rule: number, { body, marks }: NotesAround): Parted {
  const under = column.slice(rule + 1).filter((line) => !isRule(line));
  const isOfSmall = isSmall(under[0], body);
  const end = under.findIndex((line, n) => {
    const last = under[n - 1];
    if (last === undefined || markOf(line, marks) !== null || mark.test(textOf(line).trim())) return false;
    return isOfSmall ? !isSmall(line, body) : last.base - line.base > line.size * leastGap;
  });
  if (end < 0) return { text: column.slice(0, rule), notes: under };
  return { text: [...column.slice(0, rule), ...under.slice(end)], notes: under.slice(0, end) };
}

function part(column: readonly Line[], index: number): Parted {
  return { text: column.slice(0, index), notes: column.slice(index) };
}

/** So many lines over the first note show that the column itself is set in the size of notes. */
const leastRunning = 6;

/**
 * True for lines of prose as large as the one after them: papers in two sizes, such as gazettes, have whole columns in
 * the smaller one, and “(*)” within.
 */
function isRunningText(before: readonly Line[], next: Line | undefined): boolean {
  const width = Math.max(...before.map(({ box }) => box[2])) - Math.min(...before.map(({ box }) => box[0]));
  const isProse = (line: Line): boolean =>
    next !== undefined && line.size > next.size * 0.97 && line.box[2] - line.box[0] > width * 0.7;
  return before.filter(isProse).length >= leastRunning;
}

/** A written rule with small print under it, or with a line that begins with a note's mark. */
function isNoteRule(
  line: Line,
  column: readonly Line[],
  below: readonly Line[],
  { body, marks }: NotesAround,
): boolean {
  const [next] = below;
  if (!isRule(line) || next === undefined || next.base > line.base) return false;
  // A rule over the whole column is a table's.
  const width = Math.max(...column.map(({ box }) => box[2])) - Math.min(...column.map(({ box }) => box[0]));
  if (line.box[2] - line.box[0] > width * 0.6) return false;
  return isSmall(next, body) || mark.test(textOf(next).trim()) || markOf(next, marks) !== null;
}

function isSmall(line: Line | undefined, body: number): boolean {
  return line !== undefined && line.size < body * 0.93;
}

/** A mark that is smaller than its note, or set high. */
function isRaised(line: Line): boolean {
  return line.lead > 0 || line.notes.some(({ at }) => at === 0) || line.chars.size(0) < line.size * 0.85;
}

/** A number within a note, or in its address: “1 Gwanak-ro” under “Department of Ports, National University,”. */
function isInside(line: Line, above: Line | undefined): boolean {
  if (isStreet(textOf(line).trim())) return true;
  return above !== undefined && /[\p{L}\p{N})]\s?[,–-]$/u.test(textOf(above).trim()) && isRightUnder(line, above);
}

function isRightUnder(line: Line, above: Line): boolean {
  return above.base - line.base > 0 && above.base - line.base < line.size * 1.6;
}

/** To the right of another line of its row, as a cell of a table is. */
function isBesideAnother(line: Line, lines: readonly Line[]): boolean {
  return lines.some(
    (other) => Math.abs(other.base - line.base) < line.size * 0.3 && other.box[2] <= line.box[0] && other !== line,
  );
}

function isUnder(line: Line | undefined, foot: number): boolean {
  return line !== undefined && line.box[3] < foot;
}

/** In the midst of a sentence. */
function goesOn(line: Line | undefined): boolean {
  return line !== undefined && /^[\p{Ll},;)]/u.test(textOf(line).trim());
}

const mark = /^\(?(\d{1,3}|[*†‡§¶∗]{1,3})[.)\]]?(?=\s|\p{Lu}|\p{Lo}|["“‘(«§])/u;

/** The mark that a note begins with, as far as it is one of those in the text; null for none. */
function markOf(line: Line, marks: ReadonlySet<string>): string | null {
  const label = line.notes.find(({ at }) => at === 0)?.label ?? mark.exec(textOf(line))?.[1];
  return label !== undefined && marks.has(label) ? label : null;
}

/**
 * Labels that marks in some lines of a page point to and that no line begins with raised: their notes may begin with a
 * mark of full size.
 */
export function calledOn(lines: readonly Line[]): ReadonlySet<string> {
  const called = new Set(lines.flatMap((line) => line.notes.map((note) => note.label)));
  for (const label of raisedLeads(lines)) called.delete(label);
  return called;
}

function raisedLeads(lines: readonly Line[]): string[] {
  return lines.flatMap((line) => (line.lead > 0 ? [bareLabel(textOf(line).slice(0, line.lead))] : []));
}

/**
 * Lines of notes as one piece for each note; what comes before the first mark goes on with a note before it, and has
 * none.
 */
export function notePieces(lines: readonly Line[], marks: ReadonlySet<string>): Piece[] {
  const groups: { lines: Line[]; marker: string; skip: number }[] = [];
  const raised = new Set(raisedLeads(lines));
  let last = 0;
  for (const [n, line] of lines.entries()) {
    const found = startOf(line, marks, last);
    const group = groups.at(-1);
    const isNumber = found !== null && !isRaised(line) && /^\d/.test(found.marker);
    const isWithin = isNumber && (raised.has(found.marker) || isInside(line, lines[n - 1]));
    if (found !== null && !isWithin) {
      last = Number(found.marker) || last;
      groups.push({ lines: [line], ...found });
    } else if (group !== undefined) group.lines.push(line);
    else groups.push({ lines: [line], marker: "", skip: 0 });
  }
  return groups.map((group) => ({
    ...group,
    kind: "footnote",
    size: middle(group.lines.map((line) => line.size)),
    bold: group.lines.every((line) => line.bold),
    level: null,
    rows: [],
    room: 0,
    need: 0,
  }));
}

/** A mark of the text, or a number that counts on from the note before; what follows is no word of a sentence. */
function startOf(line: Line, marks: ReadonlySet<string>, last: number): { marker: string; skip: number } | null {
  const own = line.notes.find(({ at }) => at === 0);
  if (own !== undefined) return { marker: own.label, skip: 0 };
  const found = mark.exec(textOf(line));
  const label = found?.[1];
  if (found === null || label === undefined) return null;
  const rest = textOf(line).slice(found[0].length);
  const isHigh = isRaised(line);
  if (!isHigh && /^\s*\p{Ll}/u.test(rest)) return null;
  const counts = last > 0 && (Number(label) === last + 1 || Number(label) === last + 2);
  if (!isHigh && !marks.has(label) && !counts && last > 0) return null;
  return { marker: label, skip: found[0].length + (/^\s*/.exec(rest)?.[0].length ?? 0) };
}
