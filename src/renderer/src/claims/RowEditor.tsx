import { type KeyboardEvent, useEffect, useRef } from "react";
import type { Edit } from "../../../shared/change/edit.ts";
import type { Coded } from "../../../shared/claims/claims.ts";
import { findOrCreateActor } from "../../../shared/codebook/find-or-create.ts";
import type { Message } from "../../../shared/messages/arguments.ts";
import { message } from "../../../shared/messages/message.ts";
import type { Annotation, Position } from "../../../shared/model/annotation.ts";
import { recordOf } from "../../../shared/model/by-paper.ts";
import { IssueId } from "../../../shared/model/ids.ts";
import { issueNames, showPath } from "../../../shared/model/issue-path.ts";
import type { Library } from "../../../shared/model/library.ts";
import { useTexts } from "../i18n/texts.ts";
import { commitNext } from "../state/commit-next.ts";
import { useLibrary } from "../state/library.ts";
import { actorOptions, issueOptions, noStanceValue, stanceOfOption, stanceOptions } from "../state/options.ts";
import { isComposing } from "../ui/composing.ts";
import { Select } from "../ui/Select.tsx";

/** The edit of an annotation as it is now; none when it is gone. */
function alterAnnotation(now: Library, { paper, id }: Annotation, part: Partial<Annotation>): Edit[] {
  const from = recordOf(now.annotations, paper, id);
  const modified = new Date().toISOString();
  return from === undefined ? [] : [{ table: "annotations", from, to: { ...from, ...part, modified } }];
}

type Props = Readonly<{
  coded: Coded;
  /** How many columns the fields span. */
  columns: number;
  onDone: () => void;
}>;

/**
 * The cells of a row while it is edited; each part is kept when it is left or chosen, as one change. Enter and Escape
 * end.
 */
export function RowEditor({ coded, columns, onDone }: Props) {
  const { t } = useTexts();
  const library = useLibrary((state) => state.library);
  const { annotation, positions } = coded;
  const first = useRef<HTMLDivElement>(null);
  useEffect(() => first.current?.querySelector<HTMLElement>("select, input")?.focus(), []);
  const update = (part: Partial<Annotation>, label: Message): void =>
    void commitNext(label, (now) => alterAnnotation(now, annotation, part));
  const alterPosition = (position: Position, part: Partial<Position>, label: Message): void =>
    void commitNext(label, (now) => {
      const from = recordOf(now.positions, position.paper, position.id);
      return from === undefined ? [] : [{ table: "positions", from, to: { ...from, ...part } }];
    });
  const setActor = (name: string): void => {
    const actor = name.trim() === "" ? null : findOrCreateActor(library.actors, name);
    if ((actor?.id ?? null) === annotation.actor) return;
    const label = actor === null ? message("change.noActor") : message("change.actor", { name: name.trim() });
    void commitNext(label, (now) => {
      const found = actor === null ? null : findOrCreateActor(now.actors, name);
      return [...(found?.edits ?? []), ...alterAnnotation(now, annotation, { actor: found?.id ?? null })];
    });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (isComposing(event)) return;
    if (event.key !== "Escape" && !(event.key === "Enter" && !event.shiftKey)) return;
    event.preventDefault();
    event.stopPropagation();
    // Leaving the field keeps what was typed in it.
    if (event.target instanceof HTMLElement) event.target.blur();
    onDone();
  };
  return (
    <td colSpan={columns} className="row-editor" onKeyDown={onKeyDown}>
      <div ref={first} className="positions">
        {positions.map((position) => (
          <div key={position.id} className="position-editor">
            <Select
              label={t("claims.stanceOn", { issue: showPath(issueNames(library.issues, position.issue)) })}
              value={position.stance ?? noStanceValue}
              options={stanceOptions(library)}
              onChange={(value) =>
                alterPosition(position, { stance: stanceOfOption(library, value) ?? null }, message("change.stance"))
              }
            />
            <Select
              label={t("claims.issueOf")}
              value={position.issue}
              options={issueOptions(library)}
              onChange={(issue) => alterPosition(position, { issue: IssueId.parse(issue) }, message("change.issue"))}
            />
          </div>
        ))}
      </div>
      <div className="rest">
        <input
          aria-label={t("claims.actorOf")}
          list="claims-actors"
          dir="auto"
          defaultValue={annotation.actor === null ? "" : (library.actors[annotation.actor]?.name ?? "")}
          onBlur={(event) => setActor(event.target.value)}
        />
        <datalist id="claims-actors">
          {actorOptions(library).map(([id, name]) => (
            <option key={id} value={name} />
          ))}
        </datalist>
        <Select
          label={t("claims.certaintyOf")}
          value={annotation.certainty === null ? "" : String(annotation.certainty)}
          none={t("claims.notSet")}
          options={["1", "2", "3", "4", "5"].map((value) => [value, value])}
          onChange={(value) => update({ certainty: value === "" ? null : Number(value) }, message("change.certainty"))}
        />
        <textarea
          aria-label={t("claims.noteOf")}
          dir="auto"
          rows={2}
          defaultValue={annotation.note}
          onBlur={(event) =>
            event.target.value !== annotation.note && update({ note: event.target.value }, message("change.editNote"))
          }
        />
        <button type="button" onClick={onDone}>
          {t("claims.done")}
        </button>
      </div>
    </td>
  );
}
