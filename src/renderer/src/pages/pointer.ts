import { useEffect, useRef } from "react";
import { letterAt } from "../../../shared/page-view/hit.ts";
import { unitAt } from "../editor/units.ts";
import { endsNow, setEnds } from "./page-caret.ts";
import { unitsOf } from "./page-texts.ts";
import type { PagesView, SheetPoint } from "./view.ts";
import { wordAt } from "./walk.ts";

/** A drag shorter than this is a click, in pixels. */
const still = 4;
/** Within this distance of an edge a drag scrolls, in pixels. */
const margin = 36;

/**
 * Select with the mouse: a drag by letters, a double click a word and a triple one a sentence, drags from there by the
 * same. `onClick` gets the offset of the character that was clicked, null beside words, and its place on the page;
 * `onDouble` the same of a double click, and is true when it used it up.
 */
export function usePointer(
  view: PagesView | null,
  onClick: (letter: number | null, point: SheetPoint | null) => void,
  onDouble: (letter: number | null, point: SheetPoint | null) => boolean,
): void {
  const click = useRef(onClick);
  click.current = onClick;
  const double = useRef(onDouble);
  double.current = onDouble;
  useEffect(() => {
    if (view === null) return undefined;
    const { scroller, content } = view;
    let end = (): void => undefined;
    const around = (offset: number, clicks: number): { start: number; end: number } =>
      clicks === 1
        ? { start: offset, end: offset }
        : clicks === 2
          ? wordAt(content.text, offset)
          : unitAt(content, "sentence", offset);
    const down = (event: MouseEvent): void => {
      const onScrollbar = event.offsetX > scroller.clientWidth && event.target === scroller;
      if (event.button !== 0 || onScrollbar) return;
      event.preventDefault();
      scroller.focus({ preventScroll: true });
      const offset = view.offsetAt(event.clientX, event.clientY);
      const clicks = Math.min(3, event.detail);
      const pressed = view.pointAt(event.clientX, event.clientY);
      if (clicks === 2 && !event.shiftKey && double.current(letterUnder(pressed), pressed)) return;
      // A page without words, as a scan has, can still have rectangles.
      if (offset === null) {
        click.current(null, pressed);
        return;
      }
      const first = around(offset, clicks);
      if (event.shiftKey) setEnds(endsNow().anchor, offset);
      else setEnds(first.start, first.end);
      const start = { x: event.clientX, y: event.clientY };
      let latest = start;
      let dragged = false;
      const anchor = event.shiftKey ? endsNow().anchor : null;
      const reach = (): void => {
        const now = view.offsetAt(latest.x, latest.y);
        if (now === null) return;
        const unit = around(now, clicks);
        if (anchor !== null) setEnds(anchor, now);
        else if (unit.start < first.start) setEnds(first.end, unit.start);
        else setEnds(first.start, Math.max(unit.end, first.end));
      };
      const move = (next: MouseEvent): void => {
        latest = { x: next.clientX, y: next.clientY };
        dragged ||= Math.hypot(latest.x - start.x, latest.y - start.y) > still;
        if (dragged) reach();
      };
      const timer = setInterval(() => {
        const box = scroller.getBoundingClientRect();
        const [down, across] = [beyond(latest.y, box.top, box.bottom), beyond(latest.x, box.left, box.right)];
        if (!dragged || (down === 0 && across === 0)) return;
        scroller.scrollTop += down / 2;
        scroller.scrollLeft += across / 2;
        reach();
      }, 30);
      end = () => {
        clearInterval(timer);
        removeEventListener("mousemove", move);
        removeEventListener("mouseup", up);
      };
      const up = (): void => {
        end();
        if (dragged || clicks > 1 || event.shiftKey) return;
        const point = view.pointAt(event.clientX, event.clientY);
        click.current(letterUnder(point), point);
      };
      addEventListener("mousemove", move);
      addEventListener("mouseup", up);
    };
    scroller.addEventListener("mousedown", down);
    return () => {
      end();
      scroller.removeEventListener("mousedown", down);
    };
  }, [view]);
}

/** The offset of the character at a point of a page; null where there is none. */
export function letterUnder(point: SheetPoint | null): number | null {
  const units = point === null ? null : unitsOf(point.page);
  return point === null || units === null ? null : letterAt(units, point.x, point.y);
}

/** How far a pointer is into the edge of the window or over it: negative before its beginning. */
function beyond(value: number, from: number, to: number): number {
  return value < from + margin ? value - from - margin : Math.max(0, value - to + margin);
}
