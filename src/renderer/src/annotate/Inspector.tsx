import type { KeyboardEvent } from "react";
import type { Edit } from "../../../shared/change/edit.ts";
import { removeAnnotationEdits } from "../../../shared/claims/claim-edits.ts";
import { codedIn, codedOne } from "../../../shared/claims/claims.ts";
import { findOrCreateActor } from "../../../shared/codebook/find-or-create.ts";
import type { Message } from "../../../shared/messages/arguments.ts";
import { message } from "../../../shared/messages/message.ts";
import { type Annotation, textRanges } from "../../../shared/model/annotation.ts";
import type { Library } from "../../../shared/model/library.ts";
import { labelValues, passageLabel } from "../../../shared/model/page-map.ts";
import { useTexts } from "../i18n/texts.ts";
import { commitNext } from "../state/commit-next.ts";
import { focusRef } from "../state/focus.ts";
import { lookOf, quoteShown } from "../state/highlights.ts";
import { useLibrary } from "../state/library.ts";
import { reader } from "../state/reader-control.ts";
import { selectAnnotation, useReading } from "../state/reading.ts";
import { isComposing } from "../ui/composing.ts";
import { Icon } from "../ui/Icon.tsx";
import { OcrMark } from "../ui/OcrMark.tsx";
import { ActorField } from "./ActorField.tsx";
import { AddPosition } from "./AddPosition.tsx";
import { Certainty } from "./Certainty.tsx";
import { ClaimTools } from "./ClaimTools.tsx";
import { Grade } from "./Grade.tsx";
import { History } from "./History.tsx";
import { originSentence } from "./origin-words.ts";
import { PositionEditor } from "./PositionRow.tsx";
import { RegionWords } from "./RegionWords.tsx";
import { Relations } from "./Relations.tsx";
import { useSavedText } from "./saved-text.ts";

const focus = focusRef("inspector", "select, input, button");
/** What the commands of the fields give the keyboard to. */
const fields = {
  actor: focusRef("claim-actor", "input"),
  certainty: focusRef("claim-certainty", "input:checked", "input"),
  grade: focusRef("claim-grade", "select"),
  note: focusRef("claim-note"),
};

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
  const origin = originSentence(annotation);
  const all = codedIn(library, paper);
  const update = (part: Partial<Annotation>, label: Message): Promise<boolean> => {
    return commitNext(label, (now) => annotationEdits(now, annotation, part));
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
            at: all.findIndex((claim) => claim.annotation.id === annotation.id) + 1,
            of: all.length,
          })}
        </span>
        <span>
          <OcrMark content={content} ranges={textRanges(annotation.passage)} />{" "}
          {t("annotate.page", labelValues(passageLabel(content, annotation.passage)))}
        </span>
      </header>
      {annotation.origin && origin !== null && (
        <p className="origin">
          <i aria-hidden="true" style={{ background: annotation.origin.colour ?? "transparent" }} />
          {t(origin, { kind: annotation.origin.kind, coder: library.coders[annotation.coder]?.name ?? "" })}
        </p>
      )}
      <blockquote className={lookOf(library, coded)} dir="auto">
        {quoteShown(annotation.passage)}
      </blockquote>
      {annotation.passage.region !== undefined && (
        <RegionWords annotation={annotation} region={annotation.passage.region} />
      )}
      <ClaimTools annotation={annotation} />
      <div>
        <ul className="positions">
          {positions.map((position, index) => (
            <PositionEditor key={position.id} position={position} first={index === 0} />
          ))}
        </ul>
        <AddPosition annotation={annotation} />
      </div>
      <div ref={fields.actor}>
        <HeldBy annotation={annotation} />
      </div>
      <div className="field" ref={fields.certainty}>
        <span>{t("annotate.certainty")}</span>
        <Certainty
          value={annotation.certainty}
          onChange={(certainty) => void update({ certainty }, message("change.certainty"))}
        />
      </div>
      <div ref={fields.grade}>
        <Grade grade={annotation.grade} onChange={(grade) => void update({ grade }, message("change.grade"))} />
      </div>
      <Note annotation={annotation} onSave={(note) => update({ note }, message("change.editNote"))} />
      <Relations annotation={annotation} />
      <History annotation={annotation} />
      <button
        type="button"
        className="danger"
        onClick={() => {
          selectAnnotation(null);
          // After edits that are still on their way: the claim is deleted as it is then.
          void commitNext(message("change.deleteClaim"), (now) => removeAnnotationEdits(now, paper, annotation.id));
        }}
      >
        <Icon name="trash" size={14} /> {t("annotate.delete")}
      </button>
    </article>
  );
}

/** One change of an annotation as it is by now: fields are left faster than the news of the edit before comes back. */
function annotationEdits(library: Library, { paper, id }: Annotation, part: Partial<Annotation>): Edit[] {
  const from = codedOne(library, paper, id)?.annotation;
  if (from === undefined) return [];
  return [{ table: "annotations", from, to: { ...from, ...part, modified: new Date().toISOString() } }];
}

function HeldBy({ annotation }: Readonly<{ annotation: Annotation }>) {
  const { t } = useTexts();
  const library = useLibrary((state) => state.library);
  const kept = annotation.actor === null ? "" : (library.actors[annotation.actor]?.name ?? "");
  const { text, write, keep } = useSavedText(`actor:${annotation.id}`, kept, async (name) => {
    const actor = name.trim() === "" ? null : findOrCreateActor(library.actors, name);
    if ((actor?.id ?? null) === annotation.actor) return true;
    const label = actor === null ? message("change.noActor") : message("change.actor", { name });
    return commitNext(label, (now) => {
      const found = actor === null ? null : findOrCreateActor(now.actors, name);
      return [...(found?.edits ?? []), ...annotationEdits(now, annotation, { actor: found?.id ?? null })];
    });
  });
  return <ActorField label={t("annotate.actor")} library={library} value={text} onChange={write} onLeave={keep} />;
}

type NoteProps = Readonly<{ annotation: Annotation; onSave: (note: string) => Promise<boolean> }>;

function Note({ annotation, onSave }: NoteProps) {
  const { t } = useTexts();
  const { text, write, keep } = useSavedText(`note:${annotation.id}`, annotation.note, async (note) =>
    note === annotation.note ? true : onSave(note),
  );
  return (
    <label>
      {t("annotate.note")}
      <textarea
        rows={2}
        dir="auto"
        ref={fields.note}
        value={text}
        onChange={(event) => write(event.target.value)}
        onBlur={keep}
      />
    </label>
  );
}
