import { useMemo, useState } from "react";
import type { Coded } from "../../../shared/claims/claims.ts";
import { idsOf, placesIn, type TableLines } from "../../../shared/claims/lines.ts";
import { toggled } from "./toggle.ts";

/** Which claims of the table are selected. Claims that the filter hides are selected no more. */
export function useSelection(lines: TableLines) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  /** The line from which Shift selects: the one clicked or selected last. */
  const [anchor, setAnchor] = useState(0);
  const [begun, setBegun] = useState(false);
  const coded = useMemo(() => selectedClaims(lines, chosen), [lines, chosen]);
  return {
    coded,
    isAll: coded.length > 0 && coded.length === new Set(placesIn(lines)).size,
    has: (id: string): boolean => chosen.has(id),
    clear: (): void => setChosen(new Set()),
    all: (): void => setChosen(new Set(idsOf(lines))),
    only: (index: number): void => {
      if (coded.length === 0) setChosen(new Set(idsOf(lines, index, index + 1)));
    },
    /** A plain click: from this line the next Shift or Ctrl goes on. */
    begin: (index: number): void => {
      setAnchor(index);
      setBegun(true);
    },
    /** Ctrl and a click: one more line, together with the one that was clicked before it. */
    add: (index: number): void => {
      const first = begun && coded.length === 0 && anchor !== index;
      const from = first ? toggled(lines, new Set(), { index: anchor, anchor: null }) : chosen;
      setChosen(toggled(lines, from, { index, anchor: null }));
      setAnchor(index);
    },
    /** Select or release one line; with `extend`, all from the one before. A group stands for its claims. */
    toggle: (index: number, extend: boolean): void => {
      setChosen(toggled(lines, chosen, { index, anchor: extend ? anchor : null }));
      if (!extend) setAnchor(index);
    },
  };
}

/** The claims of some identifiers that lines show, each once: a claim may be in two groups. */
function selectedClaims(lines: TableLines, chosen: ReadonlySet<string>): readonly Coded[] {
  if (chosen.size === 0) return [];
  const marks = lines.list.marksOf(chosen);
  const places = new Set(placesIn(lines).filter((place) => marks[place] === 1));
  return [...places].flatMap((place) => lines.list.at(place) ?? []);
}
