import type { PaperContent } from "../../../shared/model/content.ts";
import type { TextRange } from "../../../shared/model/ranges.ts";
import type { ReaderControl } from "../state/reader-control.ts";
import { selectAnnotation, useReading } from "../state/reading.ts";
import { annotationsAt, type Highlight, nextInStack } from "./annotations.ts";
import { extendBy, grow, nextUnit, nextUnmarked, unitAt } from "./units.ts";

/** One side of the paper, text or pages, as far as commands need it. Offsets of the canonical text. */
export interface Caret {
  focus(): void;
  /** The selection with its fixed end and its moving one. */
  ends(): Readonly<{ anchor: number; head: number }>;
  /** Select with the caret at the end, or turned round at the beginning, and bring it into sight. */
  select(range: TextRange, caretFirst: boolean): void;
  /** Put the caret somewhere and bring it into sight. */
  move(offset: number): void;
  /** Bring an offset into sight without moving the caret. */
  show(offset: number): void;
  /** The offset nearest to a point of the window, null where there is no text. */
  at(left: number, top: number): number | null;
  /** The annotations whose words or rectangle are under a point of the window, and not only near it. */
  under(left: number, top: number): readonly Highlight[];
  /** The box around the selected words, in pixels of the window. */
  box(): DOMRect;
}

/** What commands do in the paper: the caret goes by units of the text and from annotation to annotation. */
export function controlOf(caret: Caret, content: PaperContent, highlights: readonly Highlight[]): ReaderControl {
  const selection = (): TextRange => {
    const { anchor, head } = caret.ends();
    return { start: Math.min(anchor, head), end: Math.max(anchor, head) };
  };
  const drawOut = (to: number): void => {
    const { anchor } = caret.ends();
    if (to === anchor) caret.move(to);
    else caret.select({ start: Math.min(anchor, to), end: Math.max(anchor, to) }, to < anchor);
  };
  /** The caret goes elsewhere; a claim that it leaves is not what the next key is meant for. */
  const goTo = (offset: number): void => {
    caret.move(offset);
    const { selected } = useReading.getState();
    if (selected !== null && !annotationsAt(highlights, offset).some(({ id }) => id === selected))
      selectAnnotation(null);
  };
  const here = (): Highlight[] => annotationsAt(highlights, caret.ends().head);
  const firstOf = (stack: readonly Highlight[]): Highlight["id"] | null => {
    const { selected } = useReading.getState();
    return (stack.find((highlight) => highlight.id === selected) ?? stack[0])?.id ?? null;
  };
  const selectPassageOf: ReaderControl["selectAnnotation"] = (id) => {
    const highlight = highlights.find((highlight) => highlight.id === id);
    const range = highlight?.ranges[0];
    if (range !== undefined) caret.select(range, false);
    else if (highlight !== undefined) caret.move(highlight.start);
    selectAnnotation(id);
  };
  return {
    focus: caret.focus,
    move: (unit, direction) => {
      const next = nextUnit(content, unit, caret.ends().head, direction);
      if (next !== null) goTo(next.start);
    },
    extend: (unit, direction) => drawOut(extendBy(content, unit, caret.ends().head, direction)),
    // The browser's own way there stops before pages that are not drawn.
    toEnd: (direction, extending) => {
      const to = direction === 1 ? (content.blocks.at(-1)?.end ?? 0) : 0;
      if (extending) drawOut(to);
      else goTo(to);
    },
    select: (unit) => caret.select(unitAt(content, unit, caret.ends().head), false),
    selectMore: () => {
      const { start, end } = selection();
      if (start === end) caret.select(unitAt(content, "sentence", start), false);
      else caret.select({ start, end: extendBy(content, "sentence", end, 1) }, false);
    },
    grow: () => caret.select(grow(content, selection()), false),
    unmarked: (direction) => {
      const marked = highlights.flatMap((highlight) => highlight.ranges);
      const next = nextUnmarked(content, marked, caret.ends().head, direction);
      if (next !== null) goTo(next.start);
      return next !== null;
    },
    step: (direction) => {
      const index = highlights.findIndex((highlight) => highlight.id === useReading.getState().selected);
      const { head } = caret.ends();
      const fresh =
        direction === 1
          ? highlights.find((highlight) => highlight.start > head)
          : highlights.findLast((highlight) => highlight.start < head);
      const target = index < 0 ? fresh : highlights[index + direction];
      if (target === undefined) return;
      caret.move(target.start);
      selectAnnotation(target.id);
    },
    cycle: () => selectAnnotation(nextInStack(here(), useReading.getState().selected)),
    canCycle: () => {
      const stack = here();
      return stack.length > 1 && stack.at(-1)?.id !== useReading.getState().selected;
    },
    annotationHere: () => firstOf(here()),
    offsetAt: caret.at,
    annotationAt: (left, top) => firstOf(caret.under(left, top)),
    moveTo: caret.move,
    selectAnnotation: selectPassageOf,
    selectRange: (range) => caret.select(range, false),
    show: caret.show,
    caret: () => caret.ends().head,
    selectionBox: caret.box,
  };
}
