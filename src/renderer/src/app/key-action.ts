import { type CommandId, commandOf as entryOf, needsOf } from "../../../shared/contract/commands.ts";

/** Where a key was pressed. */
export type KeyPlace = Readonly<{
  /** In the text or the pages of a paper. */
  inPaper: boolean;
  /** In a field that has keys of its own: text, choices, and the form of a claim. */
  inField: boolean;
  /** In a report's own text. */
  inProse: boolean;
  /** On the card of the selected claim. */
  onClaim: boolean;
}>;

/**
 * What keys stand for: `letters` is whether bare letters are commands, `codes` the keys of stances and pinned issues.
 */
export type KeyMeanings = Readonly<{
  letters: boolean;
  codes: (key: string) => boolean;
  commandOf: (key: string) => CommandId | null;
}>;

/** What a key press does: code the selected words with the stance or issue of a key, or run a command. */
export type KeyAction = Readonly<{ kind: "code"; key: string }> | Readonly<{ kind: "command"; id: CommandId }>;

/**
 * What a key press means, by the names that it may have (`keyNames`), the likeliest first; null where it is the field's
 * or the browser's. Keys without Ctrl, Cmd or Alt count only in the paper, never in a field; those for the selected
 * claim count on its card too. Undoing in a field undoes typing there.
 */
export function keyAction(names: readonly string[], place: KeyPlace, meanings: KeyMeanings): KeyAction | null {
  for (const name of names) {
    const action = actionOf(name, place, meanings);
    if (action !== null) return action;
  }
  return null;
}

/** What a command chosen in the shell's menu means: in a field, undoing is the field's; a dialog has the window. */
export type MenuAction = KeyAction | Readonly<{ kind: "field"; action: "undo" | "redo" }> | null;

/** What a command of the menu does. Its key means there what it means when the window hears it. */
export function menuAction(id: CommandId, place: KeyPlace, isDialogOpen: boolean): MenuAction {
  if (place.inField && (id === "undo" || id === "redo")) return { kind: "field", action: id };
  return isDialogOpen ? null : { kind: "command", id };
}

/** Second keys that are in use elsewhere; each gives way to a command that the reader gives it to. */
const fixedKeys: Readonly<Partial<Record<string, CommandId>>> = { "Mod-y": "redo", ContextMenu: "context-menu" };

function actionOf(
  name: string,
  { inPaper, inField, inProse, onClaim }: KeyPlace,
  meanings: KeyMeanings,
): KeyAction | null {
  if (name === "?") return inField ? null : { kind: "command", id: "keys" };
  if (inPaper && meanings.codes(name)) return { kind: "code", key: name };
  const id = meanings.commandOf(name) ?? fixedKeys[name] ?? null;
  if (id === null) return null;
  const bare = name.length === 1 || /^Shift-.$/.test(name);
  const free = /^(Mod-|Alt-|F\d|Shift-F\d|ContextMenu)/.test(name);
  const needs = needsOf(entryOf(id).when);
  const counts = inPaper || (onClaim && (needs.includes("claim") || needs.includes("selected")));
  if (!free && (!counts || (bare && !meanings.letters))) return null;
  if (!counts && needs.includes("reader")) return null;
  if (inField && (id === "undo" || id === "redo" || name.startsWith("Alt-Arrow"))) return null;
  // There they make words bold and italic.
  if (inProse && /^Mod-[bi]$/.test(name)) return null;
  return { kind: "command", id };
}
