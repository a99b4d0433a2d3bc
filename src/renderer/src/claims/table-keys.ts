import type { KeyboardEvent } from "react";
import { isComposing } from "../ui/composing.ts";

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
  /** To what can be done to the selected claims. */
  act: () => void;
}>;

/** The index of the row that something is in, null outside of rows. */
export function rowOf(target: EventTarget): number | null {
  const row = target instanceof Element ? target.closest<HTMLElement>("tr[data-index]") : null;
  return row === null ? null : Number(row.dataset.index);
}

/**
 * The keys of the table: up and down go from row to row, Enter opens, F2 edits, Space selects, Shift makes the
 * selection longer, Ctrl+A selects all, Ctrl+C copies, Delete deletes the selected claims or else the row's, B goes to
 * the actions for the selection, Escape selects none, and then closes the claim.
 */
export function moveFocus(event: KeyboardEvent<HTMLElement>, actions: Actions): void {
  if (isComposing(event)) return;
  const target = event.target instanceof HTMLElement ? event.target : null;
  const row = target === null ? null : rowOf(target);
  if (row === null || target?.closest("input:not([type=checkbox]), select, textarea") != null) return;
  const mod = event.ctrlKey || event.metaKey;
  const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10, Home: -actions.count, End: actions.count }[
    event.key
  ];
  if (mod && event.key.toLowerCase() === "a") actions.all();
  else if (mod && event.code === "KeyC" && !event.shiftKey && getSelection()?.isCollapsed !== false) actions.copy(row);
  else if (mod || event.altKey) return;
  else if (step !== undefined) {
    const next = Math.max(0, Math.min(actions.count - 1, row + step));
    actions.scrollTo(next);
    if (event.shiftKey && next !== row) actions.select(next, true);
    actions.look(next);
    focusRow(event.currentTarget, next, 3);
  } else if (event.key === "F2") actions.edit(row);
  else if (event.key === "Delete") actions.remove(row);
  else if (event.code === "KeyB" && !event.shiftKey) actions.act();
  else if (event.key === " ") actions.select(row, event.shiftKey);
  else if (event.key === "Enter" && target?.tagName === "TR") actions.open(row);
  else if (event.key === "Escape") actions.clear();
  else return;
  event.preventDefault();
}

/** Give a row the keyboard; one far away is drawn in one of the next frames only. */
export function focusRow(table: HTMLElement, index: number, tries: number): void {
  const row = table.querySelector<HTMLElement>(`tr[data-index="${index}"]`);
  if (row !== null) row.focus({ preventScroll: true });
  else if (tries > 0) requestAnimationFrame(() => focusRow(table, index, tries - 1));
}
