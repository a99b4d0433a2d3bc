import { useMemo, useState } from "react";
import { type Difference, differencesOf, fieldLabel, shortened } from "../../../shared/change/differences.ts";
import type { Edit } from "../../../shared/change/edit.ts";
import { shownLabel } from "../../../shared/change/label.ts";
import { codedOne } from "../../../shared/claims/claims.ts";
import { annotationsOf } from "../../../shared/claims/restore.ts";
import type { PastChange } from "../../../shared/contract/workbench.ts";
import { message } from "../../../shared/messages/message.ts";
import type { AnnotationId } from "../../../shared/model/ids.ts";
import { useTexts } from "../i18n/texts.ts";
import { restoreClaim } from "../state/history.ts";
import { useLibrary } from "../state/library.ts";
import { openPaper } from "../state/reading.ts";

/** How many differences are shown before the reader asks for all. */
const few = 4;

/**
 * One change: when, what, by whom, what it changed in words, and the way back to the claim it was made on. With `only`,
 * what it did to that claim.
 */
export function ChangeLine({ change: whole, only }: Readonly<{ change: PastChange; only: AnnotationId | null }>) {
  const { t, say, spoken, time } = useTexts();
  const library = useLibrary((state) => state.library);
  const [all, setAll] = useState(false);
  const change = useMemo(() => {
    const concerns = (edit: Edit): boolean => annotationsOf(edit).some((annotation) => annotation.annotation === only);
    return only === null ? whole : { ...whole, edits: whole.edits.filter(concerns) };
  }, [whole, only]);
  // That a coder is new, or a claim was touched, goes without saying.
  const differences = differencesOf(library, change.edits, spoken).filter(
    ({ table, did, fields }) => table !== "coders" && (did !== "edited" || fields.length > 0),
  );
  const shown = all ? differences : differences.slice(0, few);
  return (
    <li className={change.undone ? "change undone" : "change"}>
      <time dateTime={change.at}>{time(change.at)}</time>
      <div>
        <p className="what">
          <b dir="auto">{say(shownLabel(change))}</b>
          {change.undone && <span className="flag">{t("history.undone")}</span>}
          <span className="grow" />
          <span className="soft" dir="auto">
            {library.coders[change.coder]?.name ?? ""}
          </span>
        </p>
        <ul className="differences">
          {shown.map((edit) => (
            <li key={`${edit.table} ${edit.id}`}>
              <DifferenceLine difference={edit} />
            </li>
          ))}
        </ul>
        {differences.length > shown.length && (
          <button type="button" className="link" onClick={() => setAll(true)}>
            {t("history.more", { count: differences.length - shown.length })}
          </button>
        )}
        <ClaimWays change={change} only={only} />
      </div>
    </li>
  );
}

function DifferenceLine({ difference }: Readonly<{ difference: Difference }>) {
  const { t, say } = useTexts();
  const { table, did, subject, fields } = difference;
  const nothing = <span className="soft">{say(message("history.empty"))}</span>;
  const kind = message(`history.table.${table}`);
  return (
    <>
      <span className="soft">{say(did === "edited" ? kind : message(`history.did.${did}`, { kind }))}</span>{" "}
      {table === "annotations" ? <q dir="auto">{shortened(subject, 90)}</q> : <bdi>{shortened(subject, 90)}</bdi>}{" "}
      {fields.map(({ field, from, to }) => (
        <span key={field} className="field-change">
          <span className="soft">{say(fieldLabel(field))}</span>{" "}
          {from === "" ? nothing : <del dir="auto">{shortened(from)}</del>}{" "}
          <span aria-hidden="true">{t("history.to")}</span>{" "}
          {to === "" ? nothing : <ins dir="auto">{shortened(to)}</ins>}
        </span>
      ))}
    </>
  );
}

/**
 * To the claim a change is about, and to what it was then. Changes of many claims are undone by undo, or claim by
 * claim.
 */
function ClaimWays({ change, only }: Readonly<{ change: PastChange; only: AnnotationId | null }>) {
  const { t } = useTexts();
  const library = useLibrary((state) => state.library);
  const writable = useLibrary((state) => state.server.access.mode === "write");
  const edits = change.edits.filter((edit) => edit.table !== "relations");
  const claims = new Map(edits.flatMap(annotationsOf).map((reference) => [reference.annotation, reference]));
  const claim = only === null ? [...claims.values()][0] : claims.get(only);
  if (claim === undefined || (only === null && claims.size > 1)) return null;
  const there = codedOne(library, claim.paper, claim.annotation) !== null;
  const made = edits.some((edit) => edit.table === "annotations" && edit.from === null);
  const removed = edits.some((edit) => edit.table === "annotations" && edit.to === null);
  return (
    <p className="ways">
      {there && (
        <button type="button" className="link" onClick={() => void openPaper(claim.paper, claim.annotation)}>
          {t("history.show")}
        </button>
      )}
      {writable && !removed && (
        <button type="button" className="link" onClick={() => void restoreClaim(claim, change.id, "after")}>
          {t("history.restoreAfter")}
        </button>
      )}
      {writable && !made && (
        <button type="button" className="link" onClick={() => void restoreClaim(claim, change.id, "before")}>
          {t("history.restoreBefore")}
        </button>
      )}
    </p>
  );
}
