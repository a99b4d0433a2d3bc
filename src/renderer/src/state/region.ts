import { create } from "zustand";
import { codedOne } from "../../../shared/claims/claims.ts";
import { passageEdits } from "../../../shared/claims/passage-edits.ts";
import { message } from "../../../shared/messages/message.ts";
import type { Region } from "../../../shared/model/annotation.ts";
import type { AnnotationId, PaperId } from "../../../shared/model/ids.ts";
import { getWorkbench } from "../client/connection.ts";
import { commitNext } from "./commit-next.ts";
import { useLibrary } from "./library.ts";
import { arrange, usePageView } from "./page-view.ts";
import { reader } from "./reader-control.ts";
import { composeClaim, selectAnnotation, selectRegion, selectWords, useReading } from "./reading.ts";
import { attempt } from "./shell.ts";

/** A rectangle that is being drawn, or that of an annotation while it is moved or resized. */
export type RegionDraft = Readonly<{
  paper: PaperId;
  /** Null for a new one. */
  annotation: AnnotationId | null;
  region: Region;
  /** Whether the keyboard moves it. */
  byKey: boolean;
}>;

type RegionState = Readonly<{
  /** The next drag on a page draws a rectangle. */
  drawing: boolean;
  /** The keyboard waits for the pages to place a new rectangle on the one in sight. */
  placing: boolean;
  draft: RegionDraft | null;
}>;

export const useRegion = create<RegionState>(() => ({ drawing: false, placing: false, draft: null }));

// Another paper, or another claim than the one being moved: what was begun is given up.
useReading.subscribe(({ paper, selected }) => {
  const { draft } = useRegion.getState();
  if (draft !== null && (draft.paper !== paper || (draft.annotation !== null && draft.annotation !== selected)))
    useRegion.setState({ draft: null });
});

/** Turn the drawing of a rectangle on or off. */
export function toggleDrawing(): void {
  useRegion.setState(({ drawing }) => ({ drawing: !drawing, placing: false, draft: null }));
}

/** Begin a rectangle on the page in sight, for the keyboard or the mouse. */
export function placeRegion(): void {
  if (usePageView.getState().arrangement === "text") arrange("both");
  useRegion.setState({ drawing: true, placing: true, draft: null });
}

/**
 * Show a rectangle that is not stored yet. A new one takes the place of what was selected: a key pressed before it is
 * ready would edit or delete that.
 */
export function draftRegion(region: Region, annotation: AnnotationId | null, byKey: boolean): void {
  const { paper, range, selected } = useReading.getState();
  if (annotation === null && (range !== null || selected !== null)) {
    selectWords(null);
    selectAnnotation(null);
  }
  if (paper !== null) useRegion.setState({ placing: false, draft: { paper, annotation, region, byKey } });
}

/** Begin to move or resize the rectangle of an annotation. */
export function beginRegionChange(annotation: AnnotationId, region: Region, byKey: boolean): void {
  if (usePageView.getState().arrangement === "text") arrange("both");
  draftRegion(region, annotation, byKey);
}

/** Leave everything as it was. */
export function cancelRegion(): void {
  useRegion.setState({ drawing: false, placing: false, draft: null });
  reader()?.focus();
}

/**
 * Take the rectangle as it is drawn: that of an annotation is stored, as one change; a new one waits to be coded, by
 * the keyboard at once in the form. True when it was taken.
 */
export async function takeRegion(): Promise<boolean> {
  const { draft } = useRegion.getState();
  if (draft === null) return false;
  const { paper, annotation, region, byKey } = draft;
  const passage = await attempt(() => getWorkbench().describeRegion({ paper, region }));
  if (passage === null) return false;
  if (annotation === null) {
    selectRegion(passage);
    useRegion.setState({ drawing: false, draft: null });
    if (byKey) composeClaim();
    return true;
  }
  const saved = await commitNext(message("change.region"), (library) =>
    passageEdits(library, paper, annotation, passage, new Date().toISOString()),
  );
  if (saved) useRegion.setState({ draft: null });
  if (saved && byKey) reader()?.focus();
  return saved;
}

/** Say what the words on the rectangle of an annotation are. True when it is on disk. */
export function saveRegionQuote(paper: PaperId, annotation: AnnotationId, quote: string): Promise<boolean> {
  return commitNext(message("change.regionQuote"), (library) => {
    const passage = codedOne(library, paper, annotation)?.annotation.passage;
    if (passage?.region === undefined) return [];
    const named = { ...passage, region: { ...passage.region, quote } };
    return passageEdits(library, paper, annotation, named, new Date().toISOString());
  });
}

/** The rectangle that the form and the toolbar stand beside: the one being drawn, coded or edited; null for none. */
export function shownRegion(): Region | null {
  const { paper, region, selected, range, editing } = useReading.getState();
  const { draft } = useRegion.getState();
  if (draft !== null) return draft.region;
  if (region?.region !== undefined) return region.region;
  const id = editing ?? (range === null ? selected : null);
  if (paper === null || id === null) return null;
  return codedOne(useLibrary.getState().library, paper, id)?.annotation.passage.region ?? null;
}
