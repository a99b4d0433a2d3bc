import { printRegion } from "../../../shared/claims/rows.ts";
import type { Passage } from "../../../shared/model/annotation.ts";
import type { AnnotationId } from "../../../shared/model/ids.ts";
import type { Draft } from "./draft.ts";

const storageKey = "draft";

/** A stored draft: what it is about, and the claim it is being saved as, null before the reader saves it. */
type StoredDraft = Readonly<{ of: string; draft: Partial<Draft>; savedAs: string | null }>;

/**
 * Store what is being written where a reload or a crash does not lose it; null when it is saved as a claim or
 * discarded.
 */
export function saveDraft(name: string, draft: Draft | null): void {
  if (draft === null) sessionStorage.removeItem(storageKey);
  else sessionStorage.setItem(storageKey, JSON.stringify({ of: name, draft }));
}

/** Note which claim a stored draft is about to become, so that a reload during the save does not offer it again. */
export function markDraftAsSaved(name: string, claim: AnnotationId): void {
  const stored = readStored();
  if (stored?.of === name) sessionStorage.setItem(storageKey, JSON.stringify({ ...stored, savedAs: claim }));
}

/** Remove a stored draft that has become a claim: `isSaved` says whether the library has a claim. */
export function removeDraftOnceSaved(isSaved: (claim: string) => boolean): void {
  const savedAs = readStored()?.savedAs ?? null;
  if (savedAs !== null && isSaved(savedAs)) sessionStorage.removeItem(storageKey);
}

/** What was being written about the same words, if anything was. */
export function savedDraft(name: string): Partial<Draft> {
  const found = readStored();
  return found?.of === name ? found.draft : {};
}

/** The name of a draft of new words, by its paper and their offsets; of a rectangle by its sides. */
export function draftName(
  paper: string | null,
  range: Readonly<{ start: number; end: number }> | null,
  passage: Passage | null = null,
): string {
  if (passage?.region !== undefined) return `${paper} ${printRegion(passage.region)}`;
  return `${paper}:${range?.start}-${range?.end}`;
}

/** The words that were being written about when the window was closed, null when there are none. */
export function wordsOfDraft(): Readonly<{ paper: string; start: number; end: number }> | null {
  const [, paper, start, end] = /^(.+):(\d+)-(\d+)$/.exec(readStored()?.of ?? "") ?? [];
  return paper === undefined ? null : { paper, start: Number(start), end: Number(end) };
}

function readStored(): StoredDraft | null {
  try {
    const { of, draft, savedAs } = JSON.parse(sessionStorage.getItem(storageKey) ?? "{}") as Partial<StoredDraft>;
    if (typeof of !== "string" || typeof draft !== "object" || draft === null) return null;
    return { of, draft, savedAs: typeof savedAs === "string" ? savedAs : null };
  } catch {
    return null;
  }
}
