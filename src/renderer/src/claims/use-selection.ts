import { useMemo, useState } from "react";
import type { Coded } from "../../../shared/claims/claims.ts";
import type { Line } from "../../../shared/claims/table.ts";

/** Which claims of the table are selected. Claims that the filter hides are selected no more. */
export function useSelection(lines: readonly Line[]) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [anchor, setAnchor] = useState(0);
  const coded = useMemo(() => {
    const found = new Map<string, Coded>();
    for (const line of chosen.size === 0 ? [] : lines)
      if (line.kind === "claim" && chosen.has(line.coded.annotation.id))
        found.set(line.coded.annotation.id, line.coded);
    return [...found.values()];
  }, [lines, chosen]);
  const all = (): readonly string[] =>
    lines.flatMap((line) => (line.kind === "claim" ? [line.coded.annotation.id] : []));
  const idsFrom = (from: number, to: number): string[] =>
    lines
      .slice(Math.min(from, to), Math.max(from, to) + 1)
      .flatMap((line) => (line.kind === "claim" ? [line.coded.annotation.id] : []));
  return {
    coded,
    isAll: coded.length > 0 && coded.length === new Set(all()).size,
    has: (id: string): boolean => chosen.has(id),
    clear: (): void => setChosen(new Set()),
    all: (): void => setChosen(new Set(all())),
    only: (index: number): void => {
      if (coded.length === 0) setChosen(new Set(idsFrom(index, index)));
    },
    /** Select or release one line; with `extend`, all from the one before. A group stands for its claims. */
    toggle: (index: number, extend: boolean): void => {
      const next = new Set(chosen);
      const line = lines[index];
      if (extend) for (const id of idsFrom(anchor, index)) next.add(id);
      else if (line?.kind === "group") {
        const after = lines.findIndex((one, at) => at > index && one.kind === "group");
        const own = idsFrom(index + 1, (after < 0 ? lines.length : after) - 1);
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
