import { type FocusTarget, focusOn } from "../state/focus.ts";
import { useLibrary } from "../state/library.ts";
import { reader } from "../state/reader-control.ts";
import { useReading } from "../state/reading.ts";
import { useShell, type View } from "../state/shell.ts";
import { focusDialog } from "../ui/Dialog.tsx";

/** Where work goes on in a view. The paper has a control of its own. */
const targets: Readonly<Record<Exclude<View, "read">, FocusTarget>> = {
  library: "papers",
  claims: "claims",
  matrix: "analysis",
  search: "search",
  report: "report",
  codebook: "codebook",
  history: "history",
};

/**
 * Gives the keyboard back when what had it leaves the page, as the button of a message that was pressed, or the field
 * of a bar that closes, and when a click on an empty place takes it from where work goes on: the browser would give it
 * to nothing, and the keys of the paper would do nothing. The answer ends it.
 */
export function watchFocus(): () => void {
  let last: Element | null = null;
  let clicked = false;
  let frame = 0;
  const note = ({ target }: FocusEvent): void => {
    last = target instanceof Element ? target : null;
  };
  const check = (): void => {
    const wasClick = clicked;
    clicked = false;
    if (document.activeElement !== document.body || last === null) return;
    if (last.isConnected) {
      if (wasClick) giveBackTo(last);
      return;
    }
    last = null;
    giveBack();
  };
  // In the frame after the next one what comes instead has been drawn, and has taken the keyboard if it wants it.
  const soon = (): void => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(check);
    });
  };
  const afterClick = (): void => {
    clicked = true;
    soon();
  };
  document.addEventListener("focusin", note);
  document.addEventListener("click", afterClick, true);
  document.addEventListener("keyup", soon, true);
  const ends = [useShell.subscribe(soon), useLibrary.subscribe(soon), useReading.subscribe(soon)];
  return () => {
    cancelAnimationFrame(frame);
    document.removeEventListener("focusin", note);
    document.removeEventListener("click", afterClick, true);
    document.removeEventListener("keyup", soon, true);
    for (const end of ends) end();
  };
}

/**
 * Gives the keyboard back after a click on an empty place: to the same control of a form or a dialog, beside a paper to
 * the paper, in other views to the same row or button. A text field outside forms has been left on purpose, and words
 * that were selected to be copied stay selected.
 */
function giveBackTo(last: Element): void {
  if (last.closest(".composer, dialog") !== null) {
    focusAgain(last);
    return;
  }
  if (selectsOtherWords()) return;
  if (useShell.getState().view === "read") giveBack();
  else if (last.closest("input:not([type=checkbox], [type=radio], [type=range]), textarea, .prose") === null)
    focusAgain(last);
}

function focusAgain(element: Element): void {
  if (element instanceof HTMLElement) element.focus({ preventScroll: true });
}

/** Whether words outside the paper are selected, which giving the paper the keyboard would deselect. */
function selectsOtherWords(): boolean {
  const selection = getSelection();
  if (selection === null || selection.isCollapsed) return false;
  return selection.anchorNode?.parentElement?.closest(".ProseMirror:not(.prose)") == null;
}

function giveBack(): void {
  const { view } = useShell.getState();
  if (focusDialog() || (useReading.getState().composing && focusOn("form"))) return;
  if (view === "read") reader()?.focus();
  else focusOn(targets[view]);
}
