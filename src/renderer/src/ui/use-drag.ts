import { type DragEvent, useRef, useState } from "react";

export type DropSide = "before" | "inside" | "after";

export type Dragging = Readonly<{
  /** Whether an entry may be dropped there. */
  allowed: (id: string, target: string, side: DropSide) => boolean;
  drop: (id: string, target: string, side: DropSide) => void;
}>;

type Line = Readonly<{ id: string; name: string }>;

/**
 * Lines that are dragged onto each other: the upper part of a line means before it, the lower part after it, the middle
 * into it.
 */
export function useDrag(dragging: Dragging | undefined) {
  const dragged = useRef<string | null>(null);
  const [over, setOver] = useState<Readonly<{ id: string; side: DropSide }> | null>(null);
  return {
    over,
    of: (line: Line) => ({
      draggable: dragging !== undefined,
      onDragStart: (event: DragEvent): void => {
        dragged.current = line.id;
        event.dataTransfer.setData("text/plain", line.name);
        event.dataTransfer.effectAllowed = "all";
      },
      onDragOver: (event: DragEvent): void => {
        const id = dragged.current;
        const box = event.currentTarget.getBoundingClientRect();
        const share = (event.clientY - box.top) / box.height;
        const side = share < 0.28 ? "before" : share > 0.72 ? "after" : "inside";
        const fits = id !== null && dragging?.allowed(id, line.id, side) === true;
        setOver(fits ? { id: line.id, side } : null);
        if (fits) event.preventDefault();
      },
      onDragLeave: (): void => setOver(null),
      onDragEnd: (): void => {
        dragged.current = null;
        setOver(null);
      },
      onDrop: (event: DragEvent): void => {
        event.preventDefault();
        event.stopPropagation();
        if (dragged.current !== null && over !== null) dragging?.drop(dragged.current, line.id, over.side);
        dragged.current = null;
        setOver(null);
      },
    }),
  };
}
