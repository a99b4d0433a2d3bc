import type { JournalEntry } from "./journal-line.ts";

/** Numbers of changes as runs, the newest on top; shared between states and never changed. */
type Runs = Readonly<{ low: number; high: number; below: Runs | null }> | null;

/**
 * What can be undone and what can be done again. Computed from the history alone, so it survives restarts; its size
 * grows with the number of runs, not of changes.
 */
export type Stacks = Readonly<{ undo: Runs; redo: Runs }>;

/** The stacks of a library in which nothing was done yet. */
export const noStacks: Stacks = { undo: null, redo: null };

/** The stacks after one more change. */
export function pushEntry({ undo, redo }: Stacks, entry: Pick<JournalEntry, "number" | "undoes">): Stacks {
  const { number, undoes } = entry;
  if (undoes === null) return { undo: put(undo, number), redo: null };
  if (undo?.high === undoes) return { undo: drop(undo), redo: put(redo, number) };
  if (redo?.high === undoes) return { undo: put(undo, number), redo: drop(redo) };
  return { undo, redo };
}

/** Runs as pairs from the oldest to the newest, for a file. */
export function printRuns(runs: Runs): [number, number][] {
  const pairs: [number, number][] = [];
  for (let run = runs; run !== null; run = run.below) pairs.push([run.low, run.high]);
  return pairs.reverse();
}

/** The stack that `printRuns` wrote. */
export function parseRuns(pairs: readonly (readonly [number, number])[]): Runs {
  return pairs.reduce<Runs>((below, [low, high]) => ({ low, high, below }), null);
}

function put(runs: Runs, number: number): Runs {
  return runs !== null && runs.high === number - 1
    ? { ...runs, high: number }
    : { low: number, high: number, below: runs };
}

function drop(runs: NonNullable<Runs>): Runs {
  return runs.low === runs.high ? runs.below : { ...runs, high: runs.high - 1 };
}
