import type { Lines, Table } from "./dashed-tables.ts";

const frame = /^\+(?:[-=:]+\+)+$/;
/** What begins a line of its own in a cell: an item of a list. */
const item = /^(?:[-*+]|\d{1,3}[.)]|[a-z][.)])\s/;

/** A table in a frame of `+`, `-` and `|`, in which every row goes over all columns; null where there is none. */
export function gridAt(lines: Lines, line: number): Table | null {
  const first = lines.at(line);
  if (!frame.test(first)) return null;
  const edges = [...first.matchAll(/\+/g)].map(({ index }) => index);
  const rows: string[][] = [];
  let row: string[] = [];
  let headers = 0;
  let next = line + 1;
  for (; next < lines.end && /^[+|]/.test(lines.at(next)); next++) {
    const text = lines.at(next);
    if (text.length !== first.length) return null;
    if (frame.test(text)) {
      // A frame that leaves out an edge joins cells.
      if (edges.some((edge) => text[edge] !== "+") || row.length === 0) return null;
      rows.push(cellsOf(row, edges));
      row = [];
      if (text.includes("=") && headers === 0) headers = rows.length;
    } else if (edges.every((edge) => text[edge] === "|")) row.push(text);
    else return null;
  }
  if (row.length > 0 || rows.length === 0 || headers > 1) return null;
  return { header: headers === 1 ? (rows[0] ?? null) : null, rows: rows.slice(headers), next };
}

function cellsOf(row: readonly string[], edges: readonly number[]): string[] {
  return edges.slice(1).map((edge, n) => {
    const parts = row.map((text) => text.slice((edges[n] ?? 0) + 1, edge).trim());
    return parts.reduce((cell, part, at) => {
      if (part === "" || cell === "") return cell + part;
      // Two spaces at the end of a line keep it apart (CommonMark 0.31, 6.7).
      return `${cell}${item.test(part) || parts[at - 1] === "" ? "  \n" : "\n"}${part}`;
    }, "");
  });
}
