/**
 * The most that a list takes of a browser's page, in CSS pixels: Chromium lays nothing out beyond 2^25 (its LayoutUnit
 * has 26 bits before the point).
 */
export const tallest = 2 ** 24;

/** The list is scrolled as it is within one of so many parts of what is laid out. */
const parts = 100;

/** Where a list is scrolled to: the place in it is `scrollTop + offset`, in CSS pixels. */
export type Scrolled = Readonly<{ scrollTop: number; offset: number }>;

/**
 * How a list of `total` pixels is scrolled within at most `most`: from line to line as if all of it were there, and in
 * leaps by the scroll bar, whose ends are those of the list. As SlickGrid has it (“virtual paging”).
 */
export function scrollPages(total: number, most = tallest) {
  if (total <= most) {
    const asIs = (scrollTop: number): Scrolled => ({ scrollTop, offset: 0 });
    return { height: total, at: asIs, leapt: asIs };
  }
  const part = most / parts;
  const last = Math.floor(total / part) - 1;
  const offsetAt = (place: number): number => {
    const page = Math.max(0, Math.min(last, Math.floor(place / part)));
    return Math.round((page / last) * (total - most));
  };
  return {
    /** What is laid out. */
    height: most,
    /** How a place of the list is shown. */
    at: (place: number): Scrolled => {
      const offset = offsetAt(place);
      return { scrollTop: place - offset, offset };
    },
    /** What the scroll bar means that was moved to `scrollTop`, in a window of `room` pixels. */
    leapt: (scrollTop: number, room: number): Scrolled => ({
      scrollTop,
      offset: offsetAt((scrollTop * (total - room)) / (most - room)),
    }),
  };
}
