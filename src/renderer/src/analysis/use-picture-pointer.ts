import { type DragEvent, type MouseEvent, type PointerEvent, useEffect, useRef } from "react";
import type { Point } from "../../../shared/chart/neighbour.ts";

/** How far a pointer goes before it drags and no longer clicks, in CSS pixels. */
const dragThreshold = 4;
/** How much a wheel's turn enlarges, for each CSS pixel that it would scroll; a pinch sends small steps. */
const wheelRate = 0.0022;

type Moves = Readonly<{
  /** The middle of a node's mark, in units of the picture. */
  placeOf: (id: string) => Point;
  moveNode: (id: string, to: Point) => void;
  /** Moves the part that is shown, in units of the picture. */
  pan: (by: Point) => void;
}>;

type Drag = { pointer: number; node: string | null; last: Point; start: Point; place: Point; moved: boolean };

/** Handlers of a box with a picture in it: a node is dragged to another place, the background moves what is shown. */
export function usePictureDrag(box: HTMLElement | null, { placeOf, moveNode, pan }: Moves) {
  const drag = useRef<Drag | null>(null);
  const clicks = useRef(true);
  return {
    onPointerDown: (event: PointerEvent): void => {
      clicks.current = true;
      const target = event.target instanceof Element ? event.target : null;
      const svg = target?.closest("svg.analysis-picture");
      if (box === null || svg == null || event.button !== 0) return;
      const node = target?.closest<SVGElement>("[data-movable]")?.dataset.movable ?? null;
      const start = { x: event.clientX, y: event.clientY };
      const place = node === null ? start : placeOf(node);
      drag.current = { pointer: event.pointerId, node, start, last: start, place, moved: false };
    },
    onPointerMove: (event: PointerEvent): void => {
      const now = drag.current;
      const svg = box?.querySelector<SVGSVGElement>("svg.analysis-picture") ?? null;
      if (box === null || svg === null || now === null || now.pointer !== event.pointerId) return;
      const at = { x: event.clientX, y: event.clientY };
      if (!now.moved && Math.hypot(at.x - now.start.x, at.y - now.start.y) < dragThreshold) return;
      if (!now.moved) box.setPointerCapture(event.pointerId);
      now.moved = true;
      clicks.current = false;
      const unit = unitOf(svg);
      if (now.node === null) pan({ x: (now.last.x - at.x) * unit, y: (now.last.y - at.y) * unit });
      else
        moveNode(now.node, {
          x: now.place.x + (at.x - now.start.x) * unit,
          y: now.place.y + (at.y - now.start.y) * unit,
        });
      now.last = at;
    },
    onPointerUp: (): void => {
      drag.current = null;
    },
    onPointerCancel: (): void => {
      drag.current = null;
    },
    // What was dragged is not opened by the click that ends the drag.
    onClickCapture: (event: MouseEvent): void => {
      if (clicks.current) return;
      clicks.current = true;
      event.preventDefault();
      event.stopPropagation();
    },
    // A mark is a link, which the browser would drag as such.
    onDragStart: (event: DragEvent): void => event.preventDefault(),
  };
}

/** Ctrl and the wheel, or a pinch, zoom about the pointer; the wheel alone scrolls as everywhere. */
export function useWheelZoom(box: HTMLElement | null, zoom: (factor: number, point: Point) => void): void {
  const latest = useRef(zoom);
  useEffect(() => {
    latest.current = zoom;
  });
  useEffect(() => {
    if (box === null) return undefined;
    const onWheel = (event: WheelEvent): void => {
      const svg = box.querySelector<SVGSVGElement>("svg.analysis-picture");
      if (svg === null || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      const turn = Math.max(
        -300,
        Math.min(300, event.deltaY * (event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 33 : 1)),
      );
      latest.current(Math.exp(-turn * wheelRate), pointAt(svg, event));
    };
    // React's own listeners cannot keep the browser from zooming the window.
    box.addEventListener("wheel", onWheel, { passive: false });
    return () => box.removeEventListener("wheel", onWheel);
  }, [box]);
}

/** Units of the picture in one CSS pixel. */
function unitOf(svg: SVGSVGElement): number {
  return svg.viewBox.baseVal.width / svg.getBoundingClientRect().width;
}

function pointAt(svg: SVGSVGElement, { clientX, clientY }: Readonly<{ clientX: number; clientY: number }>): Point {
  const { left, top } = svg.getBoundingClientRect();
  const { x, y } = svg.viewBox.baseVal;
  return { x: x + (clientX - left) * unitOf(svg), y: y + (clientY - top) * unitOf(svg) };
}
