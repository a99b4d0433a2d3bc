import type { Draft } from "./draft.ts";

const place = "draft";

type Kept = Readonly<{ of: string; draft: Partial<Draft> }>;

/**
 * Keep what is being written where a reload or a crash does not lose it; null when it is saved as a claim or discarded.
 */
export function saveDraft(of: string, draft: Draft | null): void {
  if (draft === null) sessionStorage.removeItem(place);
  else sessionStorage.setItem(place, JSON.stringify({ of, draft }));
}

/** What was being written about the same words, if anything was. */
export function savedDraft(of: string): Partial<Draft> {
  const found = kept();
  return found?.of === of ? found.draft : {};
}

/** The name of a draft of new words: its paper and their offsets. */
export function draftName(paper: string | null, range: Readonly<{ start: number; end: number }> | null): string {
  return `${paper}:${range?.start}-${range?.end}`;
}

/** The words that were being written about when the window was closed, null when there are none. */
export function wordsOfDraft(): Readonly<{ paper: string; start: number; end: number }> | null {
  const [, paper, start, end] = /^(.+):(\d+)-(\d+)$/.exec(kept()?.of ?? "") ?? [];
  return paper === undefined ? null : { paper, start: Number(start), end: Number(end) };
}

function kept(): Kept | null {
  try {
    const found = JSON.parse(sessionStorage.getItem(place) ?? "{}") as Partial<Kept>;
    const { of, draft } = found;
    return typeof of === "string" && typeof draft === "object" && draft !== null ? { of, draft } : null;
  } catch {
    return null;
  }
}
