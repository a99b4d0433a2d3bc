import { type KeyboardEvent, type RefObject, useEffect, useState } from "react";
import type { Coded } from "../../../shared/claims/claims.ts";
import { stanceScale } from "../../../shared/codebook/stance-scale.ts";
import type { Library } from "../../../shared/model/library.ts";
import { type Draft, draftOf, emptyDraft, nextPosition, pathOf } from "../state/draft.ts";
import { useLibrary } from "../state/library.ts";
import { reader } from "../state/reader-control.ts";
import { closeComposer, useReading } from "../state/reading.ts";
import { saveClaim, updateClaim } from "../state/save-claim.ts";
import { draftName, saveDraft, savedDraft } from "../state/saved-draft.ts";

/** What the composer holds and what its keys do. */
export function useDraft(edited: Coded | null, issueInput: RefObject<HTMLInputElement | null>) {
  const library = useLibrary((state) => state.library);
  const paper = useReading((state) => state.paper);
  const range = useReading((state) => state.range);
  const of = edited?.annotation.id ?? draftName(paper, range);
  const [draft, setDraft] = useState<Draft>(() => begin(edited, of));
  useEffect(() => saveDraft(of, draft), [of, draft]);
  const put = (part: Partial<Draft>): void => setDraft((before) => ({ ...before, ...part }));
  const leave = (): void => {
    saveDraft(of, null);
    closeComposer();
    reader()?.focus();
  };
  const keep = async (): Promise<void> => {
    const kept = edited === null ? saveClaim(draft) : updateClaim(edited.annotation, edited.positions, draft);
    // At once, so that keys pressed while the claim goes to disk reach the paper and keep nothing twice.
    reader()?.focus();
    if (await kept) saveDraft(of, null);
    else issueInput.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const modified = event.ctrlKey || event.metaKey || event.altKey;
    const inIssue = event.target === issueInput.current;
    const complete = Object.values(library.issues).some((issue) => pathOf(library, issue.id) === draft.path);
    // In a field half written the keys of stances are letters of a name.
    const writing =
      event.target instanceof HTMLTextAreaElement ||
      (event.target instanceof HTMLInputElement &&
        event.target.type !== "radio" &&
        event.target.value !== "" &&
        !(inIssue && complete));
    if (event.defaultPrevented) return;
    const meant = writing || modified ? null : meaning(library, event.key, draft);
    if (event.key === "Escape") leave();
    else if (event.key === "Enter" && event.altKey) {
      setDraft(nextPosition(draft));
      issueInput.current?.focus();
    } else if (event.key === "Enter" && !event.shiftKey && !(event.target instanceof HTMLButtonElement)) void keep();
    else if (meant !== null) put(meant);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return { draft, put, keep, onKeyDown };
}

function begin(edited: Coded | null, of: string): Draft {
  const { library } = useLibrary.getState();
  const { paper, composeKey } = useReading.getState();
  if (edited !== null) return { ...draftOf(library, edited), ...savedDraft(of) };
  const author = paper === null ? null : (library.papers[paper]?.author ?? null);
  const actor = author === null ? "" : (library.actors[author]?.name ?? "");
  const fresh = { ...emptyDraft, actor, ...savedDraft(of) };
  return { ...fresh, ...(composeKey === null ? {} : meaning(library, composeKey, fresh)) };
}

/** What a key means outside of a word: a stance, a pinned issue, or the last coding again. */
function meaning(library: Library, pressed: string, draft: Draft): Partial<Draft> | null {
  const stance = stanceScale(library.stances).find((one) => one.key === pressed);
  if (stance !== undefined) return { stance: stance.id };
  if (draft.path !== "") return null;
  const issue = Object.values(library.issues).find((one) => one.key === pressed);
  if (issue !== undefined) return { path: pathOf(library, issue.id) };
  const { last } = useReading.getState();
  if (pressed.toLowerCase() !== "r" || last === null) return null;
  const rows = last.positions.map((one) => ({ ...one, path: pathOf(library, one.issue) }));
  const written = rows.at(-1);
  return {
    actor: last.actor,
    positions: rows.slice(0, -1).map(({ path, stance: held, strength }) => ({ path, stance: held, strength })),
    path: written?.path ?? "",
    stance: written?.stance ?? null,
    strength: written?.strength ?? null,
  };
}
