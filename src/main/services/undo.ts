import type { Change } from "../../shared/change.ts";
import type { Entry } from "./journal.ts";

/** What can be taken back and what can be done again, newest last. Computed from the history alone, so it survives restarts. */
export function stacksOf(entries: readonly Entry[]): { undo: readonly Change[]; redo: readonly Change[] } {
  let memory = remembered.get(entries);
  if (memory === undefined) {
    memory = { seen: 0, undo: [], redo: [] };
    remembered.set(entries, memory);
  }
  for (; memory.seen < entries.length; memory.seen++) {
    const change = entries[memory.seen]?.change;
    if (change !== undefined) push(memory, change);
  }
  return memory;
}

type Stacks = { seen: number; undo: Change[]; redo: Change[] };
const remembered = new WeakMap<readonly Entry[], Stacks>();

function push(stacks: Stacks, change: Change): void {
  if (change.undoes === null) {
    stacks.undo.push(change);
    stacks.redo.length = 0;
  } else if (stacks.undo.at(-1)?.id === change.undoes) {
    stacks.undo.pop();
    stacks.redo.push(change);
  } else if (stacks.redo.at(-1)?.id === change.undoes) {
    stacks.redo.pop();
    stacks.undo.push(change);
  }
}
