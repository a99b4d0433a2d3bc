import type { DrawnTable, Line } from "./lines.ts";

export type { Rows } from "./lines.ts";

/** The rows of a tagged table that begins at line `i`, and how many lines it takes; null when there is none. */
export function taggedTable(lines: readonly Line[], i: number): DrawnTable | null {
  const table = cellTag(lines[i])?.table;
  if (table === undefined) return null;
  const own: Line[] = [];
  for (let index = i; index < lines.length && cellTag(lines[index])?.table === table; index++)
    own.push(...lines.slice(index, index + 1));
  const rows = new Map<number, Map<number, Line[]>>();
  for (const line of own) {
    const tag = cellTag(line);
    if (tag === null) continue;
    const row = rows.get(tag.row) ?? new Map<number, Line[]>();
    rows.set(tag.row, row.set(tag.id, [...(row.get(tag.id) ?? []), line]));
  }
  // Structure elements are numbered in the order of the file, which is that of the cells.
  const ordered = [...rows].sort(([a], [b]) => a - b).map(([, cells]) => [...cells].sort(([a], [b]) => a - b));
  const made = ordered.map((cells) =>
    cells.map(([, held]) => ({ lines: held, header: cellTag(held[0])?.header ?? false })),
  );
  return { rows: made, taken: own.length };
}

function cellTag(line: Line | undefined) {
  return line?.tag?.kind === "cell" ? line.tag : null;
}

/** The table that line `i` announces as its first, and how many lines it takes; null when there is none. */
export function drawnTable(lines: readonly Line[], i: number): DrawnTable | null {
  return lines[i]?.table ?? null;
}
