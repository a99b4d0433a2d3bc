import { autoUpdate, flip, offset, shift, useFloating } from "@floating-ui/react";
import { useEffect, useMemo, useRef } from "react";
import { codedOne } from "../../../shared/claims/claims.ts";
import { noStance, stanceLook, stanceOf, stanceScale } from "../../../shared/codebook/stance-scale.ts";
import { useTexts } from "../i18n/texts.ts";
import { landmark } from "../state/focus.ts";
import { useLibrary } from "../state/library.ts";
import { reader } from "../state/reader-control.ts";
import { useReading } from "../state/reading.ts";
import { joinRanges } from "../state/save-claim.ts";
import { Badge } from "../ui/Badge.tsx";
import { key } from "../ui/key.tsx";
import { Scale } from "../ui/Scale.tsx";
import { ActorField } from "./ActorField.tsx";
import { IssueField } from "./IssueField.tsx";
import { Stances } from "./Stances.tsx";
import { useDraft } from "./use-draft.ts";

/** The form at the selected words: actor, issues, stances, certainty, note. Enter keeps, Escape leaves. */
export function Composer() {
  const { t, rich } = useTexts();
  const library = useLibrary((state) => state.library);
  const paper = useReading((state) => state.paper);
  const content = useReading((state) => state.content);
  const range = useReading((state) => state.range);
  const added = useReading((state) => state.added);
  const editing = useReading((state) => state.editing);
  const issueInput = useRef<HTMLInputElement>(null);
  const edited = paper === null || editing === null ? null : codedOne(library, paper, editing);
  const { draft, put, keep, onKeyDown } = useDraft(edited, issueInput);
  const scale = useMemo(() => stanceScale(library.stances), [library.stances]);
  const { refs, floatingStyles } = useFloating({
    strategy: "fixed",
    placement: "bottom-start",
    middleware: [offset(10), flip({ padding: 48 }), shift({ padding: 12, crossAxis: true })],
    whileElementsMounted: autoUpdate,
  });
  useEffect(() => {
    const paperBox = landmark("paper");
    refs.setPositionReference({
      getBoundingClientRect: () => reader()?.selectionBox() ?? new DOMRect(),
      ...(paperBox === null ? {} : { contextElement: paperBox }),
    });
    issueInput.current?.focus();
  }, [refs]);
  if (content === null || (range === null && edited === null)) return null;
  const ranges = joinRanges([...added, ...(range === null ? [] : [range])]);
  return (
    <form
      className="composer"
      aria-label={t(edited === null ? "annotate.codeWords" : "annotate.editClaim")}
      ref={refs.setFloating}
      style={floatingStyles}
      onKeyDown={onKeyDown}
      onSubmit={(event) => event.preventDefault()}
    >
      {edited === null && ranges.length > 1 && (
        <blockquote dir="auto">{ranges.map(({ start, end }) => content.text.slice(start, end)).join(" … ")}</blockquote>
      )}
      <ActorField
        label={t("annotate.actor")}
        library={library}
        value={draft.actor}
        onChange={(actor) => put({ actor })}
      />
      {draft.positions.length > 0 && (
        <ul className="kept" aria-label={t("annotate.positions")}>
          {draft.positions.map((position, at) => {
            const stance = stanceOf(library, position);
            return (
              <li key={`${position.path} ${position.stance}`} className={stanceLook(stance)}>
                <b className="glyph" title={stance?.name ?? t("annotate.noStance")}>
                  {stance?.glyph ?? noStance.glyph}
                </b>{" "}
                <span dir="auto">{position.path}</span>
                <button
                  type="button"
                  aria-label={t("annotate.removePosition", { issue: position.path })}
                  onClick={() => put({ positions: draft.positions.filter((_, other) => other !== at) })}
                >
                  ×
                </button>
              </li>
            );
          })}
        </ul>
      )}
      <IssueField library={library} value={draft.path} onChange={(path) => put({ path })} early input={issueInput} />
      <Stances scale={scale} value={draft.stance} onChange={(stance) => put({ stance })} />
      <div className="field">
        <span>{t("annotate.strength")}</span>
        <div className="scales">
          <Scale
            label={t("annotate.strength")}
            steps={[t("annotate.weak"), t("annotate.medium"), t("annotate.strong")]}
            value={draft.strength}
            onChange={(strength) => put({ strength })}
          />
          <span>{t("annotate.certainty")}</span>
          <Scale
            label={t("annotate.certainty")}
            steps={["1", "2", "3", "4", "5"]}
            value={draft.certainty}
            onChange={(certainty) => put({ certainty })}
          />
        </div>
      </div>
      <label className="field">
        {t("annotate.note")}
        <textarea rows={1} dir="auto" value={draft.note} onChange={(event) => put({ note: event.target.value })} />
      </label>
      <Pinned />
      <footer>
        <span>{rich("annotate.hint", { kbd: key })}</span>
        <button type="button" className="primary" onClick={() => void keep()}>
          {rich("annotate.save", { kbd: key })}
        </button>
      </footer>
    </form>
  );
}

/** The issues that digits stand for, so that nobody need remember them. */
function Pinned() {
  const { t } = useTexts();
  const issues = useLibrary((state) => state.library.issues);
  const pinned = Object.values(issues)
    .filter((issue) => issue.key !== null)
    .sort((a, b) => (a.key ?? "").localeCompare(b.key ?? ""));
  if (pinned.length === 0) return null;
  return (
    <ul className="pinned" aria-label={t("annotate.pinned")}>
      {pinned.map((issue) => (
        <li key={issue.id}>
          <kbd>{issue.key}</kbd> <Badge name={issue.name} colour={issue.colour} /> <span dir="auto">{issue.name}</span>
        </li>
      ))}
    </ul>
  );
}
