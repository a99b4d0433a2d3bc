import type { Dating } from "../analysis/entries.ts";
import { dimensionKeys, issueTree } from "../analysis/entries.ts";
import { dateOf, dayNumber } from "../analysis/period.ts";
import type { PositionRow } from "../analysis/table.ts";
import type { Library } from "../model/library.ts";
import type { Facet } from "./picture.ts";

/** Whether a position is among those that a mark shows: it meets all parts of one of the mark's facets. */
export function matchesFacet(
  library: Library,
  facets: readonly Facet[],
  dating: Dating,
): (row: PositionRow) => boolean {
  const tests = facets.map((facet) => {
    const issues = facet.issue === undefined ? null : issuesOf(library, facet.issue, facet.alone === true);
    const period = dimensionKeys("period", dating);
    const [first, last] = [facet.first, facet.last].map((date) => (date === undefined ? null : dayNumber(date)));
    return (row: PositionRow): boolean =>
      (issues === null || issues.has(row.issue)) &&
      (facet.stance === undefined || (row.stance ?? "") === facet.stance) &&
      (facet.actor === undefined || (row.actor ?? "") === facet.actor) &&
      (facet.paper === undefined || row.paper === facet.paper) &&
      (facet.coder === undefined || row.coder === facet.coder) &&
      (facet.period === undefined || period(row) === facet.period) &&
      isWithin(dateOf(row, dating.clock), first ?? null, last ?? null);
  });
  return (row) => tests.some((test) => test(row));
}

/** Whether a date lies between two days, both inside; no date lies between any. */
function isWithin(date: string | null, first: number | null, last: number | null): boolean {
  if (first === null && last === null) return true;
  if (date === null) return false;
  const day = dayNumber(date);
  return day >= (first ?? day) && day <= (last ?? day);
}

function issuesOf(library: Library, root: string, alone: boolean): Set<string> {
  const found = new Set<string>([root]);
  if (!alone) for (const { id, parent } of issueTree(library)) if (parent !== null && found.has(parent)) found.add(id);
  return found;
}
