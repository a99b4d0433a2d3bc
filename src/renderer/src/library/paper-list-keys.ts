import { focusOn } from "../state/focus.ts";

/** Give the keyboard to the papers, at the one that had it last. */
export function focusPaperList(): void {
  focusOn("papers");
}

/** Give the keyboard to the field that adds to tags or collections. */
export function focusLabels(kind: "tags" | "collections"): void {
  requestAnimationFrame(() => focusOn(kind));
}

/** Where a key leads among so many papers, so many beside each other; null when it leads nowhere. */
export function stepOf(
  key: string,
  offset: number,
  count: number,
  across: number,
  rightToLeft: boolean,
): number | null {
  const side = rightToLeft ? -1 : 1;
  const step: Readonly<Record<string, number>> = {
    ArrowDown: across,
    ArrowUp: -across,
    ...(across > 1 ? { ArrowRight: side, ArrowLeft: -side } : {}),
    PageDown: 8 * across,
    PageUp: -8 * across,
    Home: -count,
    End: count,
  };
  const by = step[key];
  if (by === undefined) return null;
  // Up from the first row, or down from the last, stays where it is.
  if (Math.abs(by) === across && across > 1 && (offset + by < 0 || offset + by >= count)) return offset;
  return Math.max(0, Math.min(count - 1, offset + by));
}
