import { useState } from "react";
import type { AnnotationId } from "../../../shared/model/ids.ts";
import { useReading } from "./reading.ts";

let seen: readonly AnnotationId[] = [];

/** The list with an annotation at its head, at most `most` long. */
export function withNewest<Id>(list: readonly Id[], newest: Id, most: number): readonly Id[] {
  return [newest, ...list.filter((recent) => recent !== newest)].slice(0, most);
}

/** Remember which annotations are looked at. */
export function watchRecent(): void {
  useReading.subscribe(({ selected }, before) => {
    if (selected !== null && selected !== before.selected) seen = withNewest(seen, selected, 4);
  });
}

/** The annotations looked at before the present one, the last foremost, as they were when a dialog opened. */
export function useRecentAnnotations(): readonly AnnotationId[] {
  const [list] = useState(() => seen.filter((id) => id !== useReading.getState().selected));
  return list;
}
