import { AnnotationId, newId } from "../../../shared/model/ids.ts";
import type { Highlight } from "./annotations.ts";

/** A highlight of some ranges, each from its start to its end. */
export const highlightOf = (...ranges: readonly (readonly [start: number, end: number])[]): Highlight => ({
  id: newId(AnnotationId),
  ranges: ranges.map(([start, end]) => ({ start, end, lane: 0 })),
  start: ranges[0]?.[0] ?? 0,
  region: null,
  look: "supports",
  title: "Union: supports Fares",
});
