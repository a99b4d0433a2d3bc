import { create } from "zustand";
import type { PaperId } from "../../../shared/model/ids.ts";
import type { PaperFilter, PaperSorting } from "../../../shared/papers/table.ts";

export type PapersLayout = "list" | "cards";

/** How the library view shows its papers; kept while the window is open, the layout and the order longer. */
export type PapersState = Readonly<{
  layout: PapersLayout;
  sort: PaperSorting;
  down: boolean;
  filter: PaperFilter;
  chosen: ReadonlySet<PaperId>;
  /** The paper that has the keyboard, or had it last. */
  current: PaperId | null;
  /** The paper whose record the dialog shows. */
  edited: PaperId | null;
}>;

const place = "papers";

function kept(): Partial<PapersState> {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(place) ?? "{}");
    return typeof found === "object" && found !== null && "layout" in found && found.layout === "cards"
      ? { layout: "cards" }
      : {};
  } catch {
    return {};
  }
}

const usual: PapersState = {
  layout: "list",
  sort: "added",
  down: true,
  filter: {},
  chosen: new Set(),
  current: null,
  edited: null,
};

export const usePapers = create<PapersState>(() => ({ ...usual, ...kept() }));

export function setPapers(part: Partial<PapersState>): void {
  usePapers.setState(part);
  if (part.layout !== undefined) localStorage.setItem(place, JSON.stringify({ layout: part.layout }));
}

/** Choose or release papers. */
export function choosePapers(papers: readonly PaperId[], on: boolean): void {
  const chosen = new Set(usePapers.getState().chosen);
  for (const paper of papers)
    if (on) chosen.add(paper);
    else chosen.delete(paper);
  usePapers.setState({ chosen });
}
