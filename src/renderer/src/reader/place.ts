import { useEffect } from "react";
import type { PaperId } from "../../../shared/model/ids.ts";
import { caretOf, offsetAt, topOf } from "../editor/caret.ts";
import type { PaperEditor } from "../editor/PaperView.tsx";
import { savePlace, useReading } from "../state/reading.ts";

/** Scroll so that an offset is on the screen: where it is if it is there already, else a third from the top. */
export function scrollIntoSight(
  view: PaperEditor,
  scroller: HTMLElement,
  start: number,
  where: "near" | "top" = "near",
): void {
  const go = (left: number): void => {
    if (view.isDestroyed) return;
    const box = scroller.getBoundingClientRect();
    const distance = topOf(view, start) - box.top;
    const inSight = distance > 60 && distance < box.height - 90;
    const wanted = where === "top" ? 40 : box.height / 3;
    if (where === "near" ? inSight : Math.abs(distance - wanted) < 2) return;
    scroller.scrollTop += distance - wanted;
    // Pages not drawn so far have a guessed height, so that the first way may end beside the mark.
    if (left > 0) requestAnimationFrame(() => go(left - 1));
  };
  go(4);
}

/**
 * Keys that go far may end beside the caret, for pages not drawn so far have a guessed height: it is brought into sight
 * as soon as they are drawn.
 */
export function useCaretInSight(view: PaperEditor | null, scroller: HTMLElement | null): void {
  useEffect(() => {
    if (view === null || scroller === null) return undefined;
    const { dom } = view;
    let due = 0;
    let byKey = false;
    const look = (): void => {
      if (view.isDestroyed) return;
      const distance = topOf(view, caretOf(view)) - scroller.getBoundingClientRect().top;
      if (distance < 0 || distance > scroller.clientHeight - 24) scrollIntoSight(view, scroller, caretOf(view));
    };
    const moved = (): void => {
      if (!byKey || !view.hasFocus()) return;
      cancelAnimationFrame(due);
      due = requestAnimationFrame(() => {
        due = requestAnimationFrame(look);
      });
    };
    const keyed = (): void => {
      byKey = true;
    };
    const pointed = (): void => {
      byKey = false;
    };
    dom.addEventListener("keydown", keyed);
    dom.addEventListener("pointerdown", pointed);
    document.addEventListener("selectionchange", moved);
    return () => {
      cancelAnimationFrame(due);
      dom.removeEventListener("keydown", keyed);
      dom.removeEventListener("pointerdown", pointed);
      document.removeEventListener("selectionchange", moved);
    };
  }, [view, scroller]);
}

/** Remember how far the open paper has been read. */
export function useSavedPlace(paper: PaperId | null, view: PaperEditor | null, scroller: HTMLElement | null): void {
  useEffect(() => {
    if (paper === null || view === null || scroller === null) return undefined;
    let timer = 0;
    const keep = (): void => {
      if (view.isDestroyed || useReading.getState().paper !== paper) return;
      const box = scroller.getBoundingClientRect();
      const page = view.dom.getBoundingClientRect();
      const offset = offsetAt(view, page.left + page.width / 2, box.top + 48);
      if (offset !== null) savePlace(paper, scroller.scrollTop < 8 ? 0 : offset);
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
