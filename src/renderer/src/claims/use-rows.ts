import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { TableLines } from "../../../shared/claims/lines.ts";
import { watchScroll } from "../ui/watch-scroll.ts";
import { placesOf, rowHeight, type TallRow } from "./row-places.ts";

/** Rows drawn above and below those in sight. */
const more = 3;

type Rows = Readonly<{
  /** The lines that are drawn: from the first to before another. */
  from: number;
  to: number;
  /** The space that those above and below would take, in CSS pixels. */
  above: number;
  below: number;
  /** Scroll as little as shows a line whole. */
  scrollTo: (index: number) => void;
  /** Given to the one row whose height is its own. */
  measure: (row: Element | null) => void;
}>;

/**
 * Which rows of a long table are in sight. Line positions are calculated, not measured: a list of the places of 100,000
 * lines takes longer to write, at each letter of the filter, than all that is then drawn (docs/measured/library.md).
 */
export function useRows(scroll: RefObject<HTMLElement | null>, lines: TableLines): Rows {
  const [sight, setSight] = useState({ top: 0, room: 800 });
  const [tall, setTall] = useState<TallRow | null>(null);
  const placed = placesOf(lines, tall);
  const latest = useRef({ lines, placed });
  useEffect(() => {
    latest.current = { lines, placed };
  });
  useLayoutEffect(() => {
    const element = scroll.current;
    if (element === null) return undefined;
    return watchScroll(element, () => {
      // Drawn again when another row comes into sight, not at each pixel.
      const top = Math.floor(element.scrollTop / rowHeight.group) * rowHeight.group;
      const room = element.clientHeight;
      setSight((before) => (before.top === top && before.room === room ? before : { top, room }));
    });
  }, [scroll]);
  const observer = useRef<ResizeObserver | null>(null);
  const measure = useCallback((row: Element | null): void => {
    observer.current?.disconnect();
    observer.current = null;
    setTall(null);
    if (!(row instanceof HTMLElement)) return;
    const index = Number(row.dataset.index);
    const key = latest.current.lines.at(index)?.key ?? "";
    observer.current = new ResizeObserver(() => setTall({ index, key, by: row.offsetHeight - rowHeight.claim }));
    observer.current.observe(row);
  }, []);
  const scrollTo = useCallback(
    (index: number): void => {
      const element = scroll.current;
      if (element === null) return;
      const { topOf } = latest.current.placed;
      // The head of the table is before the rows and stays in sight.
      const head = element.querySelector("thead")?.clientHeight ?? 0;
      const [top, bottom] = [topOf(index), topOf(index + 1)];
      if (top < element.scrollTop) element.scrollTop = top;
      else if (bottom + head > element.scrollTop + element.clientHeight)
        element.scrollTop = bottom + head - element.clientHeight;
    },
    [scroll],
  );
  const from = Math.max(0, placed.lineAt(sight.top) - more);
  const to = Math.min(lines.length, placed.lineAt(sight.top + sight.room + rowHeight.group) + 1 + more);
  return {
    from,
    to,
    above: placed.topOf(from),
    below: placed.topOf(lines.length) - placed.topOf(to),
    scrollTo,
    measure,
  };
}
