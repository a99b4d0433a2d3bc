import type { ComponentType } from "react";
import type { CommandId } from "../../../shared/contract/commands.ts";
import { Inspector } from "../annotate/Inspector.tsx";
import { PapersView } from "../library/PapersView.tsx";
import type { View } from "../state/shell.ts";
import { type Lazy, lazy, present } from "../ui/lazy.ts";
import { ReadView } from "./ReadView.tsx";

type Parts = Readonly<{
  Show: ComponentType;
  /** What is in the right pane; null where the view needs that room itself. */
  Aside: ComponentType | null;
}>;

type ViewEntry = Readonly<{
  /** The command that shows it. */
  command: CommandId;
  /** What it is made of. The library and the paper, with which work begins, are part of the window's first load. */
  parts: Lazy<Parts>;
  /** It shows claims, and so what the filter leaves of them. */
  filtered: boolean;
  /** It counts or lists the claims of all papers, and so waits until they are loaded. */
  whole?: true;
  /** The right pane gives its room to the view as long as no claim is selected. */
  roomy?: true;
}>;

/** Every view of the middle pane, in the order of the head. A view without an entry does not compile. */
export const views: Readonly<Record<View, ViewEntry>> = {
  library: { command: "view-library", parts: present({ Show: PapersView, Aside: null }), filtered: false, whole: true },
  read: { command: "view-read", parts: present({ Show: ReadView, Aside: Inspector }), filtered: true },
  claims: { command: "view-claims", parts: lazy(loadClaims), filtered: true, whole: true, roomy: true },
  matrix: { command: "view-matrix", parts: lazy(loadAnalysis), filtered: true, whole: true },
  search: { command: "view-search", parts: lazy(loadSearch), filtered: false },
  report: { command: "view-report", parts: lazy(loadReport), filtered: true, whole: true },
  codebook: { command: "view-codebook", parts: lazy(loadCodebook), filtered: false, whole: true },
  history: { command: "view-history", parts: lazy(loadHistory), filtered: false, whole: true, roomy: true },
};

async function loadClaims(): Promise<Parts> {
  const { ClaimsView } = await import("../claims/ClaimsView.tsx");
  return { Show: ClaimsView, Aside: Inspector };
}

async function loadAnalysis(): Promise<Parts> {
  const { Analysis } = await import("./Analysis.tsx");
  return { Show: Analysis, Aside: null };
}

async function loadSearch(): Promise<Parts> {
  const { SearchView } = await import("../search/SearchView.tsx");
  return { Show: SearchView, Aside: null };
}

async function loadReport(): Promise<Parts> {
  const { ReportView } = await import("../reports/ReportView.tsx");
  return { Show: ReportView, Aside: null };
}

async function loadCodebook(): Promise<Parts> {
  const [{ CodebookView }, { EntryInspector }] = await Promise.all([
    import("../codebook/CodebookView.tsx"),
    import("../codebook/EntryInspector.tsx"),
  ]);
  return { Show: CodebookView, Aside: EntryInspector };
}

async function loadHistory(): Promise<Parts> {
  const { HistoryView } = await import("../history/HistoryView.tsx");
  return { Show: HistoryView, Aside: Inspector };
}
