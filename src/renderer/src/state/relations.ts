import type { Relation } from "../../../shared/model/annotation.ts";
import type { AnnotationId } from "../../../shared/model/ids.ts";
import type { Library } from "../../../shared/model/library.ts";

/** A relation as one of its ends sees it. */
export type Link = Readonly<{ relation: Relation; other: Relation["target"]; back: boolean }>;

const known = new WeakMap<object, ReadonlyMap<AnnotationId, readonly Link[]>>();

/** The relations of each annotation, either way; found once for each state of the library. */
export function linksOf(library: Library): ReadonlyMap<AnnotationId, readonly Link[]> {
  const before = known.get(library.relations);
  if (before !== undefined) return before;
  const links = new Map<AnnotationId, Link[]>();
  const add = (id: AnnotationId, link: Link): void => {
    const known = links.get(id);
    if (known === undefined) links.set(id, [link]);
    else known.push(link);
  };
  for (const relation of Object.values(library.relations)) {
    add(relation.source.annotation, { relation, other: relation.target, back: false });
    add(relation.target.annotation, { relation, other: relation.source, back: true });
  }
  known.set(library.relations, links);
  return links;
}
