import type { Bounds, WindowPlace } from "./shell-state.ts";

/** A display: its identifier, and its area without task bars and docks. */
export type DisplayArea = Readonly<{ id: number; workArea: Bounds }>;

/** The least and the usual size of a window, in pixels. */
export const leastSize = { width: 720, height: 480 } as const;
export const usualSize = { width: 1440, height: 900 } as const;

/** How much of a window must be on a display for it to be found again, in pixels. */
const grip = { width: 100, height: 40 } as const;

/** A name for the displays that are connected and how they are arranged: a place is remembered for each. */
export function arrangementOf(displays: readonly DisplayArea[]): string {
  return displays
    .map(({ id, workArea: { x, y, width, height } }) => [id, x, y, width, height].join(" "))
    .sort()
    .join("; ");
}

/**
 * Where to open a window: at its last place if its upper edge can still be reached there, no larger than the display;
 * otherwise at the usual size, which the system places. `taken` are the corners of other windows; the new one moves
 * aside.
 */
export function boundsFor(
  place: WindowPlace | undefined,
  displays: readonly DisplayArea[],
  taken: readonly Readonly<{ x: number; y: number }>[] = [],
): Partial<Bounds> & Readonly<{ width: number; height: number }> {
  const { bounds } = place ?? {};
  const display = bounds && displays.find(({ workArea }) => isReachable(bounds, workArea));
  if (bounds === undefined || display === undefined) return usualSize;
  const area = display.workArea;
  const [width, height] = [Math.min(bounds.width, area.width), Math.min(bounds.height, area.height)];
  let [x, y] = [bounds.x, bounds.y];
  while (taken.some((place) => place.x === x && place.y === y)) [x, y] = [x + 24, y + 24];
  return { x, y, width: Math.max(width, leastSize.width), height: Math.max(height, leastSize.height) };
}

function isReachable(bounds: Bounds, area: Bounds): boolean {
  const seen = Math.min(bounds.x + bounds.width, area.x + area.width) - Math.max(bounds.x, area.x);
  return seen >= grip.width && bounds.y >= area.y && bounds.y + grip.height <= area.y + area.height;
}
