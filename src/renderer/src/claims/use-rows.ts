import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { TableLines } from "../../../shared/claims/lines.ts";
import { watchScroll } from "../ui/watch-scroll.ts";

/** Heights of the head of a group and of a claim, in CSS pixels. */
const height = { group: 34, claim: 56 } as const;
/** Rows drawn above and below those in sight. */
const more = 3;

/** A line that is higher than it should be, since it is edited: by how much, and its key. */
type Tall = Readonly<{ index: number; key: string; by: number }>;

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
  const [tall, setTall] = useState<Tall | null>(null);
  const placed = placesOf(lines, tall);
  const latest = useRef({ lines, placed });
  useEffect(() => {
    latest.current = { lines, placed };
  });
  useLayoutEffect(() => {
    const own = scroll.current;
    if (own === null) return undefined;
    return watchScroll(own, () => {
      // Drawn again when another row comes into sight, not at each pixel.
      const top = Math.floor(own.scrollTop / height.group) * height.group;
      const room = own.clientHeight;
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
    observer.current = new ResizeObserver(() => setTall({ index, key, by: row.offsetHeight - height.claim }));
    observer.current.observe(row);
  }, []);
  const scrollTo = useCallback(
    (index: number): void => {
      const own = scroll.current;
      if (own === null) return;
      const { topOf } = latest.current.placed;
      // The head of the table is before the rows and stays in sight.
      const head = own.querySelector("thead")?.clientHeight ?? 0;
      const [top, bottom] = [topOf(index), topOf(index + 1)];
      if (top < own.scrollTop) own.scrollTop = top;
      else if (bottom + head > own.scrollTop + own.clientHeight) own.scrollTop = bottom + head - own.clientHeight;
    },
    [scroll],
  );
  const from = Math.max(0, placed.lineAt(sight.top) - more);
  const to = Math.min(lines.length, placed.lineAt(sight.top + sight.room + height.group) + 1 + more);
  return {
    from,
    to,
    above: placed.topOf(from),
    below: placed.topOf(lines.length) - placed.topOf(to),
    scrollTo,
    measure,
  };
}

/** Where each line begins, and which line is at a place; in CSS pixels from the first line. */
function placesOf(lines: TableLines, tall: Tall | null) {
  const extra = tall !== null && lines.at(tall.index)?.key === tall.key ? tall : null;
  const topOf = (index: number): number => {
    const heads = lines.headsBefore(index);
    return (
      heads * height.group + (index - heads) * height.claim + (extra !== null && index > extra.index ? extra.by : 0)
    );
  };
  const lineAt = (y: number): number => {
    let [from, to] = [0, lines.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (topOf(middle + 1) <= y) from = middle + 1;
      else to = middle;
    }
    return from;
  };
  return { topOf, lineAt };
}
