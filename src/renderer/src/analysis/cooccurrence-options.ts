import type { PassageQuery } from "../../../shared/analysis/passage-query.ts";
import type { Nearness } from "../../../shared/analysis/places.ts";
import type { Facet } from "../../../shared/chart/picture.ts";
import type { Filter } from "../../../shared/model/filter.ts";
import type { IssueId } from "../../../shared/model/ids.ts";
import { issueNames, printPath } from "../../../shared/model/issue-path.ts";
import type { Library } from "../../../shared/model/library.ts";
import { useAnalysis } from "./store.ts";

/** Ask for the passages in which two issues occur together. */
export function cooccurrenceTitle(library: Library, facets: readonly Facet[], nearness: Nearness): void {
  const [first = { all: [] }, second = { all: [] }] = facets.map(({ issue = "" }): Filter => {
    const path = printPath(issueNames(library.issues, issue as IssueId));
    return { position: { issue: path, alone: true } };
  });
  const passages: PassageQuery =
    nearness.unit === "claim"
      ? { where: { all: [first, second] }, steps: [] }
      : {
          where: first,
          steps: [{ not: false, where: second, bond: nearness.unit === "words" ? nearness : { unit: nearness.unit } }],
        };
  useAnalysis.setState({ tab: "passages", passages, by: null });
}
