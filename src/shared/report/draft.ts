import { z } from "zod";
import type { Library } from "../model/library.ts";
import { builtIn, type ReportSection, ReportTemplate, sameTemplate, templateNamed } from "./template.ts";

/**
 * The report being put together: a template's name, and by name the templates that were edited and are not saved in the
 * library yet.
 */
export type ReportDraft = Readonly<{ name: string; edited: Readonly<Record<string, ReportTemplate>> }>;

const Draft = z.object({ name: z.string(), edited: z.record(z.string(), z.unknown()) });

/** A draft as it was kept; the usual one where that cannot be read. */
export function readDraft(kept: string | null): ReportDraft {
  const usual: ReportDraft = { name: "Brief", edited: {} };
  let found: unknown;
  try {
    found = JSON.parse(kept ?? "null");
  } catch {
    return usual;
  }
  const draft = Draft.safeParse(found);
  if (!draft.success) return usual;
  const edited = Object.entries(draft.data.edited).flatMap(([name, value]) => {
    const template = ReportTemplate.safeParse(value);
    return template.success ? [[name, template.data] as const] : [];
  });
  return { name: draft.data.name, edited: Object.fromEntries(edited) };
}

/** The template of a draft: as changed, else as the library has it. */
export function templateOf(draft: ReportDraft, library: Library): ReportTemplate {
  const [usual = ReportTemplate.parse({ name: "Brief", sections: [] })] = builtIn;
  return draft.edited[draft.name] ?? templateNamed(library, draft.name) ?? usual;
}

/** Whether a draft holds something that the library does not. */
export function isModified(draft: ReportDraft, library: Library): boolean {
  const kept = templateNamed(library, draft.name);
  const edited = draft.edited[draft.name];
  return edited !== undefined && (kept === null || !sameTemplate(kept, edited));
}

/** The sections with the one at `from` moved to `to`; unchanged when there is no such place. */
export function movedSection(sections: readonly ReportSection[], from: number, to: number): ReportSection[] {
  const section = sections[from];
  if (section === undefined || to < 0 || to >= sections.length) return [...sections];
  return sections.toSpliced(from, 1).toSpliced(to, 0, section);
}
