import { codedOne } from "../../../shared/claims.ts";
import { type Annotation, quoteOf } from "../../../shared/model/annotation.ts";
import { useTexts } from "../i18n/texts.ts";
import { openPaper, useStore } from "../state/store.ts";

/** The claims an annotation is linked with, either way; each leads there. */
export function Relations({ annotation }: Readonly<{ annotation: Annotation }>) {
  const { t } = useTexts();
  const { library } = useStore();
  const { id } = annotation;
  const linked = Object.values(library.relations).flatMap((relation) => {
    if (relation.source.annotation === id)
      return [{ id: relation.id, says: t(`relation.${relation.kind}`), other: relation.target }];
    return relation.target.annotation === id
      ? [{ id: relation.id, says: t(`relation.${relation.kind}.back`), other: relation.source }]
      : [];
  });
  if (linked.length === 0) return null;
  return (
    <section className="story" aria-label={t("annotate.relations")}>
      <h3>{t("annotate.relations")}</h3>
      <ul>
        {linked.map(({ id: relation, says, other }) => {
          const coded = codedOne(library, other.paper, other.annotation);
          return (
            <li key={relation}>
              {says}{" "}
              <button type="button" onClick={() => void openPaper(other.paper, other.annotation)}>
                {coded === null ? t("annotate.goneClaim") : `“${quoteOf(coded.annotation.passage).slice(0, 80)}”`}
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
