import { useEffect } from "react";
import type { PaperId } from "../../../shared/model/ids.ts";
import { offsetAt, topOf } from "../editor/caret.ts";
import type { PaperEditor } from "../editor/PaperView.tsx";
import { keepPlace, useStore } from "../state/store.ts";

/** Scroll so that an offset stands on the screen: where it is if it is there already, else a third from the top. */
export function bringToSight(
  view: PaperEditor,
  scroller: HTMLElement,
  start: number,
  where: "near" | "top" = "near",
): void {
  const go = (left: number): void => {
    if (view.isDestroyed) return;
    const box = scroller.getBoundingClientRect();
    const at = topOf(view, start) - box.top;
    const inSight = at > 60 && at < box.height - 90;
    const wanted = where === "top" ? 40 : box.height / 3;
    if (where === "near" ? inSight : Math.abs(at - wanted) < 2) return;
    scroller.scrollTop += at - wanted;
    // Pages not drawn so far have a guessed height, so that the first way may end beside the mark.
    if (left > 0) requestAnimationFrame(() => go(left - 1));
  };
  go(4);
}

/** Remember how far the open paper has been read. */
export function useKeptPlace(paper: PaperId | null, view: PaperEditor | null, scroller: HTMLElement | null): void {
  useEffect(() => {
    if (paper === null || view === null || scroller === null) return undefined;
    let timer = 0;
    const keep = (): void => {
      if (view.isDestroyed || useStore.getState().paper !== paper) return;
      const box = scroller.getBoundingClientRect();
      const page = view.dom.getBoundingClientRect();
      const at = offsetAt(view, page.left + page.width / 2, box.top + 48);
      if (at !== null) keepPlace(paper, scroller.scrollTop < 8 ? 0 : at);
    };
    const soon = (): void => {
      clearTimeout(timer);
      timer = window.setTimeout(keep, 400);
    };
    scroller.addEventListener("scroll", soon, { passive: true });
    return () => {
      clearTimeout(timer);
      scroller.removeEventListener("scroll", soon);
    };
  }, [paper, view, scroller]);
}
