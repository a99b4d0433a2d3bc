import { directionOf } from "../builder.ts";
import { type Line, middle, textOf } from "./lines.ts";

/** Lines that belong together, and what they are. `skip` counts the UTF-16 units of the list mark or note mark before the text. */
export type Piece = Readonly<{
  kind: "paragraph" | "heading" | "listItem" | "footnote" | "caption" | "table";
  lines: readonly Line[];
  size: number;
  bold: boolean;
  skip: number;
  marker: string;
  rows: readonly (readonly Line[])[];
  left: number;
  right: number;
}>;

const listMark = /^(?:([•●▪◦‣–—*-])|(\(?\d{1,2}[.)]|\(?[a-z][.)]))\s+/;
const noteMark = /^(\d{1,3}|[*†‡])\s?/;
const captionMark = /^(figure|table|fig\.|chart|map|box)\s+[\dIVX]+/i;

/** Group the lines of one column into pieces. `body` is the size of the paper's running text, `foot` the y under which footnotes stand. */
export function piecesOf(lines: readonly Line[], body: number, foot: number): Piece[] {
  const left = Math.min(...lines.map((line) => line.box[0]));
  const right = Math.max(...lines.map((line) => line.box[2]));
  const leading =
    middle(
      lines
        .slice(1)
        .map((line, index) => (lines[index]?.box[1] ?? 0) - line.box[1])
        .filter((gap) => gap > 1),
    ) || body * 1.4;
  const groups: { lines: Line[]; rows: Line[][] }[] = [];
  for (let i = 0; i < lines.length; ) {
    const rows = tableAt(lines, i);
    if (rows.length > 1) {
      groups.push({ lines: rows.flat(), rows });
      i += rows.flat().length;
      continue;
    }
    const line = lines[i];
    const last = groups.at(-1);
    if (
      line !== undefined &&
      last !== undefined &&
      last.rows.length === 0 &&
      continues(last.lines, line, { left, right, leading })
    )
      last.lines.push(line);
    else if (line !== undefined) groups.push({ lines: [line], rows: [] });
    i++;
  }
  return groups.map((group) => classify(group, { body, foot, left, right }));
}

/** Rows of a table from line `i` on: each of two pieces or more side by side. */
function tableAt(lines: readonly Line[], i: number): Line[][] {
  const rows: Line[][] = [];
  for (let at = i; at < lines.length; ) {
    const row = [lines[at++]].flatMap((line) => line ?? []);
    while (at < lines.length && beside(row.at(-1), lines[at])) row.push(...lines.slice(at, ++at));
    const columns = rows[0]?.length ?? 0;
    if (row.length < 2 || (columns > 0 && Math.abs(row.length - columns) > 1)) break;
    rows.push(row);
  }
  return rows;
}

function beside(a: Line | undefined, b: Line | undefined): boolean {
  if (a === undefined || b === undefined || b.box[0] < a.box[2]) return false;
  return Math.min(a.box[3], b.box[3]) - Math.max(a.box[1], b.box[1]) > (a.box[3] - a.box[1]) * 0.6;
}

type Column = { left: number; right: number; leading: number };

function continues(before: readonly Line[], line: Line, { left, right, leading }: Column): boolean {
  const last = before.at(-1);
  const first = before[0];
  if (last === undefined || first === undefined) return false;
  const text = textOf(line);
  if (Math.abs(last.size - line.size) > line.size * 0.08 || last.bold !== line.bold) return false;
  if (listMark.test(text) || captionMark.test(text)) return false;
  const gap = last.box[1] - line.box[1];
  if (gap <= 0 || gap > Math.max(leading, line.size * 1.35) * 1.22) return false;
  if (listMark.test(textOf(first)) && line.box[0] < first.box[0] + line.size * 0.4) return false;
  const room = (right - left) * 0.25;
  const short = directionOf(textOf(last)) === "rtl" ? last.box[0] > left + room : last.box[2] < right - room;
  if (short && /[.!?:”"。！？؟۔]$/.test(textOf(last)) && !last.bold) return false;
  const indented = line.box[0] > left + line.size * 0.8 && last.box[0] < line.box[0] - line.size * 0.8;
  return (
    !(indented && before.length > 1) &&
    !(line.size < 9 && noteMark.test(text) && (line.chars[0]?.size ?? 99) < line.size * 0.85)
  );
}

function classify(
  { lines, rows }: { lines: Line[]; rows: Line[][] },
  { body, foot, left, right }: { body: number; foot: number; left: number; right: number },
): Piece {
  const first = lines[0];
  const text = first === undefined ? "" : textOf(first);
  const size = middle(lines.map((line) => line.size));
  const bold = lines.every((line) => line.bold);
  const piece = { lines, size, bold, skip: 0, marker: "", rows, left, right };
  if (rows.length > 0) return { ...piece, kind: "table" };
  const note = noteMark.exec(text);
  if (size < body * 0.93 && note !== null && (first?.box[3] ?? 0) < foot)
    return { ...piece, kind: "footnote", skip: note[0].length, marker: note[1] ?? "" };
  const item = listMark.exec(text);
  const length = lines.reduce((sum, line) => sum + line.chars.length, 0);
  const larger = size > body * 1.1;
  if (
    (larger || (bold && size >= body * 0.95)) &&
    length < 200 &&
    lines.length <= 4 &&
    !/[.;,]$/.test(lines.map(textOf).join(" "))
  )
    return { ...piece, kind: "heading" };
  if (item !== null)
    return { ...piece, kind: "listItem", skip: item[0].length, marker: item[1] === undefined ? (item[2] ?? "") : "•" };
  return { ...piece, kind: captionMark.test(text) && size < body * 1.02 && lines.length < 5 ? "caption" : "paragraph" };
}
