import type { Grouping, Line } from "../../../shared/claim-table.ts";
import type { Coded } from "../../../shared/claims.ts";
import { issueNames, showPath } from "../../../shared/issue-path.ts";
import { quoteOf } from "../../../shared/model/annotation.ts";
import { useTexts } from "../i18n/texts.ts";
import { lookOf } from "../state/highlights.ts";
import { openPaper, useStore } from "../state/store.ts";
import { RowEditor } from "./RowEditor.tsx";

export const columns = ["quote", "issue", "actor", "certainty", "note", "place"] as const;

type Place = Readonly<{ index: number; measure: (row: HTMLTableRowElement | null) => void }>;

type GroupProps = Readonly<{
  line: Extract<Line, { kind: "group" }>;
  place: Place;
  grouping: Grouping;
  onToggle: (key: string) => void;
}>;

/** The head of a group; it opens and closes. */
export function GroupRow({ line, place, grouping, onToggle }: GroupProps) {
  const { t, number } = useTexts();
  const unnamed = grouping === "issue" || grouping === "stance" ? t("claims.noIssue") : t("claims.nobody");
  return (
    <tr
      ref={place.measure}
      data-index={place.index}
      aria-rowindex={place.index + 2}
      className="group-head"
      tabIndex={-1}
    >
      <th scope="rowgroup" colSpan={columns.length + 1}>
        <button type="button" aria-expanded={line.open} onClick={() => onToggle(line.key)}>
          <span aria-hidden="true">{line.open ? "▾" : "▸"}</span> <span dir="auto">{line.name || unnamed}</span>{" "}
          <span className="count">{number(line.count)}</span>
        </button>
      </th>
    </tr>
  );
}

type RowProps = Readonly<{
  coded: Coded;
  place: Place;
  chosen: boolean;
  current: boolean;
  editing: boolean;
  onEdit: (on: boolean) => void;
  onChoose: (extend: boolean) => void;
}>;

/** One claim; a double click or F2 edits it in place. */
export function Row({ coded, place, chosen, current, editing, onEdit, onChoose }: RowProps) {
  const { t } = useTexts();
  const library = useStore((state) => state.library);
  const writable = useStore((state) => state.server.access.mode === "write");
  const { annotation, positions } = coded;
  const classes = [...(current ? ["on"] : []), ...(chosen ? ["chosen"] : [])].join(" ");
  return (
    <tr
      ref={place.measure}
      data-index={place.index}
      aria-rowindex={place.index + 2}
      aria-selected={chosen}
      className={classes}
      tabIndex={place.index === 0 ? 0 : -1}
      onDoubleClick={() => writable && onEdit(true)}
    >
      <td className="tick">
        <input
          type="checkbox"
          tabIndex={-1}
          aria-label={t("claims.select")}
          checked={chosen}
          onChange={() => undefined}
          onClick={(event) => onChoose(event.shiftKey)}
        />
      </td>
      <td>
        <button
          type="button"
          tabIndex={-1}
          className={`quote ${lookOf(library, coded)}`}
          dir="auto"
          onClick={() => void openPaper(annotation.paper, annotation.id)}
        >
          {quoteOf(annotation.passage)}
        </button>
      </td>
      {editing && writable ? (
        <RowEditor coded={coded} onDone={() => onEdit(false)} />
      ) : (
        <>
          <td>
            {positions.map((position) => (
              <div key={position.id} className="position">
                <b className={lookOf(library, { annotation, positions: [position] })}>
                  {library.stances[position.stance]?.glyph ?? ""}
                </b>
                <span dir="auto">{showPath(issueNames(library.issues, position.issue))}</span>
              </div>
            ))}
          </td>
          <td dir="auto">
            {annotation.actor === null ? <span className="soft">–</span> : library.actors[annotation.actor]?.name}
          </td>
          <td>
            {annotation.certainty === null
              ? ""
              : "●".repeat(annotation.certainty) + "○".repeat(5 - annotation.certainty)}
            {annotation.grade !== null && (
              <span className="soft">{` ${annotation.grade.reliability}${annotation.grade.credibility}`}</span>
            )}
          </td>
          <td className="note-cell" dir="auto" title={annotation.note}>
            <span className="two">{annotation.note}</span>
          </td>
        </>
      )}
      <td className="soft place" dir="auto" title={library.papers[annotation.paper]?.title}>
        <span className="two">{library.papers[annotation.paper]?.title}</span>
      </td>
    </tr>
  );
}
