import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import type { PaperContent } from "../../../shared/model/content.ts";
import { type Layout, layoutOf, pageAt, scaleOf, seenSize, shownPages } from "../../../shared/page-view/layout.ts";
import { setScale, usePageView, zoomTo } from "../state/page-view.ts";
import { follow, leaderName, lineOf, publishPlace } from "../state/scroll-sync.ts";
import { usePageTexts } from "./page-texts.ts";
import { type HeldPointer, PagesView } from "./view.ts";

/** Room around and between pages, in CSS pixels. */
const gap = 14;
/** The window moves over the pages by this much before anything is redrawn, in CSS pixels. */
const stride = 256;
/** The point at these shares of the window's width and height stays in place when zooming by keys. */
const fixed = { across: 0.5, down: 0.3 };

export type VisiblePages = Readonly<{
  first: number;
  last: number;
  /** The page that is read: at the top of the window at the beginning, at its foot at the end. */
  page: number;
  /** The part of all pages to draw, a little more than is in sight; CSS pixels from the top of the first page. */
  from: number;
  to: number;
}>;

/** The pages laid out in a scroller: which are in sight, kept in place over zooming, tied to the text. */
export function useScroll(
  scroller: HTMLElement | null,
  content: PaperContent,
): Readonly<{ view: PagesView | null; layout: Layout; shown: VisiblePages }> {
  const zoom = usePageView((state) => state.zoom);
  const size = useSize(scroller);
  const sizes = useMemo(() => content.pages.map(seenSize), [content]);
  const scale = scaleOf(zoom, sizes, size ?? { width: 800, height: 600 }, gap);
  const layout = useMemo(() => layoutOf(sizes, scale, gap), [sizes, scale]);
  const first = useRef(layout);
  const measured = size !== null;
  const view = useMemo(
    () => (scroller === null || !measured ? null : new PagesView(scroller, content, first.current)),
    [scroller, content, measured],
  );
  const held = useRef<HeldPointer>({ place: { page: 0, down: 0 }, along: 0.5, ...fixed });
  const [shown, setShown] = useState<VisiblePages>({ first: 0, last: 0, page: 0, from: 0, to: 0 });

  useEffect(() => setScale(scale), [scale]);

  useLayoutEffect(() => {
    if (view === null) return undefined;
    view.layout = layout;
    view.keep(held.current);
    const see = (): void => setShown((before) => same(before, shownIn(view)));
    see();
    const scrolled = (): void => {
      held.current = view.hold(fixed.across, fixed.down);
      see();
      publishPlace("pages", view.standing());
    };
    view.scroller.addEventListener("scroll", scrolled, { passive: true });
    return () => view.scroller.removeEventListener("scroll", scrolled);
  }, [view, layout]);

  const tied = useRef<PagesView | null>(null);
  useEffect(() => {
    if (view === null) return undefined;
    // Pages that are only shown again are where they were.
    const begins = tied.current !== view;
    tied.current = view;
    const by = [
      leaderName(view.scroller, "pages"),
      follow("pages", (standing) => view.stand(standing), begins),
      usePageTexts.subscribe(() => view.settle()),
      zoomByWheel(view, (there) => {
        held.current = there;
      }),
    ];
    const onMove = (): void => view.moved();
    for (const act of ["wheel", "pointerdown", "keydown"])
      view.scroller.addEventListener(act, onMove, { passive: true });
    return () => {
      for (const end of by) end();
      for (const act of ["wheel", "pointerdown", "keydown"]) view.scroller.removeEventListener(act, onMove);
    };
  }, [view]);

  return { view, layout, shown };
}

function shownIn(view: PagesView): VisiblePages {
  const { scrollTop, clientHeight } = view.scroller;
  const top = Math.floor(scrollTop / stride) * stride;
  const [from, to] = [top - stride, top + clientHeight + 2 * stride];
  const { first, last } = shownPages(view.layout, Math.max(0, from), to - Math.max(0, from));
  return { first, last, page: pageAt(view.layout, scrollTop + clientHeight * lineOf(view.scroller)), from, to };
}

function same(before: VisiblePages, now: VisiblePages): VisiblePages {
  const keys = ["first", "last", "page", "from", "to"] as const;
  return keys.every((key) => before[key] === now[key]) ? before : now;
}

/** The room inside an element, in CSS pixels; null before it is known. */
function useSize(element: HTMLElement | null): { width: number; height: number } | null {
  const [size, setSize] = useState<{ width: number; height: number } | null>(null);
  useLayoutEffect(() => {
    if (element === null) return undefined;
    const measure = (): void => setSize({ width: element.clientWidth, height: element.clientHeight });
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(element);
    return () => watch.disconnect();
  }, [element]);
  return size;
}

/**
 * The wheel with Ctrl, and two fingers on a touchpad, which browsers treat alike; what is under the pointer stays
 * there.
 */
function zoomByWheel(view: PagesView, hold: (there: HeldPointer) => void): () => void {
  const { scroller } = view;
  const wheel = (event: WheelEvent): void => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    const box = scroller.getBoundingClientRect();
    hold(view.hold((event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height));
    const scale = usePageView.getState().scale * Math.exp(-event.deltaY / 400);
    zoomTo({ kind: "scale", scale: Math.min(8, Math.max(0.1, scale)) });
  };
  scroller.addEventListener("wheel", wheel, { passive: false });
  return () => scroller.removeEventListener("wheel", wheel);
}
