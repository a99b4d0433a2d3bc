import type { Edit } from "../../../shared/change/edit.ts";
import type { ChangeLabel } from "../../../shared/change/label.ts";
import type { Message } from "../../../shared/messages/arguments.ts";
import type { Library } from "../../../shared/model/library.ts";
import { getWorkbench } from "../client/connection.ts";
import { inTurn } from "./in-turn.ts";
import { commit, useLibrary, waitForNews } from "./library.ts";
import { attempt } from "./shell.ts";

/**
 * Change the library by edits computed from its state when their turn comes: after all changes asked for before have
 * arrived. For fields, clicks and keys that follow each other quicker than the news of the first comes back. No edits:
 * nothing is done. A failure becomes a message, and false. The label may say what the edits turned out to be; for
 * `confirmation` see `commit`. Not to be awaited within `inTurn`, whose queue it joins.
 */
export function commitNext(
  label: Message | ((edits: readonly Edit[]) => Message),
  make: (library: Library) => readonly Edit[],
  confirmation?: () => string,
): Promise<boolean> {
  return inTurn(async () => {
    const edits = await attempt(async () => make(useLibrary.getState().library));
    return edits !== null && (await commit(typeof label === "function" ? label(edits) : label, edits, confirmation));
  });
}

/**
 * Undo the last change, or redo the one undone last, once all changes asked for before have arrived: what was asked for
 * a moment ago is what is undone. Its label once the window has it; null when there was none, or after a failure, which
 * becomes a message.
 */
export function stepHistory(direction: "undo" | "redo"): Promise<ChangeLabel | null> {
  return inTurn(async () => {
    const label = useLibrary.getState().server[direction];
    const change = await attempt(() => getWorkbench()[direction]({}));
    if (change === null) return null;
    await waitForNews(change.id);
    return label ?? change.label;
  });
}
