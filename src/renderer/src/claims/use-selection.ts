import { useMemo, useState } from "react";
import { claimsOf, type TableLines } from "../../../shared/claims/lines.ts";
import { idsOf, toggled } from "./toggle.ts";

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
      setChosen(toggled(lines, chosen, { index, anchor: extend ? anchor : null }));
      if (!extend) setAnchor(index);
    },
  };
}
