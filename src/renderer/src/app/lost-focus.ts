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
 * of a bar that closes; when it is disabled, if only for a moment; and when a press on an empty place takes it from
 * where work goes on. The browser would give it to nothing, and keys would do nothing. The answer ends it.
 */
export function watchFocus(): () => void {
  let last: Element | null = null;
  let pressed = false;
  let frame = 0;
  const note = ({ target }: FocusEvent): void => {
    last = target instanceof Element ? target : null;
  };
  const check = (): void => {
    // While the mouse is pressed, words may be about to be selected.
    if (document.activeElement !== document.body || last === null || pressed || !document.hasFocus()) return;
    // A button that is disabled by what it did has lost the keyboard too.
    if (last.isConnected && !last.matches(":disabled")) giveBackTo(last);
    else {
      last = null;
      giveBack();
    }
  };
  // In the frame after the next one what comes instead has been drawn, and has taken the keyboard if it wants it.
  const soon = (): void => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(check);
    });
  };
  const press = ({ type }: PointerEvent): void => {
    pressed = type === "pointerdown";
    if (!pressed) soon();
  };
  document.addEventListener("focusin", note);
  for (const type of ["pointerdown", "pointerup", "pointercancel"] as const) addEventListener(type, press, true);
  document.addEventListener("click", soon, true);
  document.addEventListener("keyup", soon, true);
  const ends = [useShell.subscribe(soon), useLibrary.subscribe(soon), useReading.subscribe(soon)];
  return () => {
    cancelAnimationFrame(frame);
    document.removeEventListener("focusin", note);
    for (const type of ["pointerdown", "pointerup", "pointercancel"] as const) removeEventListener(type, press, true);
    document.removeEventListener("click", soon, true);
    document.removeEventListener("keyup", soon, true);
    for (const end of ends) end();
  };
}

/**
 * Gives the keyboard back where what had it is still there: to the same control of a form or a dialog, beside a paper
 * to the paper, in other views to the same row or button. A text field outside forms has been left on purpose, so work
 * goes on in the view. Words that were selected to be copied stay selected, and so does the caret in a report's text.
 */
function giveBackTo(last: Element): void {
  if (last.closest(".composer, dialog") !== null) focusAgain(last);
  else if (selectsOtherWords() || last.closest(".prose") !== null) return;
  else if (useShell.getState().view === "read" || last.matches(textFields)) giveBack();
  else focusAgain(last);
}

const textFields = "input:not([type=checkbox], [type=radio], [type=range]), textarea";

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
