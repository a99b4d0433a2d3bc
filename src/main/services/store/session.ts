import type { ChangeLabel } from "../../../shared/change/label.ts";
import type { Message } from "../../../shared/messages/arguments.ts";
import type { Compactor } from "./compact.ts";
import type { PastChanges } from "./history.ts";
import type { Journal } from "./journal.ts";
import type { Replaced, StoreState } from "./open.ts";
import type { Tip, TipWriter } from "./tip.ts";

/** What one reading of the files has opened. There is no journal where nothing may be written. */
export type Session = Readonly<{
  trouble: Message | null;
  past: PastChanges;
  /** What the history took the place of, for undo. */
  replaced: Replaced | null;
  journal: Journal | null;
  compactor: Compactor;
  tip: TipWriter;
}>;

/** Write what closing leaves on the disk: a snapshot where it is worth it, and how far the history has come. */
export async function finishSession({ compactor, tip }: Session, stand: StoreState, now: () => Tip): Promise<void> {
  await compactor.close(stand);
  await tip.close(now());
}

/** What undo would undo: the newest change that counts, else the restoring or repairing that the history began with. */
export function undoIn({ replaced }: Session, { stacks, undo }: StoreState): ChangeLabel | null {
  return stacks.undo === null ? (replaced?.change.label ?? null) : undo;
}
