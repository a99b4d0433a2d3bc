import { openFind } from "../state/find.ts";
import { type FocusTarget, focusOn } from "../state/focus.ts";
import { useReading } from "../state/reading.ts";
import { useShell, type View } from "../state/shell.ts";

/** The field in which each view looks for words. */
const fields: Readonly<Record<View, FocusTarget>> = {
  read: "find-words",
  claims: "filter",
  matrix: "filter",
  report: "filter",
  library: "papers-words",
  codebook: "codebook-words",
  history: "history",
  search: "search",
};

/** Look for words in what is shown: in the paper, or by the field of the view, whose words are replaced by typing. */
export function findInView(): void {
  const { view } = useShell.getState();
  if (view === "read" && useReading.getState().content !== null) openFind();
  // The bar of the paper selects its words itself when it opens.
  if (focusOn(fields[view]) && document.activeElement instanceof HTMLInputElement) document.activeElement.select();
}
