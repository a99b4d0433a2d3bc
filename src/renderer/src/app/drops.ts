import { message } from "../../../shared/messages/message.ts";
import { ActorId, AnnotationId, IssueId, PaperId } from "../../../shared/model/ids.ts";
import { addLabel, paperEdits } from "../../../shared/papers/edits.ts";
import { texts } from "../i18n/texts.ts";
import { commitNext } from "../state/commit-next.ts";
import { contextOf } from "../state/context.ts";
import { setCarried, setFilesOver, useDragging } from "../state/dragging.ts";
import { type DropAction, type DropPlace, dropAction } from "../state/drop-action.ts";
import { isWritable, useLibrary } from "../state/library.ts";
import { usePapers } from "../state/papers.ts";
import { addIssueTo, codeActor, codeSelection, setActorOf } from "../state/quick-coding.ts";
import { reader, readerOf } from "../state/reader-control.ts";
import { useReading } from "../state/reading.ts";
import { droppedFiles } from "./dropped-files.ts";
import { openFiles } from "./outside.ts";

/**
 * Files, issues, actors and papers that are dragged over the window. What is dropped before the library is there waits
 * for it; the page never shows a file instead.
 */
export function watchDrops(begun: Promise<void>): void {
  document.addEventListener("dragstart", (event) => {
    const found = event.target instanceof Element ? contextOf(event.target) : null;
    if (found === null || event.dataTransfer === null) return;
    setCarried(found.context);
    if (event.dataTransfer.types.length === 0)
      event.dataTransfer.setData("text/plain", found.element.textContent ?? "");
  });
  document.addEventListener("dragend", end);
  document.addEventListener("dragover", (event) => {
    if (event.dataTransfer?.types.includes("Files") === true) {
      event.preventDefault();
      setFilesOver(true);
      return;
    }
    const { carried } = useDragging.getState();
    if (carried === null || !isWritable(useLibrary.getState())) return;
    const { place, element } = placeOf(event);
    const allowed = dropAction(carried, place) !== null;
    highlight(allowed ? element : null);
    if (allowed) event.preventDefault();
  });
  // Leaving the window has no element that is entered next.
  document.addEventListener("dragleave", (event) => {
    if (event.relatedTarget === null) setFilesOver(false);
  });
  document.addEventListener("drop", (event) => {
    event.preventDefault();
    const isFiles = (event.dataTransfer?.files.length ?? 0) > 0;
    const files = event.dataTransfer === null ? null : droppedFiles(event.dataTransfer);
    const { carried } = useDragging.getState();
    const action = isWritable(useLibrary.getState()) ? dropAction(carried, placeOf(event).place) : null;
    end();
    if (action !== null) act(action);
    if (!isFiles || files === null) return;
    void begun.then(
      async () => openFiles(await files),
      () => undefined,
    );
  });
}

function end(): void {
  highlight(null);
  setFilesOver(false);
  setCarried(null);
}

let lit: HTMLElement | null = null;

function highlight(element: HTMLElement | null): void {
  if (lit === element) return;
  lit?.removeAttribute("data-drop");
  element?.setAttribute("data-drop", "");
  lit = element;
}

function placeOf(event: DragEvent): Readonly<{ place: DropPlace; element: HTMLElement | null }> {
  const target = event.target instanceof Element ? event.target : null;
  const collection = target?.closest<HTMLElement>("[data-part=collection]") ?? null;
  const place = { claim: null, selection: false, collection: collection?.dataset.name ?? null };
  const paper = target?.closest<HTMLElement>(".ProseMirror:not(.prose), .sheets") ?? null;
  if (paper === null) {
    const card = target?.closest<HTMLElement>("[data-annotation]") ?? null;
    return { place: { ...place, claim: card?.dataset.annotation ?? null }, element: card ?? collection };
  }
  const control = readerOf(paper.classList.contains("sheets") ? "pages" : "text") ?? reader();
  if (control === null) return { place, element: null };
  const offset = control.offsetAt(event.clientX, event.clientY);
  const claim = control.annotationAt(event.clientX, event.clientY);
  if (offset === null && claim === null) return { place, element: null };
  const { range } = useReading.getState();
  const selection = range !== null && offset !== null && offset >= range.start && offset <= range.end;
  const words = target?.closest<HTMLElement>("mark") ?? paper;
  return { place: { ...place, selection, claim }, element: selection ? paper : words };
}

function act(action: DropAction): void {
  if (action.kind === "code") void codeSelection(IssueId.parse(action.issue));
  else if (action.kind === "add-issue") void addIssueTo(AnnotationId.parse(action.claim), IssueId.parse(action.issue));
  else if (action.kind === "choose-actor") void codeActor(ActorId.parse(action.actor));
  else if (action.kind === "set-actor") void setActorOf(AnnotationId.parse(action.claim), ActorId.parse(action.actor));
  else void collect(PaperId.parse(action.paper), action.collection);
  reader()?.focus();
}

/** Put a paper into a collection, and with one of the selected papers all of them. */
async function collect(paper: PaperId, collection: string): Promise<void> {
  const { chosen } = usePapers.getState();
  const ids = chosen.has(paper) ? [...chosen] : [paper];
  const { t } = texts();
  const label = message("change.collections.add", { name: collection, count: ids.length });
  await commitNext(
    label,
    (now) => paperEdits(now, ids, (paper) => addLabel(now, paper, "collections", collection)),
    () => t("drop.added", { count: ids.length, name: collection }),
  );
}
