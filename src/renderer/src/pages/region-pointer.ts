import { useEffect } from "react";
import { clipRegion, leastRegion, regionBetween } from "../../../shared/page-view/region.ts";
import { cancelRegion, draftRegion, takeRegion, useRegion } from "../state/region.ts";
import { isComposing } from "../ui/composing.ts";
import type { PagesView } from "./view.ts";

/** While the tool is on, a drag on a page draws a rectangle there; Escape ends it. */
export function useRegionDrawing(view: PagesView | null): void {
  const drawing = useRegion((state) => state.drawing);
  const placing = useRegion((state) => state.placing);
  useEffect(() => {
    if (view === null || !placing) return;
    draftRegion(regionInSight(view), null, true);
  }, [view, placing]);
  useEffect(() => {
    if (view === null || !drawing) return undefined;
    const { scroller } = view;
    let end = (): void => undefined;
    const down = (event: PointerEvent): void => {
      const start = event.button === 0 ? view.pointAt(event.clientX, event.clientY) : null;
      const onBox = event.target instanceof Element && event.target.closest(".region-box, .range-bar") !== null;
      if (start === null || onBox) return;
      event.preventDefault();
      event.stopPropagation();
      // The button of the tool would keep the keyboard, and Enter would press it instead of opening the form.
      scroller.focus({ preventScroll: true });
      let last = start;
      const move = (next: PointerEvent): void => {
        const point = view.pointOn(start.page, next.clientX, next.clientY);
        if (point === null) return;
        last = point;
        const region = clipRegion(regionBetween(start.page, start, last), view.sheetSize(start.page));
        if (region !== null) draftRegion(region, null, false);
      };
      const up = (): void => {
        end();
        const isDrawn = Math.abs(last.x - start.x) >= leastRegion && Math.abs(last.y - start.y) >= leastRegion;
        if (isDrawn) void takeRegion();
      };
      end = () => {
        removeEventListener("pointermove", move);
        removeEventListener("pointerup", up);
        removeEventListener("pointercancel", cancel);
      };
      const cancel = (): void => {
        end();
        cancelRegion();
      };
      addEventListener("pointermove", move);
      addEventListener("pointerup", up);
      addEventListener("pointercancel", cancel);
    };
    // Words are not selected by the same drag.
    const noWords = (event: MouseEvent): void => {
      if (event.target instanceof Element && event.target.closest(".range-bar") !== null) return;
      event.preventDefault();
      event.stopPropagation();
    };
    const onEscape = (event: KeyboardEvent): void => {
      if (isComposing(event) || event.key !== "Escape") return;
      event.preventDefault();
      event.stopPropagation();
      end();
      cancelRegion();
    };
    scroller.addEventListener("pointerdown", down, true);
    scroller.addEventListener("mousedown", noWords, true);
    addEventListener("keydown", onEscape, true);
    return () => {
      end();
      scroller.removeEventListener("pointerdown", down, true);
      scroller.removeEventListener("mousedown", noWords, true);
      removeEventListener("keydown", onEscape, true);
    };
  }, [view, drawing]);
}

/** A third of the page in sight, in the middle of what is seen of it. */
function regionInSight(view: PagesView): ReturnType<typeof regionBetween> {
  const { page, down } = view.placeAt(0.5);
  const { width, height } = view.sheetSize(page);
  const middle = Math.min(height - height / 8, Math.max(height / 8, down * height));
  return regionBetween(page, { x: width / 4, y: middle - height / 8 }, { x: (width * 3) / 4, y: middle + height / 8 });
}
