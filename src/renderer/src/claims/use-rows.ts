import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { TableLines } from "../../../shared/claims/lines.ts";
import { watchScroll } from "../ui/watch-scroll.ts";
import { placesOf, rowHeight, type TallRow } from "./row-places.ts";
import { type Scrolled, scrollPages } from "./scroll-pages.ts";

/** Rows drawn above and below those in sight. */
const more = 3;

type Rows = Readonly<{
  /** The lines that are drawn: from the first to before another. */
  from: number;
  to: number;
  /**
   * The height of all, and the space that those above and below would take, in CSS pixels. When a row that has the
   * keyboard goes, browsers lay out what is changed by half: without the height they would scroll up from the foot.
   */
  height: number;
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
 * Tables that are taller than browsers lay out are scrolled in parts.
 */
export function useRows(scroll: RefObject<HTMLElement | null>, lines: TableLines): Rows {
  const [sight, setSight] = useState({ top: 0, room: 800, offset: 0 });
  const [tall, setTall] = useState<TallRow | null>(null);
  const placed = placesOf(lines, tall);
  const total = placed.topOf(lines.length);
  const pages = scrollPages(total);
  const latest = useRef({ lines, placed, pages });
  useEffect(() => {
    latest.current = { lines, placed, pages };
  });
  const at = useRef<Scrolled>({ scrollTop: 0, offset: 0 });
  const look = useCallback((): void => {
    const element = scroll.current;
    if (element === null) return;
    const { scrollTop, clientHeight: room } = element;
    const isLeap = Math.abs(scrollTop - at.current.scrollTop) > room;
    at.current = isLeap
      ? latest.current.pages.leapt(scrollTop, room)
      : latest.current.pages.at(scrollTop + at.current.offset);
    const { offset } = at.current;
    if (at.current.scrollTop !== scrollTop) element.scrollTop = at.current.scrollTop;
    // Drawn again when another row comes into sight, not at each pixel.
    const top = Math.floor((at.current.scrollTop + offset) / rowHeight.group) * rowHeight.group;
    setSight((before) =>
      before.top === top && before.room === room && before.offset === offset ? before : { top, room, offset },
    );
  }, [scroll]);
  useLayoutEffect(() => {
    const element = scroll.current;
    return element === null ? undefined : watchScroll(element, look);
  }, [scroll, look]);
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
      const place = element.scrollTop + at.current.offset;
      const wanted = top < place ? top : Math.max(place, bottom + head - element.clientHeight);
      if (wanted === place) return;
      at.current = latest.current.pages.at(wanted);
      element.scrollTop = at.current.scrollTop;
      look();
    },
    [scroll, look],
  );
  const from = Math.max(0, placed.lineAt(sight.top) - more);
  const to = Math.min(lines.length, placed.lineAt(sight.top + sight.room + rowHeight.group) + 1 + more);
  const offset = Math.min(sight.offset, total - pages.height);
  return {
    from,
    to,
    height: pages.height + rowHeight.head,
    above: Math.max(0, placed.topOf(from) - offset),
    below: Math.max(0, pages.height - (placed.topOf(to) - offset)),
    scrollTo,
    measure,
  };
}
