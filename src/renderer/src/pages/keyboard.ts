import { blockAt } from "../../../shared/model/page-map.ts";
import { pagePlaceOf } from "../../../shared/page-view/scroll-sync.ts";
import { endsNow, setEnds } from "./page-caret.ts";
import { needUnits, unitsOf } from "./page-texts.ts";
import type { PagesView } from "./view.ts";
import { caretX, lineEdge, lineIndex, onLine, stepIn } from "./walk.ts";

/**
 * The caret's own keys: arrows by letter, word and line, Home and End, with Shift selecting. True when the key was one
 * of them.
 */
export function moveByKey(view: PagesView, event: KeyboardEvent): boolean {
  const mod = event.ctrlKey || event.metaKey;
  const { anchor, head } = endsNow();
  const { text } = view.content;
  const go = (to: number): true => {
    setEnds(event.shiftKey ? anchor : to, to);
    view.revealCaret(to);
    return true;
  };
  if (event.altKey) return false;
  switch (event.key) {
    case "ArrowLeft":
    case "ArrowRight": {
      const forth = (event.key === "ArrowRight") === (blockAt(view.content, head)?.direction !== "rtl");
      if (!event.shiftKey && !mod && anchor !== head)
        return go(forth ? Math.max(anchor, head) : Math.min(anchor, head));
      return go(stepIn(text, head, forth ? 1 : -1, mod ? "word" : "letter"));
    }
    case "ArrowUp":
    case "ArrowDown":
      if (mod) return false;
      void lineBy(view, head, event.key === "ArrowDown" ? 1 : -1).then((to) => to !== null && go(to));
      return true;
    case "Home":
    case "End": {
      if (mod) return go(event.key === "Home" ? 0 : text.length);
      const units = unitsOf(pagePlaceOf(view.spans, unitsOf, head).page);
      return units === null ? false : go(lineEdge(units, head, event.key === "Home" ? "start" : "end"));
    }
    default:
      return false;
  }
}

/**
 * The offset on the next line, or the one before, in reading order; over the page's edge when it is the last one. Null
 * at the end of the paper.
 */
async function lineBy(view: PagesView, offset: number, direction: 1 | -1): Promise<number | null> {
  const { page } = pagePlaceOf(view.spans, unitsOf, offset);
  const units = await needUnits(page);
  if (units === null) return null;
  const x = caretX(units, offset);
  const index = lineIndex(units, offset) + direction;
  if (index >= 0 && index < units.lines.length) return onLine(units, index, x);
  for (let next = page + direction; next >= 0 && next < view.content.pages.length; next += direction) {
    const other = await needUnits(next);
    const to = other === null ? null : onLine(other, direction === 1 ? 0 : -1, x);
    if (to !== null) return to;
  }
  return null;
}
