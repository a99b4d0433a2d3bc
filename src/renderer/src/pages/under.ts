import { annotationsOver, type Highlight } from "../editor/annotations.ts";
import type { SheetPoint } from "./view.ts";

/**
 * The annotations under a point of a page: first those over the character there (null where there is none), then
 * rectangles; of each kind the smallest first.
 */
export function annotationsUnder(
  highlights: readonly Highlight[],
  letter: number | null,
  point: SheetPoint | null,
): readonly Highlight[] {
  return [
    ...(letter === null ? [] : annotationsOver(highlights, letter)),
    ...(point === null ? [] : regionsAt(highlights, point)),
  ];
}

/** The rectangles that hold a point of a page, the smallest first. */
function regionsAt(highlights: readonly Highlight[], { page, x, y }: SheetPoint): Highlight[] {
  const holds = ({ region: one }: Highlight): boolean =>
    one?.page === page && x >= one.x && x <= one.x + one.width && y >= one.y && y <= one.y + one.height;
  const size = ({ region }: Highlight): number => (region?.width ?? 0) * (region?.height ?? 0);
  return highlights.filter(holds).sort((a, b) => size(a) - size(b));
}
