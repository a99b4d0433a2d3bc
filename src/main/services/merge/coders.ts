import type { Edit } from "../../../shared/change/edit.ts";
import type { Annotation } from "../../../shared/model/annotation.ts";
import { type AnnotationId, CoderId, derivedId, newId, RelationId } from "../../../shared/model/ids.ts";
import type { Library } from "../../../shared/model/library.ts";
import type { Paper } from "../../../shared/model/paper.ts";
import { cutText } from "../../../shared/text/cut.ts";

/** Coders by the names that marks and comments bear, new ones made. `nobody` is the name of those that bear none. */
export class Coders {
  readonly #known: Map<string, CoderId>;
  readonly #nobody: string;
  readonly edits: Edit[] = [];

  constructor(library: Library, nobody: string) {
    this.#nobody = nobody;
    this.#known = new Map(Object.values(library.coders).map((coder) => [coder.name, coder.id]));
  }

  of(author: string): CoderId {
    const name = cutText(plain(author).trim(), 300) || this.#nobody;
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    const id = newId(CoderId);
    this.#known.set(name, id);
    this.edits.push({ table: "coders", from: null, to: { id, name } });
    return id;
  }
}

/** The relation of an answer to what it answers. */
export function answer(paper: Paper, from: AnnotationId, to: Annotation, coder: CoderId, created: string): Edit {
  const source = { paper: paper.id, annotation: from };
  const target = { paper: paper.id, annotation: to.id };
  const id = derivedId(RelationId, `${from} answers ${to.id}`);
  return { table: "relations", from: null, to: { id, kind: "elaborates", source, target, coder, created } };
}

/** Line ends as ours, without signs that are not to be seen. */
export function plain(text: string): string {
  return text.replace(/\r\n?/g, "\n").replace(/[^\P{Cc}\n\t]/gu, "");
}
