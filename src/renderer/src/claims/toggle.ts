import { idsOf, type TableLines } from "../../../shared/claims/lines.ts";

type Toggle = Readonly<{
  index: number;
  /** The line toggled before, from which the selection is extended; null to toggle one line alone. */
  anchor: number | null;
}>;

/** The selection after one line is selected or released. The head of a group stands for the claims of the group. */
export function toggled(lines: TableLines, chosen: ReadonlySet<string>, { index, anchor }: Toggle): Set<string> {
  const next = new Set(chosen);
  const line = lines.at(index);
  if (anchor !== null)
    for (const id of idsOf(lines, Math.min(anchor, index), Math.max(anchor, index) + 1)) next.add(id);
  else if (line?.kind === "group") {
    const ids = idsOf(lines, index + 1, endOfGroup(lines, index));
    const every = ids.every((id) => next.has(id));
    for (const id of ids)
      if (every) next.delete(id);
      else next.add(id);
  } else if (line !== undefined && !next.delete(line.coded.annotation.id)) next.add(line.coded.annotation.id);
  return next;
}

function endOfGroup(lines: TableLines, head: number): number {
  let end = head + 1;
  while (lines.placeAt(end) !== undefined) end++;
  return end;
}
