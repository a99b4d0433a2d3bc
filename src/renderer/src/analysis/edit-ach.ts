import { type Ach, achEdit, achsOf } from "../../../shared/analysis/ach.ts";
import type { Message } from "../../../shared/messages/arguments.ts";
import type { Library } from "../../../shared/model/library.ts";
import { commitNext } from "../state/commit-next.ts";

/** Change the competing hypotheses with an identifier, as they are when the edit's turn comes. */
export function editAch(label: Message, id: string, update: (ach: Ach, library: Library) => Ach): void {
  void commitNext(label, (library) => {
    const now = achsOf(library).find((ach) => ach.id === id);
    const next = now === undefined ? undefined : update(now, library);
    return next === undefined || next === now ? [] : [achEdit(library, id, next)];
  });
}
