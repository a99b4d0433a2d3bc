import type { EditorView } from "prosemirror-view";
import { follow, isFollowed, leaderName, lineOf, publishPlace, type ScrollAnchor } from "../state/scroll-sync.ts";
import { mapOf } from "./annotations.ts";

/**
 * Tie the text to the pages beside it: the text at the reading line of one is scrolled to that of the other. It begins
 * where the pages were last, unless `begins` is false. Returns a function that ends it.
 */
export function syncTextScroll(view: EditorView, begins: boolean): () => void {
  const scroller = scrollerOf(view.dom);
  const scrolled = (): void => {
    const line = lineOf(scroller);
    const offset = offsetAt(view, heightOf(scroller, line));
    if (offset !== null) publishPlace("text", { offset, line });
  };
  let rest = 0;
  let reported = 0;
  const scrolling = (): void => {
    // Measuring positions takes a good part of a frame. Without pages beside the text only the outline needs it, and
    // that can wait.
    const now = performance.now();
    if (isFollowed("text") || now - reported > 200) {
      reported = now;
      scrolled();
    }
    // Pages drawn on the way move the words without another word of it.
    clearTimeout(rest);
    rest = window.setTimeout(() => view.isDestroyed || scrolled(), 150);
  };
  let due = 0;
  const go = ({ offset, line }: ScrollAnchor, left: number): void => {
    cancelAnimationFrame(due);
    if (view.isDestroyed) return;
    const ends = line <= 0 ? -scroller.scrollTop : line >= 1 ? scroller.scrollHeight : null;
    const away = ends ?? topOf(view, offset) - heightOf(scroller, line);
    if (Math.abs(away) < 1) return;
    scroller.scrollTop += away;
    // Pages not drawn so far have a guessed height, so that the first way may end beside the words.
    if (left > 0) due = requestAnimationFrame(() => go({ offset, line }, left - 1));
  };
  scroller.addEventListener("scroll", scrolling, { passive: true });
  const ends = [leaderName(scroller, "text"), follow("text", (standing) => go(standing, 3), begins)];
  return () => {
    cancelAnimationFrame(due);
    clearTimeout(rest);
    scroller.removeEventListener("scroll", scrolling);
    for (const end of ends) end();
  };
}

function scrollerOf(element: HTMLElement): HTMLElement {
  for (let ancestor = element.parentElement; ancestor !== null; ancestor = ancestor.parentElement)
    if (/auto|scroll/.test(getComputedStyle(ancestor).overflowY)) return ancestor;
  return document.documentElement;
}

/** A share of the scroller's height, in pixels of the window. */
function heightOf(scroller: HTMLElement, line: number): number {
  const box = scroller.getBoundingClientRect();
  return box.top + box.height * line;
}

/**
 * The offset at a height of the window, shared out evenly over the height of the paragraph there; null beside all text.
 */
function offsetAt(view: EditorView, wanted: number): number | null {
  const box = view.dom.getBoundingClientRect();
  const y = Math.min(box.bottom - 2, Math.max(box.top + 2, wanted));
  const found = view.posAtCoords({ left: box.left + box.width / 2, top: y });
  if (found === null) return null;
  const { start, length, rect } = paragraphAt(view, found.pos);
  const share = rect.height === 0 ? 0 : (y - rect.top) / rect.height;
  return start + Math.min(1, Math.max(0, share)) * length;
}

/** Where an offset is, in pixels of the window. */
function topOf(view: EditorView, offset: number): number {
  const { start, length, rect } = paragraphAt(view, mapOf(view.state.doc).posAt(Math.floor(offset)));
  return rect.top + (length === 0 ? 0 : Math.min(1, (offset - start) / length)) * rect.height;
}

function paragraphAt(view: EditorView, pos: number): { start: number; length: number; rect: DOMRect } {
  const $pos = view.state.doc.resolve(pos);
  let depth = $pos.depth;
  while (depth > 0 && !$pos.node(depth).isTextblock) depth--;
  const node = $pos.node(depth);
  const dom = depth === 0 ? null : view.nodeDOM($pos.before(depth));
  const rect = dom instanceof Element ? dom.getBoundingClientRect() : new DOMRect();
  return {
    start: mapOf(view.state.doc).offsetAt(depth === 0 ? pos : $pos.start(depth)),
    length: node.content.size,
    rect,
  };
}
