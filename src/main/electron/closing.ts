import type { Message } from "../../shared/messages/arguments.ts";

/** Changes that the disk has not taken yet. */
export type Unsaved = Readonly<{ count: number; reason: Message }>;

/** How a library is closed. */
export type Closing = Readonly<{
  /** What is not saved now; null when everything is. */
  unsaved: () => Unsaved | null;
  /** Whether to close although changes are not saved. */
  ask: (unsaved: Unsaved) => Promise<boolean>;
  /** Write what waits, and a snapshot, and release the lock. */
  close: () => Promise<void>;
  /** Ends the wait for `close`. */
  limit: () => Promise<void>;
}>;

/**
 * Close a library before its window goes. `kept` when the reader keeps it open, `late` when closing took longer than
 * the limit: whatever was acknowledged is in the journal, only the lock and the snapshot are missing then.
 */
export async function closeLibrary({ unsaved, ask, close, limit }: Closing): Promise<"closed" | "kept" | "late"> {
  const waiting = unsaved();
  if (waiting !== null && !(await ask(waiting))) return "kept";
  const closed = close().then(
    () => "closed" as const,
    () => "late" as const,
  );
  return Promise.race([closed, limit().then(() => "late" as const)]);
}
