import type { AnnotationId, PaperId } from "../../../shared/model/ids.ts";

/** A place of a paper, an offset of its canonical text, and the annotation that was selected there. */
export type NavigationPlace = Readonly<{ paper: PaperId; start: number; selected: AnnotationId | null }>;

const behind: NavigationPlace[] = [];
const ahead: NavigationPlace[] = [];

/** A jump begins at this place: going back comes here, and there is nothing ahead any more. */
export function pushPlace(place: NavigationPlace): void {
  const last = behind.at(-1);
  if (last?.paper !== place.paper || last.start !== place.start) behind.push(place);
  if (behind.length > 200) behind.shift();
  ahead.length = 0;
}

/** The place to go to, back (-1) or forward (1) from here; null at the end of the trail. */
export function go(direction: 1 | -1, here: NavigationPlace): NavigationPlace | null {
  const [from, to] = direction === -1 ? [behind, ahead] : [ahead, behind];
  const place = from.pop();
  if (place === undefined) return null;
  to.push(here);
  return place;
}

/** Whether there is a place that way. */
export function canGo(direction: 1 | -1): boolean {
  return (direction === -1 ? behind : ahead).length > 0;
}
