import { flushSync } from "react-dom";
import type { CommandId } from "../../../shared/contract/commands.ts";
import { getHost } from "../client/connection.ts";
import { commandOf } from "../state/keys.ts";
import { useLibrary } from "../state/library.ts";
import { composeClaim } from "../state/reading.ts";
import { useSettings } from "../state/settings.ts";
import { isComposing } from "../ui/composing.ts";
import { isDialogOpen } from "../ui/Dialog.tsx";
import { keyNames } from "../ui/key-name.ts";
import { runCommand } from "./commands.ts";
import { canRun } from "./facts.ts";
import { type KeyPlace, keyAction, menuAction } from "./key-action.ts";

/** Run what a key press means (`keyAction`). */
export function onKey(event: KeyboardEvent): void {
  // A dialog has the keyboard for itself.
  if (isComposing(event) || isDialogOpen()) return;
  const place = placeOf(event.target);
  // A busy browser reports a new selection after the next key; that key means the words that are selected now.
  if (place.inPaper) document.dispatchEvent(new Event("selectionchange"));
  const { letters } = useSettings.getState();
  const codes = (key: string): boolean => isCode(key) && canRun("code");
  const action = keyAction(keyNames(event), place, { letters, codes, commandOf });
  if (action === null) return;
  // The form is there before the next key, which is meant for it.
  if (action.kind === "code") flushSync(() => composeClaim(action.key));
  else if (!runCommand(action.id)) return;
  event.preventDefault();
  // The paper's editor would take Enter and Delete for itself.
  event.stopPropagation();
}

/** Run a command that was chosen in the shell's own menu. */
export function onMenuCommand(id: CommandId): void {
  const action = menuAction(id, placeOf(document.activeElement), isDialogOpen());
  if (action?.kind === "field") void getHost().editField({ action: action.action });
  else if (action?.kind === "command") runCommand(action.id);
}

/** Fields with typing to undo, or with keys of their own. Boxes to tick have none. */
const fields = "input:not([type=checkbox], [type=range]), textarea, select, .prose, .composer";

function placeOf(target: EventTarget | null): KeyPlace {
  const element = target instanceof Element ? target : null;
  return {
    inPaper: element?.closest(".ProseMirror:not(.prose), .sheets") != null,
    inField: element?.closest(fields) != null,
    inProse: element?.closest(".prose") != null,
    onClaim: element?.closest(".card.selected .face") != null,
  };
}

/** Whether a digit or a sign is the key of a pinned issue or of a stance. */
function isCode(key: string): boolean {
  const { library } = useLibrary.getState();
  return [...Object.values(library.issues), ...Object.values(library.stances)].some((issue) => issue.key === key);
}
