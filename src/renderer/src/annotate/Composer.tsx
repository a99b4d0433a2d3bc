import { autoUpdate, flip, type Middleware, offset, shift, useFloating } from "@floating-ui/react";
import { type MouseEvent, useCallback, useEffect, useMemo, useRef } from "react";
import { codedOne } from "../../../shared/claims/claims.ts";
import { noStance, stanceLook, stanceOf, stanceScale } from "../../../shared/codebook/stance-scale.ts";
import type { AnnotationId, PaperId } from "../../../shared/model/ids.ts";
import type { Library } from "../../../shared/model/library.ts";
import { useTexts } from "../i18n/texts.ts";
import { focusRef, landmark, registerFocus } from "../state/focus.ts";
import { useLibrary } from "../state/library.ts";
import { reader } from "../state/reader-control.ts";
import { closeComposer, selectAnnotation, setRegionQuote, useReading } from "../state/reading.ts";
import { useSameClaim } from "../state/same-claim.ts";
import { joinRanges } from "../state/save-claim.ts";
import { key } from "../ui/key.tsx";
import { fitsBeside } from "../ui/place.ts";
import { Scale } from "../ui/Scale.tsx";
import { ActorField } from "./ActorField.tsx";
import { Certainty } from "./Certainty.tsx";
import { IssueField } from "./IssueField.tsx";
import { PinnedIssues } from "./PinnedIssues.tsx";
import { SameClaim } from "./SameClaim.tsx";
import { Stances } from "./Stances.tsx";
import { focusStances, useDraft } from "./use-draft.ts";

const noteTarget = focusRef("note");

/** Free room between the form and the edge of the window, in pixels. */
const rim = 12;

/**
 * Whether there is nowhere to go but over the words: in a low window the form says them itself. What counts is the
 * height without the quote; otherwise the quote would itself take the room whose lack brought it, and never go.
 */
const coverage: Middleware = {
  name: "coverage",
  fn: ({ rects: { reference }, elements: { floating } }) => {
    const quote = floating.querySelector(":scope > blockquote");
    const next = quote?.nextElementSibling ?? null;
    const quoteHeight =
      quote === null || next === null ? 0 : next.getBoundingClientRect().top - quote.getBoundingClientRect().top;
    const height = floating.scrollHeight - quoteHeight + rim;
    const words = { top: reference.y, bottom: reference.y + reference.height };
    return { data: { covers: !fitsBeside(words, height, document.documentElement.clientHeight) } };
  },
};

