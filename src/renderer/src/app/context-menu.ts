import type { ContextTarget } from "../../../shared/contract/commands.ts";
import { ActorId, AnnotationId, IssueId, PaperId } from "../../../shared/model/ids.ts";
import { selectEntry } from "../state/codebook.ts";
import { contextOf } from "../state/context.ts";
import { openContextMenu, useContextMenu } from "../state/context-menu.ts";
import { reader, readerOf } from "../state/reader-control.ts";
import { selectAnnotation, selectClaimOf, selectPaper, useReading } from "../state/reading.ts";
import type { Point } from "../ui/place.ts";

/** Fields have the menu of the browser or of the shell: cut, copy, paste. */
const fields = "input, textarea, select, .prose, dialog";

/** Open the menu of what was clicked. */
export function onContextMenu(event: MouseEvent): void {
  const element = event.target instanceof Element ? event.target : null;
  if (element === null || element.closest(fields) !== null) return;
  // The menu key is a key press and, in some browsers, a request for a menu too.
  if (useContextMenu.getState().open !== null || element.closest("[role=menu]") !== null) event.preventDefault();
  else if (openMenuOn(element, { left: event.clientX, top: event.clientY })) event.preventDefault();
}

/** Open the menu of what has the keyboard. */
export function openMenuAtFocus(): boolean {
  const element = document.activeElement;
  return element !== null && element.closest(fields) === null && openMenuOn(element, null);
}

/** Select what an element shows and open its menu, at a point or, by keys, beside it. False when it has none. */
function openMenuOn(element: Element, point: Point | null): boolean {
  const side = element.closest(".sheets") !== null ? "pages" : "text";
  if (element.closest(".ProseMirror:not(.prose), .sheets") !== null) return openMenuInPaper(element, side, point);
  const claim = element.closest<HTMLElement>("[data-annotation]");
  const found = contextOf(element);
  if (claim !== null) {
    selectAnnotation(AnnotationId.parse(claim.dataset.annotation));
    return show("claim", claim, point);
  }
  if (found === null) return false;
  const { target, id, paper } = found.context;
  void select(target, id, paper).then(() => show(target, found.element, point));
  return true;
}

function openMenuInPaper(element: Element, side: "text" | "pages", point: Point | null): boolean {
  const control = readerOf(side) ?? reader();
  if (control === null) return false;
  const { range } = useReading.getState();
  const offset = point === null ? control.caret() : control.offsetAt(point.left, point.top);
  const inRange =
    range !== null && (point === null || (offset !== null && offset >= range.start && offset <= range.end));
  const here = point === null ? control.annotationHere() : control.annotationAt(point.left, point.top);
  const claim = inRange ? null : here;
  if (claim !== null) selectAnnotation(claim);
  else if (range === null && offset !== null && point !== null) control.moveTo(offset);
  const target = claim !== null ? "claim" : range !== null ? "selection" : "text";
  const box = control.selectionBox();
  return show(target, element, point ?? { left: box.left, top: box.bottom + 4 });
}

async function select(target: ContextTarget, id: string, paper: string): Promise<void> {
  if (target === "issue") selectEntry("issue", IssueId.parse(id));
  else if (target === "actor") selectEntry("actor", ActorId.parse(id));
  else if (target === "paper") await selectPaper(PaperId.parse(id));
  else if (target === "row") await selectClaimOf(PaperId.parse(paper), AnnotationId.parse(id));
}

function show(target: ContextTarget, element: Element, point: Point | null): boolean {
  const box = element.getBoundingClientRect();
  const corner = point ?? { left: box.left + 8, top: box.bottom };
  openContextMenu({ target, at: corner, element });
  return true;
}
