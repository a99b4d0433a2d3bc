import { create } from "zustand";
import { type PageSide, usePageView } from "./page-view.ts";
import { useReading } from "./reading.ts";

/**
 * An offset of the canonical text (it may lie between two units) and the share of the window's height at which it is, 0
 * at the top.
 */
export type ScrollAnchor = Readonly<{ offset: number; line: number }>;

type Listener = (standing: ScrollAnchor) => void;

const followers = new Map<PageSide, Listener>();

/** The place being read: the one at the reading line of the side that leads. */
export const usePlace = create<Readonly<{ standing: (ScrollAnchor & Readonly<{ paper: string | null }>) | null }>>(
  () => ({
    standing: null,
  }),
);

/**
 * This side leads from now on: its scrolling moves the other one, never the other way round, so that the two cannot
 * chase each other.
 */
export function makeLeader(side: PageSide): void {
  if (usePageView.getState().side !== side) usePageView.setState({ side });
}

/** Give the other side the positions on this one; nothing happens when this side does not lead. */
export function publishPlace(side: PageSide, standing: ScrollAnchor): void {
  if (usePageView.getState().side !== side) return;
  usePlace.setState({ standing: { ...standing, paper: useReading.getState().paper } });
  followers.get(side === "text" ? "pages" : "text")?.(standing);
}

/** Whether the other side is there to be moved. */
export function isFollowed(side: PageSide): boolean {
  return followers.has(side === "text" ? "pages" : "text");
}

/**
 * Follow the other side, beginning where it was last unless `begins` is false. Returns a function that ends it.
 */
export function follow(side: PageSide, listener: Listener, begins = true): () => void {
  followers.set(side, listener);
  const last = usePlace.getState().standing;
  if (begins && last !== null && last.paper === useReading.getState().paper) listener(last);
  return () => {
    if (followers.get(side) === listener) followers.delete(side);
  };
}

/**
 * The height that is compared, as a share of what is shown: the top at the beginning of a paper, the foot at its end,
 * sliding between. So both sides reach both ends together.
 */
export function lineOf({ scrollTop, scrollHeight, clientHeight }: Element): number {
  return scrollHeight <= clientHeight ? 0 : Math.min(1, Math.max(0, scrollTop / (scrollHeight - clientHeight)));
}

/** Anything a reader does on a side makes it lead. Returns a function that ends it. */
export function leaderName(element: HTMLElement, side: PageSide): () => void {
  const take = (): void => makeLeader(side);
  const acts = ["wheel", "pointerdown", "keydown", "focusin", "touchstart"] as const;
  for (const act of acts) element.addEventListener(act, take, { passive: true, capture: true });
  return () => {
    for (const act of acts) element.removeEventListener(act, take, { capture: true });
  };
}
