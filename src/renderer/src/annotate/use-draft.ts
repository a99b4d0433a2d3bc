import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from "react";
import type { Coded } from "../../../shared/claims/claims.ts";
import { texts } from "../i18n/texts.ts";
import { type Draft, draftOf, emptyDraft, nextPosition } from "../state/draft.ts";
import { useLibrary } from "../state/library.ts";
import { useQuickCoding } from "../state/quick-coding.ts";
import { reader } from "../state/reader-control.ts";
import { closeComposer, useReading } from "../state/reading.ts";
import { setSameClaim, useSameClaim } from "../state/same-claim.ts";
import { saveClaim, updateClaim } from "../state/save-claim.ts";
import { draftName, saveDraft, savedDraft } from "../state/saved-draft.ts";
import { showMessage } from "../state/shell.ts";
import { isComposing } from "../ui/composing.ts";
import { type ComposerPress, composerAction } from "./composer-keys.ts";
import { choiceOf, lacksIssue, namedStance, repeated, sameDraft } from "./draft-keys.ts";

type Fields = Readonly<{
  issue: RefObject<HTMLInputElement | null>;
  stances: RefObject<HTMLDivElement | null>;
}>;

/** What the composer holds and what its keys do. */
export function useDraft(edited: Coded | null, fields: Fields) {
  const library = useLibrary((state) => state.library);
  const paper = useReading((state) => state.paper);
  const range = useReading((state) => state.range);
  const region = useReading((state) => state.region);
  const name = edited?.annotation.id ?? draftName(paper, range, region);
  const [draft, setDraft] = useState<Draft>(() => begin(edited, name));
  const begun = useRef(draft);
  useEffect(() => saveDraft(name, draft), [name, draft]);
  useEffect(() => () => setSameClaim(null), []);
  const put = (part: Partial<Draft>): void => {
    setSameClaim(null);
    setDraft((before) => ({ ...before, ...part }));
  };
  const toStances = (): void => focusStances(fields.stances.current);
  /** Choose by a key or a click; a chosen issue is followed by its stance. */
  const choose = (part: Partial<Draft>): void => {
    put(part);
    if (part.path !== undefined) toStances();
  };
  const leave = (): void => {
    saveDraft(name, null);
    closeComposer();
    reader()?.focus();
  };
  const saving = useRef(false);
  const save = async (twice = false): Promise<void> => {
    if (saving.current) {
      // The second press of a double click: the claim is on its way to disk, and the form about to close.
      reader()?.focus();
      return;
    }
    if (lacksIssue(draft)) {
      showMessage(texts().t("annotate.stanceLacksIssue"), true);
      fields.issue.current?.focus();
      return;
    }
    const saved =
      edited === null ? saveClaim(draft, twice) : updateClaim(edited.annotation, edited.positions, draft, twice);
    // At once, so that keys pressed while the claim goes to disk reach the paper and save nothing twice.
    reader()?.focus();
    saving.current = true;
    const isSaved = await saved.finally(() => {
      saving.current = false;
    });
    if (isSaved) {
      saveDraft(name, null);
      // A press on the form that closes now has taken the keyboard with it.
      if (document.activeElement === document.body) reader()?.focus();
    } else if (useSameClaim.getState().found === null) fields.issue.current?.focus();
  };
  const addPosition = (): void => {
    if (draft.path.trim() !== "") setDraft(nextPosition(draft));
    fields.issue.current?.focus();
  };
  const touched = !sameDraft(draft, begun.current);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || isComposing(event)) return;
    const press = pressIn(event, fields.stances.current, touched);
    const action = composerAction(press);
    if (action === null || action.kind === "take-offer" || action.kind === "close-list") return;
    const { last } = useReading.getState();
    if (action.kind === "close") leave();
    else if (action.kind === "save") void save();
    else if (action.kind === "next-position") addPosition();
    else if (action.kind === "repeat" && last !== null) put(repeated(library, last));
    else {
      const bare = press.target === "keys" && !press.alt ? namedStance(library, event.key) : null;
      const part = action.kind === "sign" ? (choiceOf(library, action.signs) ?? bare) : bare;
      if (part === null) return;
      choose(part);
    }
    event.preventDefault();
    event.stopPropagation();
  };
  return { draft, touched, put, choose, save, leave, addPosition, toStances, onKeyDown };
}

function pressIn(event: KeyboardEvent, stances: HTMLElement | null, touched: boolean): ComposerPress {
  const target = event.target instanceof Element ? event.target : null;
  const inStances = target !== null && stances?.contains(target) === true;
  return {
    key: event.key,
    code: event.code,
    alt: event.altKey,
    modified: event.ctrlKey || event.metaKey,
    shift: event.shiftKey,
    composing: isComposing(event),
    target: inStances ? "keys" : target instanceof HTMLButtonElement ? "button" : "text",
    listOpen: target?.ariaExpanded === "true",
    touched,
  };
}

/** Give the keyboard to the chosen button of the row of stances, in which bare keys choose. */
export function focusStances(row: HTMLElement | null): void {
  row?.querySelector<HTMLElement>("input:checked")?.focus();
}

function begin(edited: Coded | null, name: string): Draft {
  const { library } = useLibrary.getState();
  const { composeKey } = useReading.getState();
  const { found } = useSameClaim.getState();
  if (edited !== null) return { ...draftOf(library, edited), ...savedDraft(name) };
  if (found !== null) return found.draft;
  // What was chosen for these words in their toolbar was meant.
  const { actor, stance } = useQuickCoding.getState();
  const chosen = { actor: library.actors[actor ?? ""]?.name ?? "", stance };
  const fresh = { ...emptyDraft, ...chosen, ...savedDraft(name) };
  return { ...fresh, ...(composeKey === null ? {} : choiceOf(library, [composeKey])) };
}
