/**
 * Values of a row by the names of the columns that a reader knows. Heads are compared without regard to case, spaces
 * and signs: `Actor kind` and `actor_kind` are `actorKind`. Unknown heads are left out; of two equal ones the last
 * counts.
 */
export function knownColumns<Name extends string>(
  row: Readonly<Record<string, unknown>>,
  names: readonly Name[],
): Partial<Record<Name, unknown>> {
  const byHead = new Map(names.map((name) => [headKey(name), name]));
  return Object.fromEntries(
    Object.entries(row).flatMap(([head, value]) => {
      const name = byHead.get(headKey(head));
      return name === undefined ? [] : [[name, value]];
    }),
  ) as Partial<Record<Name, unknown>>;
}

function headKey(head: string): string {
  return head.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}

/**
 * The entries of a cell that holds a list, separated by semicolons. Entries without a letter count too, so that lists
 * side by side pair up by position: `supports;;opposes` has three. `\;` is a semicolon inside an entry and `\\` a
 * backslash before one. An empty cell has no entries.
 */
export function listCell(cell: string): string[] {
  if (cell.trim() === "") return [];
  const entries = [""];
  for (const [token] of cell.matchAll(/\\[;\\]|[\s\S]/gu)) {
    if (token === ";") entries.push("");
    else entries[entries.length - 1] += token === "\\;" ? ";" : token;
  }
  return entries.map((entry) => entry.trim());
}

/** A list as one cell, which `listCell` reads back. */
export function printListCell(entries: readonly string[]): string {
  return entries.map((entry) => entry.replaceAll(";", "\\;")).join("; ");
}
