import type { Message } from "../messages/arguments.ts";
import { isMessageKey, message } from "../messages/message.ts";

/** What a change is called: a message for the reader's language, or words as older libraries have them. */
export type ChangeLabel = string | Message;

type Labelled = Readonly<{ label: ChangeLabel; undoes: string | null }>;

/** Libraries before labels were messages put this before the label of an undone change. */
const oldPrefix = /^Undo: /;

const labelPrefix = "change.";

/** What undoing a change is called. */
export function undoLabel(change: Labelled): Message {
  return message("change.undo", { change: change.label });
}

/** What was undone by a change; the change's own label where it undoes nothing. */
export function undoneLabel({ label, undoes }: Labelled): ChangeLabel {
  if (undoes === null) return label;
  if (typeof label === "string") return label.replace(oldPrefix, "");
  const inner = label.key === "change.undo" ? label.values.change : undefined;
  return typeof inner === "string" || (typeof inner === "object" && "key" in inner) ? inner : label;
}

/** A label as it is shown: old undo labels in a form that every language has. */
export function shownLabel(change: Labelled): ChangeLabel {
  const isOldUndo = change.undoes !== null && typeof change.label === "string" && oldPrefix.test(change.label);
  return isOldUndo ? message("change.undo", { change: undoneLabel(change) }) : change.label;
}

/** What is said once a change has been made: a label names it as something to do, this as done, where it can. */
export function doneLabel(label: ChangeLabel): ChangeLabel {
  if (typeof label === "string" || !label.key.startsWith(labelPrefix)) return label;
  const key = `done.${label.key.slice(labelPrefix.length)}`;
  return isMessageKey(key) ? { ...label, key } : label;
}

/** A label no longer than what is stored: words of at most 300 characters each. */
export function fittingLabel(label: ChangeLabel): ChangeLabel {
  if (typeof label === "string") return label.slice(0, 300);
  const values = Object.entries(label.values).map(([name, value]) => [
    name,
    typeof value === "string" ? value.slice(0, 300) : value,
  ]);
  return { key: label.key, values: Object.fromEntries(values) };
}
