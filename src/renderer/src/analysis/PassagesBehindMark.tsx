import { useMemo } from "react";
import { positionRows } from "../../../shared/analysis/table.ts";
import { matchesFacet } from "../../../shared/chart/facet.ts";
import type { Facet } from "../../../shared/chart/picture.ts";
import type { Coded } from "../../../shared/claims/claims.ts";
import { shownClaims } from "../state/filtered-claims.ts";
import { useStore } from "../state/store.ts";
import { Passages } from "./Passages.tsx";
import { datingOf, useAnalysis } from "./store.ts";

/** A mark that was opened: what its claims have in common, and its words. */
export type Opened = Readonly<{ facets: readonly Facet[]; title: string }>;

/** The passages behind a mark of a picture, of what the filter leaves. */
export function PassagesBehindMark({ opened, onClose }: Readonly<{ opened: Opened; onClose: () => void }>) {
  const { library, query } = useStore();
  const state = useAnalysis();
  const passages = useMemo((): readonly Coded[] => {
    const coded = shownClaims(library, query);
    const rows = positionRows(library, coded).filter(matchesFacet(library, opened.facets, datingOf(state)));
    const ids = new Set(rows.map((row) => row.claim));
    return coded.filter((one) => ids.has(one.annotation.id));
  }, [library, query, opened, state]);
  return <Passages passages={passages} title={opened.title} onClose={onClose} />;
}
