/** Pages one below the other: top edge and size of each, in CSS pixels. */
export type Layout = Readonly<{
  pages: readonly Readonly<{ top: number; width: number; height: number }>[];
  /** Height of all, with a gap before, between and after. */
  height: number;
  width: number;
}>;

type Size = Readonly<{ width: number; height: number }>;

/**
 * How large pages are shown: so that the widest fits, so that a whole one fits, or at a scale (1 is the printed size).
 */
export type Zoom =
  | Readonly<{ kind: "width" }>
  | Readonly<{ kind: "page" }>
  | Readonly<{ kind: "scale"; scale: number }>;

/** CSS pixels of a point at scale 1 (CSS Values and Units 4, 5.2: 96 pixels are an inch). */
export const pixelsPerPoint = 96 / 72;

const steps = [0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4, 5, 6, 8];

/** A page's size as it is seen, from the size before rotation. Pages that say nothing of their size count as A4. */
export function seenSize(page: Size & Readonly<{ rotation: number }>): Size {
  const { width, height } = page.width > 0 && page.height > 0 ? page : { width: 595, height: 842 };
  return page.rotation % 180 === 0 ? { width, height } : { width: height, height: width };
}

/** The scale a zoom comes to for pages of these sizes (points) in a window of this size (CSS pixels). */
export function scaleOf(zoom: Zoom, pages: readonly Size[], window: Size, gap: number): number {
  if (zoom.kind === "scale") return zoom.scale;
  const width = pages.reduce((most, page) => Math.max(most, page.width), 1);
  const height = pages.reduce((most, page) => Math.max(most, page.height), 1);
  const across = (window.width - 2 * gap) / (width * pixelsPerPoint);
  const down = (window.height - 2 * gap) / (height * pixelsPerPoint);
  return Math.min(8, Math.max(0.1, zoom.kind === "width" ? across : Math.min(across, down)));
}

/** The next larger (1) or smaller (-1) step of the scale. */
export function stepScale(scale: number, direction: 1 | -1): number {
  const next =
    direction === 1 ? steps.find((step) => step > scale * 1.01) : steps.findLast((step) => step < scale * 0.99);
  return next ?? (direction === 1 ? 8 : 0.25);
}

/** Pages at a scale, `gap` CSS pixels apart. Sizes are whole pixels, so that no page is drawn between two. */
export function layoutOf(pages: readonly Size[], scale: number, gap: number): Layout {
  let top = gap;
  const placed = pages.map((page) => {
    const size = {
      width: Math.round(page.width * scale * pixelsPerPoint),
      height: Math.round(page.height * scale * pixelsPerPoint),
    };
    const own = { top, ...size };
    top += size.height + gap;
    return own;
  });
  return { pages: placed, height: top, width: placed.reduce((most, page) => Math.max(most, page.width), 0) };
}

/** The index of the page at a height; of the nearest one before it where there is a gap. */
export function pageAt(layout: Layout, y: number): number {
  let low = 0;
  let high = layout.pages.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((layout.pages[middle]?.top ?? Infinity) <= y) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}

/** First and last page that a window of this height shows from `top`. */
export function shownPages(layout: Layout, top: number, height: number): { first: number; last: number } {
  const first = pageAt(layout, top);
  const over = layout.pages[first];
  const gone = over !== undefined && over.top + over.height <= top && first + 1 < layout.pages.length;
  const from = gone ? first + 1 : first;
  return { first: from, last: Math.max(from, pageAt(layout, top + height - 1)) };
}
