import { commandOf as entryOf, needsOf } from "../../../shared/contract/commands.ts";
import { commandOf } from "../state/keys.ts";
import { useLibrary } from "../state/library.ts";
import { composeClaim } from "../state/reading.ts";
import { useSettings } from "../state/settings.ts";
import { isDialogOpen } from "../ui/Dialog.tsx";
import { keyName } from "../ui/key-name.ts";
import { runCommand } from "./commands.ts";
import { canRun } from "./facts.ts";

/** Run the command of a key press. Keys without Ctrl, Cmd or Alt count only in the paper, never in a field. */
export function onKey(event: KeyboardEvent): void {
  // A dialog has the keyboard for itself.
  if (event.isComposing || isDialogOpen()) return;
  const name = keyName(event);
  const target = event.target instanceof Element ? event.target : null;
  const inPaper = target?.closest(".ProseMirror:not(.prose), .sheets") != null;
  // A busy browser tells of a new selection after the next key; that key means the words as they are selected now.
  if (inPaper) document.dispatchEvent(new Event("selectionchange"));
  const editing = target?.closest("input, textarea, select, .prose") != null;
  const bare = name.length === 1 || /^Shift-.$/.test(name);
  if (name === "?" ? !editing && showKeys() : inPaper && code(name)) {
    stop(event);
    return;
  }
  const command = name === "ContextMenu" ? "context-menu" : commandOf(name);
  if (command === null) return;
  const free = /^(Mod-|Alt-|F\d|Shift-F\d|ContextMenu)/.test(name);
  if (!free && (!inPaper || (bare && !useSettings.getState().letters))) return;
  if (!inPaper && needsOf(entryOf(command).when).includes("reader")) return;
  if (editing && (command === "undo" || command === "redo" || name.startsWith("Alt-Arrow"))) return;
  // There they make words bold and italic.
  if (target?.closest(".prose") != null && /^Mod-[bi]$/.test(name)) return;
  if (runCommand(command)) stop(event);
}

function stop(event: KeyboardEvent): void {
  event.preventDefault();
  // The paper's editor would take Enter and Delete for itself.
  event.stopPropagation();
}

function showKeys(): boolean {
  return runCommand("keys");
}

/** A digit or a stance's key opens the composer at the selected words with the issue or stance it means. */
function code(name: string): boolean {
  const { library } = useLibrary.getState();
  const meant = [...Object.values(library.issues), ...Object.values(library.stances)].some((one) => one.key === name);
  if (!meant || !canRun("code")) return false;
  composeClaim(name);
  return true;
}
