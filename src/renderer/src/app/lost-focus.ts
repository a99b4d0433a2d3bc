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
 * of a bar that closes: the browser would give it to nothing, and the keys of the paper would do nothing.
 * The answer ends it.
 */
export function watchFocus(): () => void {
  let last: Element | null = null;
  let frame = 0;
  const note = ({ target }: FocusEvent): void => {
    last = target instanceof Element ? target : null;
  };
  const check = (): void => {
    if (document.activeElement !== document.body || last === null || last.isConnected) return;
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
  document.addEventListener("focusin", note);
  document.addEventListener("click", soon, true);
  document.addEventListener("keyup", soon, true);
  const ends = [useShell.subscribe(soon), useLibrary.subscribe(soon), useReading.subscribe(soon)];
  return () => {
    cancelAnimationFrame(frame);
    document.removeEventListener("focusin", note);
    document.removeEventListener("click", soon, true);
    document.removeEventListener("keyup", soon, true);
    for (const end of ends) end();
  };
}

function giveBack(): void {
  const { view } = useShell.getState();
  if (focusDialog() || (useReading.getState().composing && focusOn("form"))) return;
  if (view === "read") reader()?.focus();
  else focusOn(targets[view]);
}
