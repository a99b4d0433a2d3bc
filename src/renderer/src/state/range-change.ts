import { create } from "zustand";
import { moveEdge, nudgeEdge, type PassageEdge, trimRanges } from "../../../shared/anchor/edges.ts";
import { codedOne } from "../../../shared/claims/claims.ts";
import { passageEdits } from "../../../shared/claims/passage-edits.ts";
import { message } from "../../../shared/messages/message.ts";
import type { AnnotationId, PaperId } from "../../../shared/model/ids.ts";
import type { TextRange } from "../../../shared/model/ranges.ts";
import { getWorkbench } from "../client/connection.ts";
import { commitNext } from "./commit-next.ts";
import { isWritable, useLibrary } from "./library.ts";
import { reader } from "./reader-control.ts";
import { closeComposer, selectAnnotation, useReading } from "./reading.ts";
import { beginRegionChange } from "./region.ts";
import { attempt } from "./shell.ts";

/** Where the words of a claim are to start and end, before it is saved. Offsets of the canonical text. */
export type RangeChange = Readonly<{
  paper: PaperId;
  annotation: AnnotationId;
  ranges: readonly TextRange[];
  /** Whether the keyboard moves the edges; a handle that is dragged leaves it in the paper. */
  byKey: boolean;
}>;

export const useRangeChange = create<Readonly<{ change: RangeChange | null }>>(() => ({ change: null }));

// Another claim, another paper, or no claim any more: what was begun is given up.
useReading.subscribe(({ paper, selected }) => {
  const { change } = useRangeChange.getState();
  if (change !== null && (change.paper !== paper || change.annotation !== selected)) cancelRangeChange();
});

/** Begin to change where a claim of the open paper starts and ends. */
export function beginRangeChange(annotation: AnnotationId, byKey: boolean): void {
  const { paper } = useReading.getState();
  const { library } = useLibrary.getState();
  const coded = paper === null ? null : codedOne(library, paper, annotation);
  if (paper === null || coded === null || !isWritable(useLibrary.getState())) return;
  closeComposer();
  selectAnnotation(annotation);
  const { region } = coded.annotation.passage;
  if (region !== undefined) {
    beginRegionChange(annotation, region, byKey);
    return;
  }
  const ranges = coded.annotation.passage.ranges.map(({ start, end }) => ({ start, end }));
  useRangeChange.setState({ change: { paper, annotation, ranges, byKey } });
}

/** Move an edge of the claim to an offset. */
export function dragEdge(edge: PassageEdge, offset: number): void {
  changeRanges((text, ranges) => moveEdge(text, ranges, edge, offset));
}

/** Move an edge of the claim by a letter or word. */
export function stepEdge(edge: PassageEdge, direction: 1 | -1, by: "letter" | "word"): void {
  changeRanges((text, ranges) => nudgeEdge(text, ranges, edge, direction, by));
}

function changeRanges(make: (text: string, ranges: readonly TextRange[]) => TextRange[]): void {
  const { change } = useRangeChange.getState();
  const { content } = useReading.getState();
  if (change !== null && content !== null)
    useRangeChange.setState({ change: { ...change, ranges: make(content.text, change.ranges) } });
}

/** Leave the claim where it is. */
export function cancelRangeChange(): void {
  const byKey = useRangeChange.getState().change?.byKey === true;
  useRangeChange.setState({ change: null });
  if (byKey) reader()?.focus();
}

/** Store the claim at its new words, as one change. True when it is on disk, or when nothing changed. */
export async function saveRangeChange(): Promise<boolean> {
  const { change } = useRangeChange.getState();
  const { content } = useReading.getState();
  if (change === null || content === null) return false;
  const { paper, annotation } = change;
  const ranges = trimRanges(content.text, change.ranges);
  const passage = await attempt(() => getWorkbench().describe({ paper, ranges }));
  const saved =
    passage !== null &&
    (await commitNext(message("change.range"), (library) =>
      passageEdits(library, paper, annotation, passage, new Date().toISOString()),
    ));
  // What could not be saved stays, to be saved again.
  if (saved && useRangeChange.getState().change?.annotation === annotation) cancelRangeChange();
  return saved;
}
