import { useEffect, useState } from "react";
import type { PaperContent } from "../../../shared/model/content.ts";
import type { TextRange } from "../../../shared/model/ranges.ts";
import { touching } from "../../../shared/text/touching.ts";
import type { Highlight } from "../editor/annotations.ts";
import type { PaperEditor } from "../editor/PaperView.tsx";
import { pagesOf } from "../editor/units.ts";

export type Near = Readonly<{ first: number; last: number }>;

/** The index of the first child whose lower edge is below a height of the window. Children are below each other. */
function firstBelow(children: HTMLCollection, height: number): number {
  let low = 0;
  let high = children.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((children[middle]?.getBoundingClientRect().bottom ?? 0) <= height) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The pages on the screen and one screen's height either side, as indices of page nodes. */
export function useNear(view: PaperEditor | null, scroller: HTMLElement | null): Near {
  const [near, setNear] = useState<Near>({ first: 0, last: 3 });
  useEffect(() => {
    if (view === null || scroller === null) return undefined;
    let asked = 0;
    const look = (): void => {
      asked = 0;
      if (view.isDestroyed) return;
      const pages = view.dom.children;
      const { top, height } = scroller.getBoundingClientRect();
      const first = firstBelow(pages, top - height);
      const last = Math.min(pages.length - 1, firstBelow(pages, top + 2 * height));
      setNear((before) => (before.first === first && before.last === last ? before : { first, last }));
    };
    const ask = (): void => {
      if (asked === 0) asked = requestAnimationFrame(look);
    };
    ask();
    const watch = new ResizeObserver(ask);
    watch.observe(view.dom);
    watch.observe(scroller);
    scroller.addEventListener("scroll", ask, { passive: true });
    return () => {
      cancelAnimationFrame(asked);
      watch.disconnect();
      scroller.removeEventListener("scroll", ask);
    };
  }, [view, scroller]);
  return near;
}

/** The stretch of the text on those pages. */
export function nearRange(content: PaperContent, near: Near): TextRange {
  const pages = pagesOf(content);
  return { start: pages[near.first]?.start ?? 0, end: pages[near.last]?.end ?? content.text.length };
}

/**
 * Up to this many highlights are drawn all at once; of more only those near the screen, or a long paper would open no
 * faster than they are drawn.
 */
const few = 1000;

/** The highlights to be drawn, of those given in the order of the text. */
export function nearHighlights(highlights: readonly Highlight[], near: TextRange | null): readonly Highlight[] {
  if (highlights.length <= few || near === null) return highlights;
  return touching(highlights, near).filter((highlight) =>
    highlight.ranges.some(({ start, end }) => start < near.end && end > near.start),
  );
}
