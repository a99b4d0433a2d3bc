import type { KeyboardEvent } from "react";
import { isComposing } from "../ui/composing.ts";
import { type PressedKey, signAmong } from "../ui/pressed-signs.ts";

type Press = PressedKey & Pick<KeyboardEvent, "ctrlKey" | "metaKey" | "altKey" | "shiftKey">;

/** What a key does in the table; null where it does nothing there. */
export type TableKey = "all" | "copy" | "edit" | "remove" | "act" | "select" | "open" | "clear" | "move";

type Actions = Readonly<{
  count: number;
  scrollTo: (index: number) => void;
  /** Shows the claim of a row that the keyboard goes to. */
  look: (index: number) => void;
  open: (index: number) => void;
  edit: (index: number) => void;
  select: (index: number, extend: boolean) => void;
  all: () => void;
  /** Copies the selected claims, or else the one at the index. */
  copy: (index: number) => void;
  clear: () => void;
  /** Deletes the selected claims, or else the one at the index. */
  remove: (index: number) => void;
  /** To what can be done to the selected claims, or else to the one at the index, which is then selected. */
  act: (index: number) => void;
}>;

/** The index of the row that something is in, null outside of rows. */
export function rowOf(target: EventTarget): number | null {
  const row = target instanceof Element ? target.closest<HTMLElement>("tr[data-index]") : null;
  return row === null ? null : Number(row.dataset.index);
}

const named: Readonly<Record<string, TableKey>> = {
  F2: "edit",
  Delete: "remove",
  " ": "select",
  Enter: "open",
  Escape: "clear",
};
const moves = ["ArrowDown", "ArrowUp", "PageDown", "PageUp", "Home", "End"];

/** What a key press means in the table. */
export function tableKey(press: Press): TableKey | null {
  const letter = signAmong(press, ["a", "b", "c"]);
  if (press.ctrlKey || press.metaKey) {
    if (press.altKey || press.shiftKey) return null;
    return letter === "a" ? "all" : letter === "c" ? "copy" : null;
  }
  if (press.altKey) return null;
  if (moves.includes(press.key)) return "move";
  return letter === "b" && !press.shiftKey ? "act" : (named[press.key] ?? null);
}

/**
 * The keys of the table: up and down go from row to row, Enter opens, F2 edits, Space selects, Shift makes the
 * selection longer, Ctrl+A selects all, Ctrl+C copies, Delete deletes the selected claims or else the row's, B goes to
 * the actions for them, Escape selects none, and then closes the claim.
 */
export function moveFocus(event: KeyboardEvent<HTMLElement>, actions: Actions): void {
  if (isComposing(event)) return;
  const target = event.target instanceof HTMLElement ? event.target : null;
  const row = target === null ? null : rowOf(target);
  if (row === null || target?.closest("input:not([type=checkbox]), select, textarea") != null) return;
  const meant = tableKey(event);
  if (meant === "all") actions.all();
  // Words that are selected are copied by the browser.
  else if (meant === "copy" && getSelection()?.isCollapsed !== false) actions.copy(row);
  else if (meant === "move") {
    const next = Math.max(0, Math.min(actions.count - 1, row + stepOf(event.key, actions.count)));
    actions.scrollTo(next);
    if (event.shiftKey && next !== row) actions.select(next, true);
    actions.look(next);
    focusRow(event.currentTarget, next, 3);
  } else if (meant === "edit") actions.edit(row);
  else if (meant === "remove") actions.remove(row);
  else if (meant === "act") actions.act(row);
  else if (meant === "select") actions.select(row, event.shiftKey);
  else if (meant === "open" && target?.tagName === "TR") actions.open(row);
  else if (meant === "clear") actions.clear();
  else return;
  event.preventDefault();
}

function stepOf(key: string, count: number): number {
  return { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10, Home: -count, End: count }[key] ?? 0;
}

/** Give a row the keyboard; one far away is drawn in one of the next frames only. */
export function focusRow(table: HTMLElement, index: number, tries: number): void {
  const row = table.querySelector<HTMLElement>(`tr[data-index="${index}"]`);
  if (row !== null) row.focus({ preventScroll: true });
  else if (tries > 0) requestAnimationFrame(() => focusRow(table, index, tries - 1));
}
