import { useMemo, useState } from "react";
import { claimsOf, type TableLines } from "../../../shared/claims/lines.ts";

const idsOf = (lines: TableLines, from = 0, to = lines.length): readonly string[] =>
  claimsOf(lines, from, to).map(({ annotation }) => annotation.id);

/** Which claims of the table are selected. Claims that the filter hides are selected no more. */
export function useSelection(lines: TableLines) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [anchor, setAnchor] = useState(0);
  const coded = useMemo(() => {
    const found = chosen.size === 0 ? [] : claimsOf(lines).filter(({ annotation }) => chosen.has(annotation.id));
    // A claim may be in two groups.
    return [...new Map(found.map((one) => [one.annotation.id, one])).values()];
  }, [lines, chosen]);
  return {
    coded,
    isAll: coded.length > 0 && coded.length === new Set(idsOf(lines)).size,
    has: (id: string): boolean => chosen.has(id),
    clear: (): void => setChosen(new Set()),
    all: (): void => setChosen(new Set(idsOf(lines))),
    only: (index: number): void => {
      if (coded.length === 0) setChosen(new Set(idsOf(lines, index, index + 1)));
    },
    /** Select or release one line; with `extend`, all from the one before. A group stands for its claims. */
    toggle: (index: number, extend: boolean): void => {
      const next = new Set(chosen);
      const line = lines.at(index);
      if (extend) for (const id of idsOf(lines, Math.min(anchor, index), Math.max(anchor, index) + 1)) next.add(id);
      else if (line?.kind === "group") {
        const own = idsOf(lines, index + 1, endOfGroup(lines, index));
        const every = own.every((id) => next.has(id));
        for (const id of own)
          if (every) next.delete(id);
          else next.add(id);
      } else if (line !== undefined && !next.delete(line.coded.annotation.id)) next.add(line.coded.annotation.id);
      if (!extend) setAnchor(index);
      setChosen(next);
    },
  };
}

function endOfGroup(lines: TableLines, head: number): number {
  let end = head + 1;
  while (lines.at(end)?.kind === "claim") end++;
  return end;
}
