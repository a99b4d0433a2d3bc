import { useEffect, useState } from "react";
import type { Change } from "../../../shared/change.ts";
import type { Annotation } from "../../../shared/model/annotation.ts";
import { useTexts } from "../i18n/texts.ts";
import { attempt, useStore } from "../state/store.ts";

/** What was done to an annotation, newest first. */
export function History({ annotation }: Readonly<{ annotation: Annotation }>) {
  const { t, time } = useTexts();
  const { workbench, server } = useStore();
  const [changes, setChanges] = useState<readonly Change[]>([]);
  const { id } = annotation;
  // Any change of the library may be one of this annotation, an undone one too.
  const { version } = server;
  useEffect(() => {
    let wanted = version !== undefined;
    void attempt(() => workbench.history({ annotation: id, limit: 20 })).then((found) => {
      if (wanted && found !== null) setChanges(found);
    });
    return () => {
      wanted = false;
    };
  }, [workbench, id, version]);
  if (changes.length === 0) return null;
  return (
    <section className="story" aria-label={t("annotate.history")}>
      <h3>{t("annotate.history")}</h3>
      <ul>
        {changes.map((change) => (
          <li key={change.id}>
            <time dateTime={change.at}>{time(change.at)}</time> {change.label}
          </li>
        ))}
      </ul>
    </section>
  );
}
