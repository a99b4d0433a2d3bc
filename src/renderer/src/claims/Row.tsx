import { memo } from "react";
import type { Coded } from "../../../shared/claims/claims.ts";
import type { ClaimColumn } from "../../../shared/claims/columns.ts";
import type { Grouping } from "../../../shared/claims/groups.ts";
import type { TableLine } from "../../../shared/claims/lines.ts";
import { noStance, stanceOf } from "../../../shared/codebook/stance-scale.ts";
import { textRanges } from "../../../shared/model/annotation.ts";
import { issueNames, showPath } from "../../../shared/model/issue-path.ts";
import type { Library } from "../../../shared/model/library.ts";
import { isRecognisedIn, labelValues, passageLabelIn } from "../../../shared/model/page-map.ts";
import { type Texts, useTexts } from "../i18n/texts.ts";
import { contextName } from "../state/context.ts";
import { lookOf, quoteShown, signsOf } from "../state/highlights.ts";
import { usePageMaps } from "../state/page-maps.ts";
import { Icon } from "../ui/Icon.tsx";
import { RowEditor } from "./RowEditor.tsx";

type GroupProps = Readonly<{
  line: Extract<TableLine, { kind: "group" }>;
  index: number;
  grouping: Grouping;
  columns: number;
  onToggle: (key: string) => void;
}>;

/** The head of a group; it opens and closes. */
export function GroupRow({ line, index, grouping, columns, onToggle }: GroupProps) {
  const { t, number } = useTexts();
  const unnamed =
    grouping === "stance"
      ? `${noStance.glyph} ${t("annotate.noStance")}`
      : grouping === "issue"
        ? t("claims.noIssue")
        : t("claims.noActor");
  return (
    <tr data-index={index} aria-rowindex={index + 2} className="group-head" tabIndex={-1}>
      <th scope="rowgroup" colSpan={columns + 1}>
        <button type="button" aria-expanded={line.open} onClick={() => onToggle(line.key)}>
          <span aria-hidden="true">{line.open ? "▾" : "▸"}</span> <span dir="auto">{line.name || unnamed}</span>{" "}
          <span className="count">{number(line.count)}</span>
        </button>
      </th>
    </tr>
  );
}

type RowProps = Readonly<{
  library: Library;
  coded: Coded;
  index: number;
  columns: readonly ClaimColumn[];
  /** Whether Tab comes to this row. */
  stop: boolean;
  /** Whether it can be dragged to another group. */
  draggable: boolean;
  chosen: boolean;
  current: boolean;
}>;

/** One claim. Clicks and keys are the table's. */
export const ClaimTableRow = memo(function Row(props: RowProps) {
  const { library, coded, index, columns, stop, draggable, chosen, current } = props;
  const texts = useTexts();
  const classes = [...(current ? ["on"] : []), ...(chosen ? ["chosen"] : [])].join(" ");
  return (
    <tr
      data-index={index}
      aria-rowindex={index + 2}
      aria-selected={chosen}
      className={classes}
      data-context={contextName("row", coded.annotation.id, coded.annotation.paper)}
      draggable={draggable}
      tabIndex={stop ? 0 : -1}
    >
      <Tick chosen={chosen} texts={texts} />
      {columns.map((column) => (
        <Cell key={column} column={column} library={library} coded={coded} texts={texts} />
      ))}
    </tr>
  );
});

/** The same claim while it is edited in place; as high as it needs to be. */
export function EditedRow(
  props: Omit<RowProps, "stop" | "draggable"> &
    Readonly<{ measure: (row: Element | null) => void; onDone: () => void }>,
) {
  const { library, coded, index, columns, chosen, measure, onDone } = props;
  const texts = useTexts();
  return (
    <tr
      ref={measure}
      data-index={index}
      aria-rowindex={index + 2}
      aria-selected={chosen}
      className="edited"
      tabIndex={-1}
    >
      <Tick chosen={chosen} texts={texts} />
      <Cell column="quote" library={library} coded={coded} texts={texts} />
      <RowEditor coded={coded} columns={columns.length - 1} onDone={onDone} />
    </tr>
  );
}

function Tick({ chosen, texts }: Readonly<{ chosen: boolean; texts: Texts }>) {
  return (
    <td className="tick">
      <label>
        <input
          type="checkbox"
          tabIndex={-1}
          aria-label={texts.t("claims.select")}
          checked={chosen}
          onChange={() => undefined}
        />
      </label>
    </td>
  );
}

