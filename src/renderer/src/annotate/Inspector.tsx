import { useState } from "react";
import { codedOne } from "../../../shared/claims.ts";
import { actorEdits, issueEdits, positionOf, removeAnnotationEdits, stanceScale } from "../../../shared/coding.ts";
import { issueNames, parsePath, showPath } from "../../../shared/issue-path.ts";
import { type Annotation, extentOf, type Position, quoteOf } from "../../../shared/model/annotation.ts";
import { StanceId } from "../../../shared/model/ids.ts";
import { pageLabelAt } from "../../../shared/pages.ts";
import { useTexts } from "../i18n/texts.ts";
import { lookOf } from "../state/highlights.ts";
import { commit, useStore } from "../state/store.ts";
import { Grade } from "./Grade.tsx";
import { History } from "./History.tsx";
import { IssueField } from "./IssueField.tsx";
import { Relations } from "./Relations.tsx";

/** The selected annotation, every part of it editable; each edit is one change. */
export function Inspector() {
  const { t } = useTexts();
  const { library, paper, content, selected } = useStore();
  const coded = paper === null || selected === null ? null : codedOne(library, paper, selected);
  if (coded === null || content === null || paper === null)
    return <p className="empty">{t("annotate.nothingSelected")}</p>;
  const { annotation, positions } = coded;
  const alter = (part: Partial<Annotation>, label: string): void => {
    const to = { ...annotation, ...part, modified: new Date().toISOString() };
    void commit(label, [{ table: "annotations", from: annotation, to }]);
  };
  const setActor = (name: string): void => {
    const actor = name.trim() === "" ? null : actorEdits(library.actors, name);
    if ((actor?.id ?? null) === annotation.actor) return;
    const to = { ...annotation, actor: actor?.id ?? null, modified: new Date().toISOString() };
    const label = actor === null ? t("change.noActor") : t("change.actor", { name });
    void commit(label, [...(actor?.edits ?? []), { table: "annotations", from: annotation, to }]);
  };
  return (
    <div className="inspector" key={annotation.id}>
      <header>
        <span>{t(positions.length === 0 ? "annotate.kindNote" : "annotate.kindClaim")}</span>
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
      <ul className="positions">
        {positions.map((position) => (
          <PositionRow key={position.id} position={position} />
        ))}
      </ul>
      <AddPosition annotation={annotation} />
      <label>
        {t("annotate.heldBy")}
        <input
          key={`${annotation.id}${annotation.actor}`}
          defaultValue={annotation.actor === null ? "" : (library.actors[annotation.actor]?.name ?? "")}
          onBlur={(event) => setActor(event.target.value)}
        />
      </label>
      <label>
        {t("annotate.certainty")}
        <select
          value={annotation.certainty ?? ""}
          onChange={(event) =>
            alter({ certainty: event.target.value === "" ? null : Number(event.target.value) }, t("change.certainty"))
          }
        >
          <option value="">{t("annotate.notSaid")}</option>
          {[1, 2, 3, 4, 5].map((value) => (
            <option key={value} value={value}>
              {`${"●".repeat(value)}${"○".repeat(5 - value)} ${value}`}
            </option>
          ))}
        </select>
      </label>
      <Grade grade={annotation.grade} onChange={(grade) => alter({ grade }, t("change.grade"))} />
      <label>
        {t("annotate.note")}
        <textarea
          key={`${annotation.id}${annotation.note}`}
          rows={3}
          defaultValue={annotation.note}
          onBlur={(event) =>
            event.target.value !== annotation.note && alter({ note: event.target.value }, t("change.editNote"))
          }
        />
      </label>
      <Relations annotation={annotation} />
      <History annotation={annotation} />
      <button
        type="button"
        className="danger"
        onClick={() => {
          useStore.setState({ selected: null });
          void commit(t("change.deleteClaim"), removeAnnotationEdits(library, paper, annotation.id));
        }}
      >
        {t("annotate.delete")}
      </button>
    </div>
  );
}

function PositionRow({ position }: Readonly<{ position: Position }>) {
  const { t } = useTexts();
  const { library } = useStore();
  const change = (to: Position | null, label: string): void =>
    void commit(label, [{ table: "positions", from: position, to }]);
  const name = showPath(issueNames(library.issues, position.issue));
  return (
    <li>
      <span className="badge" style={{ background: library.issues[position.issue]?.colour }}>
        {(library.issues[position.issue]?.name ?? "?").slice(0, 1)}
      </span>
      <span className="name">{name}</span>
      <select
        className={library.stances[position.stance]?.name}
        aria-label={t("annotate.stanceOn", { issue: name })}
        value={position.stance}
        onChange={(event) => change({ ...position, stance: StanceId.parse(event.target.value) }, t("change.stance"))}
      >
        {stanceScale(library.stances).map((stance) => (
          <option key={stance.id} value={stance.id}>
            {`${stance.glyph} ${stance.name}`}
          </option>
        ))}
      </select>
      <select
        aria-label={t("annotate.strengthOn", { issue: name })}
        value={position.strength ?? ""}
        onChange={(event) =>
          change(
            { ...position, strength: event.target.value === "" ? null : Number(event.target.value) },
            t("change.strength"),
          )
        }
      >
        <option value="">–</option>
        <option value="1">{t("annotate.weak")}</option>
        <option value="2">{t("annotate.medium")}</option>
        <option value="3">{t("annotate.strong")}</option>
      </select>
      <button
        type="button"
        aria-label={t("annotate.removePosition", { issue: name })}
        onClick={() => change(null, t("change.removePosition"))}
      >
        ×
      </button>
    </li>
  );
}

function AddPosition({ annotation }: Readonly<{ annotation: Annotation }>) {
  const { t } = useTexts();
  const { library } = useStore();
  const [path, setPath] = useState("");
  const add = (): void => {
    const names = parsePath(path.replaceAll("/", "\\/").replaceAll(" › ", "/"));
    const stance =
      stanceScale(library.stances).find((one) => one.name === "unclear") ?? stanceScale(library.stances)[0];
    if (names.length === 0 || stance === undefined) return;
    const issue = issueEdits(library.issues, names);
    const to = positionOf(annotation, { issue: issue.id, stance: stance.id, strength: null });
    void commit(t("change.addPosition"), [...issue.edits, { table: "positions", from: null, to }]).then(() =>
      setPath(""),
    );
  };
  return (
    <div className="add">
      <IssueField library={library} value={path} onChange={setPath} />
      <button type="button" onClick={add} disabled={path === ""}>
        {t("annotate.addPosition")}
      </button>
    </div>
  );
}
