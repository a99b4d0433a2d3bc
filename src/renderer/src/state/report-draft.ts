import { useMemo } from "react";
import { create } from "zustand";
import type { Library } from "../../../shared/model/library.ts";
import { builtIn, ReportTemplate, type Section, sameTemplate, templateNamed } from "../../../shared/report/template.ts";
import { useStore } from "./store.ts";

/** The report being put together: a template's name, and what was altered of it and not kept in the library yet. */
export type ReportDraft = Readonly<{ name: string; edited: ReportTemplate | null }>;

const place = "report-draft";

const storage = typeof localStorage === "undefined" ? null : localStorage;

/** The draft of this window; it outlives the window in the browser's own storage. */
export const useReportDraft = create<ReportDraft>(() => readDraft(storage?.getItem(place) ?? null));
useReportDraft.subscribe((draft) => storage?.setItem(place, JSON.stringify(draft)));

/** The template of the draft; the identical one for as long as neither it nor the library is altered. */
export function useTemplate(): ReportTemplate {
  const draft = useReportDraft();
  const { library } = useStore();
  return useMemo(() => templateOf(draft, library), [draft, library]);
}

/** A draft as it was kept; the usual one where that cannot be read. */
export function readDraft(kept: string | null): ReportDraft {
  const usual: ReportDraft = { name: "Brief", edited: null };
  let found: unknown;
  try {
    found = JSON.parse(kept ?? "null");
  } catch {
    return usual;
  }
  if (typeof found !== "object" || found === null || !("name" in found) || typeof found.name !== "string") return usual;
  const edited = ReportTemplate.safeParse("edited" in found ? found.edited : null);
  return { name: found.name, edited: edited.success ? edited.data : null };
}

/** The template of a draft: as altered, else as the library has it. */
export function templateOf(draft: ReportDraft, library: Library): ReportTemplate {
  const [usual = ReportTemplate.parse({ name: "Brief", sections: [] })] = builtIn;
  return draft.edited ?? templateNamed(library, draft.name) ?? usual;
}

/** Whether a draft holds something that the library does not. */
export function isAltered(draft: ReportDraft, library: Library): boolean {
  const kept = templateNamed(library, draft.name);
  return draft.edited !== null && (kept === null || !sameTemplate(kept, draft.edited));
}

/** Begin with a template of the library. */
export function chooseTemplate(name: string): void {
  useReportDraft.setState({ name, edited: null });
}

/** Alter the draft. */
export function alterTemplate(library: Library, part: Partial<ReportTemplate>): void {
  const draft = useReportDraft.getState();
  useReportDraft.setState({ edited: { ...templateOf(draft, library), ...part } });
}

/** The sections with the one at `from` standing at `to`; as they are when there is no such place. */
export function movedSection(sections: readonly Section[], from: number, to: number): Section[] {
  const one = sections[from];
  if (one === undefined || to < 0 || to >= sections.length) return [...sections];
  return sections.toSpliced(from, 1).toSpliced(to, 0, one);
}
