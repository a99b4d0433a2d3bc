import type { ComponentType } from "react";
import type { CommandId } from "../../../shared/contract/commands.ts";
import { AnalysisView } from "../analysis/AnalysisView.tsx";
import { ClaimsView } from "../claims/ClaimsView.tsx";
import { CodebookView } from "../codebook/CodebookView.tsx";
import { EntryInspector } from "../codebook/EntryInspector.tsx";
import { Conditions } from "../filter/Conditions.tsx";
import { HistoryView } from "../history/HistoryView.tsx";
import { PapersView } from "../library/PapersView.tsx";
import { ReportView } from "../reports/ReportView.tsx";
import { SearchView } from "../search/SearchView.tsx";
import type { View } from "../state/shell.ts";
import { ReadView } from "./ReadView.tsx";

type ViewEntry = Readonly<{
  /** The command that shows it. */
  command: CommandId;
  Show: ComponentType;
  /** It shows claims, and so what the filter leaves of them. */
  filtered: boolean;
  /** It counts or lists the claims of all papers, and so waits until they are loaded. */
  whole?: true;
  /** What is in the right pane instead of the selected claim; null where the view needs that room itself. */
  Aside?: ComponentType | null;
  /** The right pane gives its room to the view as long as no claim is selected. */
  roomy?: true;
}>;

/** Queries of passages are put together by the conditions of the filter bar. */
function Analysis() {
  return <AnalysisView conditions={Conditions} />;
}

/** Every view of the middle pane, in the order of the head. A view without an entry does not compile. */
export const views: Readonly<Record<View, ViewEntry>> = {
  library: { command: "view-library", Show: PapersView, filtered: false, whole: true, Aside: null },
  read: { command: "view-read", Show: ReadView, filtered: true },
  claims: { command: "view-claims", Show: ClaimsView, filtered: true, whole: true, roomy: true },
  matrix: { command: "view-matrix", Show: Analysis, filtered: true, whole: true, Aside: null },
  search: { command: "view-search", Show: SearchView, filtered: false, Aside: null },
  report: { command: "view-report", Show: ReportView, filtered: true, whole: true, Aside: null },
  codebook: { command: "view-codebook", Show: CodebookView, filtered: false, whole: true, Aside: EntryInspector },
  history: { command: "view-history", Show: HistoryView, filtered: false, whole: true, roomy: true },
};
