import { type KeyboardEvent, type PointerEvent, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { PassageEdge } from "../../../shared/anchor/edges.ts";
import { type Annotation, textRanges } from "../../../shared/model/annotation.ts";
import { recordOf } from "../../../shared/model/by-paper.ts";
import type { TextRange } from "../../../shared/model/ranges.ts";
import { directionOf } from "../../../shared/text/direction.ts";
import { useTexts } from "../i18n/texts.ts";
import { isWritable, useLibrary } from "../state/library.ts";
import {
  beginRangeChange,
  cancelRangeChange,
  dragEdge,
  saveRangeChange,
  stepEdge,
  useRangeChange,
} from "../state/range-change.ts";
import { useReading } from "../state/reading.ts";
import { isComposing } from "../ui/composing.ts";
import "./range-handles.css";

/** Text or pages, as far as handles need them. */
export interface HandleSurface {
  readonly scroller: HTMLElement;
  /** The line at an edge, in pixels of the window; null where it is not drawn. */
  boxAt(offset: number, side: PassageEdge["side"]): Readonly<{ left: number; top: number; height: number }> | null;
  /** The offset nearest to a point of the window. */
  offsetAt(x: number, y: number): number | null;
}

type Props = Readonly<{
  surface: HandleSurface;
  /** Changes when what is drawn has moved without a change of size. */
  version: unknown;
  /** The text and not the pages: here the keyboard is given to a handle. */
  main: boolean;
}>;

type Handle = Readonly<{ edge: PassageEdge; offset: number; left: number; top: number; height: number }>;

/** Within this distance of an edge of the window a drag scrolls, in pixels. */
const margin = 36;

/**
 * A handle at each edge of the selected claim's words: dragged, or moved by arrow keys, they change where the claim
 * starts and ends.
 */
export function RangeHandles({ surface, version, main }: Props) {
  const { t, rich } = useTexts();
  const layer = useRef<HTMLDivElement>(null);
  const ranges = useShownRanges();
  const change = useRangeChange((state) => state.change);
  const content = useReading((state) => state.content);
  const [handles, setHandles] = useState<readonly Handle[]>([]);
  const lastEnd = useRef<HTMLButtonElement>(null);
  const byKey = change?.byKey === true && main;
  const [size, setSize] = useState(0);
  useEffect(() => {
    const watch = new ResizeObserver(() => setSize((before) => before + 1));
    if (layer.current !== null) watch.observe(layer.current);
    return () => watch.disconnect();
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: drawn again when what is under it has moved
  useLayoutEffect(() => {
    const element = layer.current;
    if (element === null) return;
    const zero = element.getBoundingClientRect();
    setHandles(
      ranges.flatMap(({ start, end }, range) =>
        (["start", "end"] as const).flatMap((side): Handle[] => {
          const offset = side === "start" ? start : end;
          const box = surface.boxAt(offset, side);
          if (box === null) return [];
          const { left, top, height } = box;
          return [{ edge: { range, side }, offset, left: left - zero.left, top: top - zero.top, height }];
        }),
      ),
    );
  }, [ranges, surface, version, size]);
  const annotation = change?.annotation;
  useEffect(() => {
    if (byKey && annotation !== undefined) requestAnimationFrame(() => lastEnd.current?.focus({ preventScroll: true }));
  }, [byKey, annotation]);

  const onKeyDown = (event: KeyboardEvent, edge: PassageEdge): void => {
    if (isComposing(event)) return;
    const arrow = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : null;
    if (arrow !== null && content !== null) {
      if (change === null) return;
      const range = change.ranges[edge.range];
      const words = range === undefined ? "" : content.text.slice(range.start, range.end);
      const forwards = directionOf(words) === "rtl" ? -arrow : arrow;
      stepEdge(edge, forwards === 1 ? 1 : -1, event.ctrlKey || event.metaKey || event.altKey ? "word" : "letter");
    } else if (event.key === "Enter") void saveRangeChange();
    else if (event.key === "Escape") cancelRangeChange();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const last = handles.length - 1;
  return (
    <div className="range-handles" ref={layer}>
      {handles.map(({ edge, offset, left, top, height }, index) => (
        <button
          type="button"
          role="slider"
          key={`${edge.range} ${edge.side}`}
          className={edge.side}
          ref={index === last ? lastEnd : undefined}
          tabIndex={byKey ? 0 : -1}
          aria-label={t(edge.side === "start" ? "range.start" : "range.end")}
          aria-valuemin={0}
          aria-valuemax={content?.text.length ?? 0}
          aria-valuenow={offset}
          aria-valuetext={content?.text.slice(Math.max(0, offset - 20), offset + 20) ?? ""}
          style={{ left, top, height }}
          onPointerDown={(event) => startDrag(event, edge, surface)}
          onKeyDown={(event) => onKeyDown(event, edge)}
        />
      ))}
      {byKey && change !== null && (
        <div className="range-bar" role="toolbar" aria-label={t("range.title")}>
          <span>{rich("range.help", { kbd: (parts) => <kbd key={String(parts[0])}>{parts}</kbd> })}</span>
          <button type="button" onClick={cancelRangeChange}>
            {t("range.cancel")}
          </button>
          <button type="button" className="primary" onClick={() => void saveRangeChange()}>
            {t("range.save")}
          </button>
        </div>
      )}
    </div>
  );
}

const none: readonly TextRange[] = [];

/**
 * The ranges that have handles: those being changed, else those of the selected claim where nothing else is going on.
 */
function useShownRanges(): readonly TextRange[] {
  const changed = useRangeChange((state) => state.change?.ranges);
  const selected = useReading((state) => state.selected);
  const paper = useReading((state) => state.paper);
  const idle = useReading((state) => !state.composing && state.range === null);
  const writable = useLibrary((state) => isWritable(state));
  const annotation = useLibrary((state) =>
    paper === null || selected === null ? undefined : recordOf(state.library.annotations, paper, selected),
  );
  return changed ?? (writable && idle ? rangesOf(annotation) : undefined) ?? none;
}

function rangesOf(annotation: Annotation | undefined): readonly TextRange[] | undefined {
  return annotation === undefined ? undefined : textRanges(annotation.passage);
}

/** Follow the pointer until it is released, which saves, or Escape is pressed, which leaves the claim as it was. */
function startDrag(event: PointerEvent<HTMLElement>, edge: PassageEdge, surface: HandleSurface): void {
  const { selected } = useReading.getState();
  if (event.button !== 0 || selected === null) return;
  event.preventDefault();
  event.stopPropagation();
  const start = { x: event.clientX, y: event.clientY };
  const box = event.currentTarget.getBoundingClientRect();
  // The handle hangs over or under its line; the pointer means the line.
  const middle = { x: box.left + box.width / 2, y: box.top + box.height / 2 };
  event.currentTarget.setPointerCapture(event.pointerId);
  let point = start;
  const wasByKey = useRangeChange.getState().change?.byKey === true;
  let dragged = false;
  const reach = (): void => {
    const offset = surface.offsetAt(point.x + middle.x - start.x, point.y + middle.y - start.y);
    if (offset !== null) dragEdge(edge, offset);
  };
  const move = (next: globalThis.PointerEvent): void => {
    point = { x: next.clientX, y: next.clientY };
    if (!dragged && Math.hypot(point.x - start.x, point.y - start.y) < 3) return;
    if (!dragged && !wasByKey) beginRangeChange(selected, false);
    dragged = true;
    reach();
  };
  const timer = setInterval(() => {
    if (!dragged) return;
    const frame = surface.scroller.getBoundingClientRect();
    const beyond = point.y < frame.top + margin ? -1 : point.y > frame.bottom - margin ? 1 : 0;
    if (beyond === 0) return;
    surface.scroller.scrollTop += beyond * 14;
    reach();
  }, 30);
  const end = (): void => {
    clearInterval(timer);
    removeEventListener("pointermove", move);
    removeEventListener("pointerup", up);
    removeEventListener("pointercancel", stop);
    removeEventListener("keydown", onEscape, true);
  };
  const up = (): void => {
    end();
    if (wasByKey) return;
    if (dragged) void saveRangeChange();
    else beginRangeChange(selected, true);
  };
  const stop = (): void => {
    end();
    cancelRangeChange();
  };
  const onEscape = (key: globalThis.KeyboardEvent): void => {
    if (isComposing(key) || key.key !== "Escape") return;
    key.preventDefault();
    key.stopPropagation();
    stop();
  };
  addEventListener("pointermove", move);
  addEventListener("pointerup", up);
  addEventListener("pointercancel", stop);
  addEventListener("keydown", onEscape, true);
}
