import { type CommandEntry, type CommandId, commands } from "../../shared/commands.ts";
import { runCommand } from "./commands.ts";

/** The name of a pressed key as the command table writes it. */
export function keyName(event: Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "shiftKey" | "altKey">): string {
  const mod = event.ctrlKey || event.metaKey ? "Mod-" : "";
  const shift = event.shiftKey && (event.key.length > 1 || /\p{L}/u.test(event.key)) ? "Shift-" : "";
  return `${event.altKey ? "Alt-" : ""}${mod}${shift}${event.key.length === 1 ? event.key.toLowerCase() : event.key}`;
}

/** Run the command of a key press. Keys without Ctrl or Cmd count only in the paper, never in a field. */
export function onKey(event: KeyboardEvent): void {
  const name = keyName(event);
  const command = commands.find((one: CommandEntry) => one.key === name);
  // A dialog has the keyboard for itself.
  if (command === undefined || document.querySelector("dialog[open]") !== null) return;
  const target = event.target instanceof Element ? event.target : null;
  const inPaper = target?.closest(".ProseMirror, .sheets") != null;
  const free = name.startsWith("Mod-") || /^F\d/.test(name);
  const editing = target?.closest("input, textarea, select") != null;
  if (!free && !inPaper) return;
  if (editing && (command.id === "undo" || command.id === "redo")) return;
  if (!runCommand(command.id as CommandId)) return;
  event.preventDefault();
  // The paper's editor would take Enter and Delete for itself.
  event.stopPropagation();
}

/** A key of the table as people write it: `Ctrl+Shift+E`. */
export function showKey(key: string): string {
  return key
    .split(/-(?!$)/)
    .map((part) => (part === "Mod" ? "Ctrl" : part.length === 1 ? part.toUpperCase() : part))
    .join("+");
}
