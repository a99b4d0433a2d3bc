import { useEffect, useState } from "react";
import { differencesOf, shortened } from "../../../shared/change/differences.ts";
import { shownLabel } from "../../../shared/change/label.ts";
import { annotationsOf } from "../../../shared/claims/restore.ts";
import type { PastChange } from "../../../shared/contract/workbench.ts";
import type { Annotation } from "../../../shared/model/annotation.ts";
import { getWorkbench } from "../client/connection.ts";
import { useTexts } from "../i18n/texts.ts";
import { showHistory } from "../state/history.ts";
import { useLibrary } from "../state/library.ts";
import { attempt } from "../state/shell.ts";

/** How many changes are in the inspector; the history view has all. */
const few = 6;

/** What was done to an annotation, newest first; the whole of it, with the way back, is one step away. */
export function History({ annotation }: Readonly<{ annotation: Annotation }>) {
  const { t, say, spoken, time } = useTexts();
  const library = useLibrary((state) => state.library);
  const workbench = getWorkbench();
  const server = useLibrary((state) => state.server);
  const [changes, setChanges] = useState<readonly PastChange[]>([]);
  const { id } = annotation;
  // Any change of the library may be one of this annotation, an undone one too.
  const { version } = server;
  useEffect(() => {
    let wanted = version !== undefined;
    void attempt(() => workbench.history({ annotation: id, limit: few })).then((found) => {
      if (wanted && found !== null) setChanges(found);
    });
    return () => {
      wanted = false;
    };
  }, [workbench, id, version]);
  if (changes.length === 0) return null;
  /** The first value that is another one now, else what the change was called. */
  const titleOf = (change: PastChange): string => {
    const edits = change.edits.filter((edit) => annotationsOf(edit).some((annotation) => annotation.annotation === id));
    const [field] = differencesOf(library, edits, spoken).flatMap((difference) => difference.fields);
    const to = field === undefined ? "" : shortened(field.to, 40);
    const label = say(shownLabel(change));
    return to === "" || label.includes(to) ? label : `${label}: ${to}`;
  };
  return (
    <section className="story" aria-label={t("annotate.history")}>
      <h3>{t("annotate.history")}</h3>
      <ul className="past">
        {changes.map((change) => (
          <li key={change.id} className={change.undone ? "undone" : ""}>
            <time dateTime={change.at}>{time(change.at)}</time>
            <span dir="auto">{titleOf(change)}</span>
            <span className="soft" dir="auto">
              {library.coders[change.coder]?.name}
            </span>
          </li>
        ))}
      </ul>
      <button type="button" onClick={() => showHistory("claim")}>
        {t("history.all")}
      </button>
    </section>
  );
}