/** The form at the selected words: actor, issues, stances, certainty, note. Enter saves, Escape cancels. */
export function Composer() {
  const { t, rich, shown } = useTexts();
  const library = useLibrary((state) => state.library);
  const paper = useReading((state) => state.paper);
  const content = useReading((state) => state.content);
  const range = useReading((state) => state.range);
  const region = useReading((state) => state.region);
  const added = useReading((state) => state.added);
  const editing = useReading((state) => state.editing);
  const recentActors = useReading((state) => state.recentActors);
  const same = useSameClaim((state) => state.found);
  const form = useRef<HTMLFormElement>(null);
  const issueInput = useRef<HTMLInputElement>(null);
  const stanceRow = useRef<HTMLDivElement>(null);
  const edited = paper === null || editing === null ? null : codedOne(library, paper, editing);
  const fields = { issue: issueInput, stances: stanceRow };
  const { draft, touched, put, choose, save, leave, addPosition, toStances, onKeyDown } = useDraft(edited, fields);
  const scale = useMemo(() => stanceScale(shown(library).stances), [shown, library]);
  const { refs, floatingStyles, update, middlewareData } = useFloating({
    strategy: "fixed",
    // A transformed form would clip the list that is beside it.
    transform: false,
    placement: "bottom-start",
    middleware: [offset(10), flip({ padding: 48 }), shift({ padding: rim, crossAxis: true }), coverage],
    whileElementsMounted: autoUpdate,
  });
  // The same function at each drawing, so that lists find the form when they open.
  const setForm = useCallback(
    (element: HTMLFormElement | null) => {
      form.current = element;
      refs.setFloating(element);
    },
    [refs],
  );
  useEffect(() => registerFocus("form", () => issueInput.current), []);
  useEffect(() => {
    const paperBox = landmark("paper");
    refs.setPositionReference({
      getBoundingClientRect: () => reader()?.selectionBox() ?? new DOMRect(),
      ...(paperBox === null ? {} : { contextElement: paperBox }),
    });
    const { composeKey, editing: isEdit } = useReading.getState();
    if (composeKey !== null) focusStances(stanceRow.current);
    else {
      issueInput.current?.focus();
      if (isEdit !== null) issueInput.current?.select();
    }
  }, [refs]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the form moves to what is selected now
  useEffect(update, [range, region?.region, update]);
  if (content === null || (range === null && region === null && edited === null)) return null;
  const ranges = joinRanges([...added, ...(range === null ? [] : [range])]);
  const hides = middlewareData.coverage?.covers === true && ranges.length > 0;
  return (
    <form
      className="composer"
      aria-label={t(edited === null ? "annotate.codeWords" : "annotate.editClaim")}
      ref={setForm}
      style={floatingStyles}
      onMouseDown={keepFocus}
      onKeyDown={onKeyDown}
      onSubmit={(event) => event.preventDefault()}
    >
      {(hides || (edited === null && ranges.length > 1)) && (
        <blockquote dir="auto">{ranges.map(({ start, end }) => content.text.slice(start, end)).join(" … ")}</blockquote>
      )}
      {edited === null && region?.region !== undefined && (
        <label className="field">
          {t("area.words")}
          <input
            dir="auto"
            value={region.region.quote}
            placeholder={t("area.wordsHint")}
            maxLength={5000}
            onChange={(event) => setRegionQuote(event.target.value)}
          />
        </label>
      )}
      <ActorField
        label={t("annotate.actor")}
        library={library}
        value={draft.actor}
        author={edited === null ? authorOf(library, paper) : null}
        recent={edited === null ? recentActors.slice(0, 4) : []}
        beside={form}
        yieldEscape={!touched}
        onChange={(actor) => put({ actor })}
        onTake={() => issueInput.current?.focus()}
      />
      {draft.positions.length > 0 && (
        <ul className="kept" aria-label={t("annotate.positions")}>
          {draft.positions.map((position, index) => {
            const stance = stanceOf(shown(library), position);
            return (
              <li key={`${position.path} ${position.stance}`} className={stanceLook(stance)}>
                <b className="glyph" title={stance?.name ?? t("annotate.noStance")}>
                  {stance?.glyph ?? noStance.glyph}
                </b>{" "}
                <span dir="auto">{position.path}</span>
                <button
                  type="button"
                  aria-label={t("annotate.removePosition", { issue: position.path })}
                  onClick={() => put({ positions: draft.positions.filter((_, other) => other !== index) })}
                >
                  ×
                </button>
              </li>
            );
          })}
        </ul>
      )}
      <IssueField
        library={library}
        value={draft.path}
        input={issueInput}
        beside={form}
        yieldEscape={!touched}
        onChange={(path) => put({ path })}
        onTake={toStances}
      />
      <PinnedIssues chosen={draft.path} onChoose={(path) => choose({ path })} />
      <Stances scale={scale} value={draft.stance} row={stanceRow} onChange={(stance) => put({ stance })} />
      <div className="field">
        <span>{t("annotate.strength")}</span>
        <Scale
          label={t("annotate.strength")}
          steps={[t("annotate.weak"), t("annotate.medium"), t("annotate.strong")]}
          value={draft.strength}
          onChange={(strength) => put({ strength })}
        />
      </div>
      <div className="field">
        <span>{t("annotate.certainty")}</span>
        <Certainty value={draft.certainty} onChange={(certainty) => put({ certainty })} />
      </div>
      <label className="field">
        {t("annotate.note")}
        <textarea
          ref={noteTarget}
          rows={1}
          dir="auto"
          value={draft.note}
          onChange={(event) => put({ note: event.target.value })}
        />
      </label>
      {same !== null && <SameClaim onOpen={() => openExisting(same.id)} onSave={() => void save(true)} />}
      <footer>
        <button type="button" className="quiet next" onClick={addPosition} disabled={draft.path.trim() === ""}>
          {rich("annotate.addOther", { kbd: key })}
        </button>
        <button type="button" onClick={leave}>
          {rich("annotate.cancelForm", { kbd: key })}
        </button>
        <button type="button" className="primary" onClick={() => void save()}>
          {rich("annotate.save", { kbd: key })}
        </button>
        <span className="hint">{rich("annotate.hint", { kbd: key })}</span>
      </footer>
    </form>
  );
}

/**
 * A press takes no focus from the field that has it, except to write or to select words. The row of stances would hide
 * its keys and a list would close, so that what is below moves: the release would be on something else, and nothing
 * pressed.
 */
function keepFocus(event: MouseEvent<HTMLFormElement>): void {
  const target = event.target instanceof Element ? event.target : null;
  if (target?.closest("input:not([type=radio]), textarea, blockquote") == null) event.preventDefault();
}

function openExisting(id: AnnotationId): void {
  closeComposer();
  selectAnnotation(id);
  reader()?.focus();
}

/**
 * The name of the actor who wrote the paper; else the first author known of it, or found in its file. Null for none.
 */
function authorOf(library: Library, id: PaperId | null): string | null {
  const paper = id === null ? undefined : library.papers[id];
  if (paper === undefined) return null;
  const actor = paper.author === null ? undefined : library.actors[paper.author];
  return actor?.name ?? paper.authors[0] ?? paper.suggestedAuthors[0] ?? null;
}