type CellProps = Readonly<{ column: ClaimColumn; library: Library; coded: Coded; texts: Texts }>;

function Cell({ column, library, coded, texts }: CellProps) {
  const { annotation, positions } = coded;
  switch (column) {
    case "quote":
      return (
        <td className="words">
          <button
            type="button"
            className="copy"
            tabIndex={-1}
            title={texts.t("quick.copy")}
            aria-label={texts.t("quick.copy")}
          >
            <Icon name="copy" size={14} />
          </button>
          {library.papers[annotation.paper]?.text === "ocr" && <OcrTag coded={coded} texts={texts} />}
          <div className={`quote two ${lookOf(library, coded)}`} dir="auto" title={quoteShown(annotation.passage)}>
            {quoteShown(annotation.passage)}
          </div>
        </td>
      );
    case "issue":
      return (
        <td>
          {positions.slice(0, 2).map((position) => (
            <div key={position.id} className="position">
              <b className={lookOf(library, { annotation, positions: [position] })}>
                {stanceOf(library, position)?.glyph ?? noStance.glyph}
              </b>
              <span dir="auto" className={positions.length > 1 ? "one" : "two"}>
                {showPath(issueNames(library.issues, position.issue))}
              </span>
              {position === positions[1] && positions.length > 2 && (
                <small>
                  {`+${texts.number(positions.length - 2)} `}
                  {signsOf(library, { annotation, positions: positions.slice(2) }).map(({ glyph, look }) => (
                    <b key={glyph} className={look}>
                      {glyph}
                    </b>
                  ))}
                </small>
              )}
            </div>
          ))}
        </td>
      );
    case "actor":
      return (
        <td dir="auto">
          {annotation.actor === null ? (
            <span className="soft">–</span>
          ) : (
            <span className="two">{library.actors[annotation.actor]?.name}</span>
          )}
        </td>
      );
    case "certainty":
      return (
        <td className="dots" title={annotation.certainty === null ? undefined : texts.number(annotation.certainty)}>
          {annotation.certainty === null ? "" : "●".repeat(annotation.certainty) + "○".repeat(5 - annotation.certainty)}
        </td>
      );
    case "grade":
      return (
        <td>{annotation.grade === null ? "" : `${annotation.grade.reliability}${annotation.grade.credibility}`}</td>
      );
    case "note":
      return (
        <td dir="auto" title={annotation.note}>
          <span className="two">{annotation.note}</span>
        </td>
      );
    case "coder":
      return (
        <td dir="auto" className="soft">
          <span className="two">{library.coders[annotation.coder]?.name}</span>
        </td>
      );
    case "modified":
      return <td className="soft">{texts.date(annotation.modified)}</td>;
    case "place":
      return <PageCell coded={coded} texts={texts} />;
    case "paper":
      return (
        <td className="soft" dir="auto" title={library.papers[annotation.paper]?.title}>
          <span className="two">{library.papers[annotation.paper]?.title}</span>
        </td>
      );
  }
}

/** Says of a quote that it was read with OCR, as soon as its page is known. */
function OcrTag({ coded, texts }: Readonly<{ coded: Coded; texts: Texts }>) {
  const { paper, passage } = coded.annotation;
  const pages = usePageMaps((maps) => maps[paper]);
  if (pages === undefined || !isRecognisedIn(pages, textRanges(passage))) return null;
  return (
    <span className="ocr-mark" title={texts.t("ocr.marked")}>
      <span aria-hidden="true">{texts.t("ocr.mark")}</span>
      <span className="unseen">{texts.t("ocr.marked")}</span>
    </span>
  );
}

/** The printed page, as soon as it is known; a click opens the claim there. */
function PageCell({ coded, texts }: Readonly<{ coded: Coded; texts: Texts }>) {
  const { paper, passage } = coded.annotation;
  const pages = usePageMaps((maps) => maps[paper]);
  const label = pages === undefined ? "" : passageLabelIn(pages, passage);
  return (
    <td className="place">
      <button
        type="button"
        tabIndex={-1}
        title={texts.t("claims.open")}
        aria-label={texts.t("claims.openAt", labelValues(label))}
      >
        {label || "…"}
      </button>
    </td>
  );
}
