import { codedOne } from "../../../shared/claims.ts";
import { type Annotation, quoteOf, type Relation } from "../../../shared/model/annotation.ts";
import { openPaper, useStore } from "../state/store.ts";

const words: Readonly<Record<Relation["kind"], readonly [string, string]>> = {
  supports: ["supports", "supported by"],
  contradicts: ["contradicts", "contradicted by"],
  elaborates: ["elaborates", "elaborated by"],
  evidence: ["is evidence for", "has as evidence"],
};

/** The claims an annotation is linked with, either way; each leads there. */
export function Relations({ annotation }: Readonly<{ annotation: Annotation }>) {
  const { library } = useStore();
  const { id } = annotation;
  const linked = Object.values(library.relations).flatMap((relation) => {
    const [from, to] = words[relation.kind];
    if (relation.source.annotation === id) return [{ id: relation.id, says: from, other: relation.target }];
    return relation.target.annotation === id ? [{ id: relation.id, says: to, other: relation.source }] : [];
  });
  if (linked.length === 0) return null;
  return (
    <section className="story" aria-label="Relations">
      <h3>Relations</h3>
      <ul>
        {linked.map(({ id: relation, says, other }) => {
          const coded = codedOne(library, other.paper, other.annotation);
          return (
            <li key={relation}>
              {says}{" "}
              <button type="button" onClick={() => void openPaper(other.paper, other.annotation)}>
                {coded === null ? "a claim that is gone" : `“${quoteOf(coded.annotation.passage).slice(0, 80)}”`}
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
