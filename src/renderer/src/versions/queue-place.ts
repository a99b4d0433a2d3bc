import { useState } from "react";

/** The item of a queue that is shown, and which one it was then. */
export type Shown = Readonly<{ id: string; index: number }>;

/**
 * Which item of a queue to show: the same one as long as it waits, wherever it is now, since another window may decide
 * others meanwhile; else the one that has come to its place. 0 for an empty queue.
 */
export function placeInQueue(ids: readonly string[], shown: Shown | null): number {
  if (shown === null) return 0;
  const place = ids.indexOf(shown.id);
  return place >= 0 ? place : Math.max(0, Math.min(shown.index, ids.length - 1));
}

/** The item that waits again, of those that waited when a decision was undone; -1 for none. */
export function restoredInQueue(ids: readonly string[], before: readonly string[]): number {
  return ids.findIndex((id) => !before.includes(id));
}

type QueuePlace = Readonly<{
  place: number;
  step: (by: 1 | -1) => void;
  /** To be called before a decision is undone: its item is shown as soon as it waits again. */
  followUndo: () => void;
}>;

/** The place of the item to show, and the ways to others. */
export function useQueuePlace(ids: readonly string[]): QueuePlace {
  const [shown, setShown] = useState<Shown | null>(null);
  const [before, setBefore] = useState<readonly string[] | null>(null);
  const restored = before === null ? -1 : restoredInQueue(ids, before);
  const place = restored >= 0 ? restored : placeInQueue(ids, shown);
  const show = (index: number): void => {
    const id = ids[index];
    if (id !== undefined) setShown({ id, index });
  };
  const id = ids[place];
  if (restored >= 0) setBefore(null);
  // What is shown now is what the next decision is about.
  if (id !== undefined && (shown?.id !== id || shown.index !== place)) show(place);
  return { place, step: (by) => show(place + by), followUndo: () => setBefore(ids) };
}
