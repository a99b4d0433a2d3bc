import type { Edit } from "../../../shared/change/edit.ts";
import type { Message } from "../../../shared/messages/arguments.ts";
import type { Library } from "../../../shared/model/library.ts";
import { commit, useLibrary } from "./library.ts";
import { attempt } from "./shell.ts";

let turn: Promise<unknown> = Promise.resolve();

/**
 * Change the library by edits computed from its state when their turn comes: after the changes asked for before have
 * arrived. For fields that are left one after the other, quicker than the news of the first comes back. No edits:
 * nothing is done. A failure becomes a message, and false. For `confirmation` see `commit`.
 */
export function commitNext(
  label: Message,
  make: (library: Library) => readonly Edit[],
  confirmation?: () => string,
): Promise<boolean> {
  const work = turn.then(async () => {
    const edits = await attempt(async () => make(useLibrary.getState().library));
    return edits !== null && (await commit(label, edits, confirmation));
  });
  turn = work;
  return work;
}
