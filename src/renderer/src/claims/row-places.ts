import type { TableLines } from "../../../shared/claims/lines.ts";

/** Heights of the head of the table, of that of a group and of a claim, in CSS pixels; claims.css has the same. */
export const rowHeight = { head: 36, group: 34, claim: 56 } as const;

/** A line that is higher than it should be, since it is edited: by how much, and its key. */
export type TallRow = Readonly<{ index: number; key: string; by: number }>;

/** Where each line begins, and which line stands at a place; in CSS pixels from the first line. */
export function placesOf(lines: Pick<TableLines, "length" | "at" | "headsBefore">, tall: TallRow | null) {
  const extra = tall !== null && lines.at(tall.index)?.key === tall.key ? tall : null;
  const topOf = (index: number): number => {
    const heads = lines.headsBefore(index);
    return (
      heads * rowHeight.group +
      (index - heads) * rowHeight.claim +
      (extra !== null && index > extra.index ? extra.by : 0)
    );
  };
  const lineAt = (y: number): number => {
    let [from, to] = [0, lines.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (topOf(middle + 1) <= y) from = middle + 1;
      else to = middle;
    }
    return from;
  };
  return { topOf, lineAt };
}
