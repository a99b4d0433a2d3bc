import { useMemo } from "react";
import { create } from "zustand";
import { useShallow } from "zustand/react/shallow";
import type { Library } from "../../../shared/model/library.ts";
import { type ReportDraft, readDraft, templateOf } from "../../../shared/report/draft.ts";
import type { ReportTemplate } from "../../../shared/report/template.ts";
import { useLibrary } from "../state/library.ts";

const place = "report-draft";
const storage = typeof localStorage === "undefined" ? null : localStorage;

/** The draft of this window; it outlives the window in the browser's own storage. */
export const useReportDraft = create<ReportDraft>(() => readDraft(storage?.getItem(place) ?? null));
useReportDraft.subscribe((draft) => storage?.setItem(place, JSON.stringify(draft)));

/** The draft, for a component that shows its name and what was edited. */
export function useTemplateDraft(): ReportDraft {
  return useReportDraft(useShallow(({ name, edited }) => ({ name, edited })));
}

/** The template of the draft; the identical one for as long as neither it nor the library changes. */
export function useTemplate(): ReportTemplate {
  const draft = useTemplateDraft();
  const library = useLibrary((state) => state.library);
  return useMemo(() => templateOf(draft, library), [draft, library]);
}

/** Switch to another template; edits to this one stay. */
export function chooseTemplate(name: string): void {
  useReportDraft.setState({ name });
}

/** Discard the edits to some templates and switch to the template with a name. */
export function discardChanges(names: readonly string[], next: string): void {
  const { edited } = useReportDraft.getState();
  const left = Object.entries(edited).filter(([name]) => !names.includes(name));
  useReportDraft.setState({ name: next, edited: Object.fromEntries(left) });
}

/** Change the draft. */
export function editTemplate(library: Library, part: Partial<ReportTemplate>): void {
  const draft = useReportDraft.getState();
  const edited = { ...templateOf(draft, library), ...part };
  useReportDraft.setState({ edited: { ...draft.edited, [draft.name]: edited } });
}
