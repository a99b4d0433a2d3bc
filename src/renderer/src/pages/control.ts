import type { Highlight } from "../editor/annotations.ts";
import type { Caret } from "../editor/control.ts";
import { shownRegion } from "../state/region.ts";
import { endsNow, setEnds } from "./page-caret.ts";
import { letterUnder } from "./pointer.ts";
import { annotationsUnder } from "./under.ts";
import type { PagesView } from "./view.ts";

/** The caret of the pages, for the same commands as in the text. */
export function pageCaret(view: PagesView, highlights: readonly Highlight[]): Caret {
  return {
    focus: () => view.scroller.focus({ preventScroll: true }),
    ends: endsNow,
    select: ({ start, end }, caretFirst) => {
      if (caretFirst) setEnds(end, start);
      else setEnds(start, end);
      view.revealCaret(caretFirst ? start : end);
    },
    move: (offset) => {
      setEnds(offset, offset);
      view.reveal(offset);
    },
    show: (offset) => view.reveal(offset),
    at: (left, top) => view.offsetAt(left, top),
    under: (left, top) => {
      const point = view.pointAt(left, top);
      return annotationsUnder(highlights, letterUnder(point), point);
    },
    box: () => {
      const region = shownRegion();
      if (region !== null) return view.regionBox(region);
      const { anchor, head } = endsNow();
      return view.boxOf({ start: Math.min(anchor, head), end: Math.max(anchor, head) });
    },
  };
}
