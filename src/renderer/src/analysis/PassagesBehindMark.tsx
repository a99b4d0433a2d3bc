import { useMemo } from "react";
import { positionRows } from "../../../shared/analysis/table.ts";
import { matchesFacet } from "../../../shared/chart/facet.ts";
import type { Facet } from "../../../shared/chart/picture.ts";
import type { Coded } from "../../../shared/claims/claims.ts";
import { shownClaims } from "../state/filtered-claims.ts";
import { useLibrary } from "../state/library.ts";
import { useShell } from "../state/shell.ts";
import { Passages } from "./Passages.tsx";
import { useDating } from "./store.ts";

/** A mark that was opened: what its claims have in common, and its words. */
export type Opened = Readonly<{ facets: readonly Facet[]; title: string }>;

/** The passages of a picture's mark, among those that the filter leaves. */
export function PassagesBehindMark({ opened, onClose }: Readonly<{ opened: Opened; onClose: () => void }>) {
  const library = useLibrary((state) => state.library);
  const query = useShell((state) => state.query);
  const dating = useDating();
  const passages = useMemo((): readonly Coded[] => {
    const coded = shownClaims(library, query);
    const rows = positionRows(library, coded).filter(matchesFacet(library, opened.facets, dating));
    const ids = new Set(rows.map((row) => row.claim));
    return coded.filter((claim) => ids.has(claim.annotation.id));
  }, [library, query, opened, dating]);
  return <Passages passages={passages} title={opened.title} onClose={onClose} />;
}
