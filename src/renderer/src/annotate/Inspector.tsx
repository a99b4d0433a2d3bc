import type { KeyboardEvent } from "react";
import { removeAnnotationEdits } from "../../../shared/claims/claim-edits.ts";
import { codedIn, codedOne } from "../../../shared/claims/claims.ts";
import { findOrCreateActor } from "../../../shared/codebook/find-or-create.ts";
import { type Annotation, extentOf, quoteOf } from "../../../shared/model/annotation.ts";
import { pageLabelAt } from "../../../shared/model/page-map.ts";
import { useTexts } from "../i18n/texts.ts";
import { focusRef } from "../state/focus.ts";
import { lookOf } from "../state/highlights.ts";
import { commit, useLibrary } from "../state/library.ts";
import { reader } from "../state/reader-control.ts";
import { selectAnnotation, useReading } from "../state/reading.ts";
import { isComposing } from "../ui/composing.ts";
import { Icon } from "../ui/Icon.tsx";
import { Scale } from "../ui/Scale.tsx";
import { ActorField } from "./ActorField.tsx";
import { AddPosition } from "./AddPosition.tsx";
import { Grade } from "./Grade.tsx";
import { History } from "./History.tsx";
import { PositionEditor } from "./PositionRow.tsx";
import { Relations } from "./Relations.tsx";
import { useSavedText } from "./saved-text.ts";

const focus = focusRef("inspector", "select, input, button");

/** The selected annotation, every part of it editable; each edit is one change. Escape goes back to the paper. */
export function Inspector() {
  const { t } = useTexts();
  const library = useLibrary((state) => state.library);
  const paper = useReading((state) => state.paper);
  const content = useReading((state) => state.content);
  const selected = useReading((state) => state.selected);
  const coded = paper === null || selected === null ? null : codedOne(library, paper, selected);
  if (coded === null || content === null || paper === null)
    return <p className="empty">{t("annotate.nothingSelected")}</p>;
  const { annotation, positions } = coded;
  const all = codedIn(library, paper);
  const alter = (part: Partial<Annotation>, label: string): Promise<boolean> => {
    const to = { ...annotation, ...part, modified: new Date().toISOString() };
    return commit(label, [{ table: "annotations", from: annotation, to }]);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (isComposing(event) || event.key !== "Escape" || event.defaultPrevented) return;
    event.preventDefault();
    reader()?.focus();
  };
  return (
    <article className="inspector" ref={focus} key={annotation.id} onKeyDown={onKeyDown}>
      <header>
        <span>
          {t(positions.length === 0 ? "annotate.noteAt" : "annotate.claimAt", {
            at: all.findIndex((one) => one.annotation.id === annotation.id) + 1,
            of: all.length,
          })}
        </span>
        <span>{t("annotate.page", { label: pageLabelAt(content, extentOf(annotation.passage).start) })}</span>
      </header>
      {annotation.origin && (
        <p className="origin">
          <i aria-hidden="true" style={{ background: annotation.origin.colour ?? "transparent" }} />
          {t("annotate.origin", { kind: annotation.origin.kind, coder: library.coders[annotation.coder]?.name ?? "" })}
        </p>
      )}
      <blockquote className={lookOf(library, coded)} dir="auto">
        {quoteOf(annotation.passage)}
      </blockquote>
      <div>
        <ul className="positions">
          {positions.map((position) => (
            <PositionEditor key={position.id} position={position} />
          ))}
        </ul>
        <AddPosition annotation={annotation} />
      </div>
      <HeldBy annotation={annotation} />
      <div className="field">
        <span>{t("annotate.certainty")}</span>
        <Scale
          label={t("annotate.certainty")}
          steps={["1", "2", "3", "4", "5"]}
          value={annotation.certainty}
          onChange={(certainty) => void alter({ certainty }, t("change.certainty"))}
        />
      </div>
      <Grade grade={annotation.grade} onChange={(grade) => void alter({ grade }, t("change.grade"))} />
      <Note annotation={annotation} onKeep={(note) => alter({ note }, t("change.editNote"))} />
      <Relations annotation={annotation} />
      <History annotation={annotation} />
      <button
        type="button"
        className="danger"
        onClick={() => {
          selectAnnotation(null);
          void commit(t("change.deleteClaim"), removeAnnotationEdits(library, paper, annotation.id));
        }}
      >
        <Icon name="trash" size={14} /> {t("annotate.delete")}
      </button>
    </article>
  );
}

function HeldBy({ annotation }: Readonly<{ annotation: Annotation }>) {
  const { t } = useTexts();
  const library = useLibrary((state) => state.library);
  const kept = annotation.actor === null ? "" : (library.actors[annotation.actor]?.name ?? "");
  const { text, write, keep } = useSavedText(`actor:${annotation.id}`, kept, async (name) => {
    const actor = name.trim() === "" ? null : findOrCreateActor(library.actors, name);
    if ((actor?.id ?? null) === annotation.actor) return true;
    const to = { ...annotation, actor: actor?.id ?? null, modified: new Date().toISOString() };
    const label = actor === null ? t("change.noActor") : t("change.actor", { name });
    return commit(label, [...(actor?.edits ?? []), { table: "annotations", from: annotation, to }]);
  });
  return <ActorField label={t("annotate.actor")} library={library} value={text} onChange={write} onLeave={keep} />;
}

type NoteProps = Readonly<{ annotation: Annotation; onKeep: (note: string) => Promise<boolean> }>;

function Note({ annotation, onKeep }: NoteProps) {
  const { t } = useTexts();
  const { text, write, keep } = useSavedText(`note:${annotation.id}`, annotation.note, async (note) =>
    note === annotation.note ? true : onKeep(note),
  );
  return (
    <label>
      {t("annotate.note")}
      <textarea rows={2} dir="auto" value={text} onChange={(event) => write(event.target.value)} onBlur={keep} />
    </label>
  );
}
