import { type Side, usePageView } from "./page-view.ts";

type Listener = (offset: number) => void;

const followers = new Map<Side, Listener>();

/** This side leads from now on: its scrolling moves the other one, never the other way round, so that the two cannot chase each other. */
export function lead(side: Side): void {
  if (usePageView.getState().side !== side) usePageView.setState({ side });
}

/** Tell the other side the offset at this side's reading line; nothing happens when this side does not lead. May lie between two units. */
export function tellPlace(side: Side, offset: number): void {
  if (usePageView.getState().side !== side) return;
  followers.get(side === "text" ? "pages" : "text")?.(offset);
}

/** Follow the other side. Returns a function that ends it. */
export function follow(side: Side, listener: Listener): () => void {
  followers.set(side, listener);
  return () => {
    if (followers.get(side) === listener) followers.delete(side);
  };
}

/** Where the reading line lies, as a share of the height of what is shown. Both sides bring the same words to it. */
export const readingLine = 0.3;

/** Anything a reader does on a side makes it lead. Returns a function that ends it. */
export function leadBy(element: HTMLElement, side: Side): () => void {
  const take = (): void => lead(side);
  const acts = ["wheel", "pointerdown", "keydown", "focusin", "touchstart"] as const;
  for (const act of acts) element.addEventListener(act, take, { passive: true, capture: true });
  return () => {
    for (const act of acts) element.removeEventListener(act, take, { capture: true });
  };
}
