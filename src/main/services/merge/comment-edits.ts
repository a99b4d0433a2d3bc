import { describe } from "../../../shared/anchor/describe.ts";
import type { Edit } from "../../../shared/change/edit.ts";
import type { Annotation } from "../../../shared/model/annotation.ts";
import { ofPaper } from "../../../shared/model/by-paper.ts";
import type { PaperContent } from "../../../shared/model/content.ts";
import { AnnotationId, derivedId } from "../../../shared/model/ids.ts";
import type { Library } from "../../../shared/model/library.ts";
import type { Paper } from "../../../shared/model/paper.ts";
import { cutText } from "../../../shared/text/cut.ts";
import type { DocumentComment } from "../import/imported.ts";
import { answer, Coders, plain } from "./coders.ts";

/** The coder of comments that name nobody. */
const nobody = "Unnamed in the document";

/**
 * Comments of a document as notes of its paper: words, author and date. An answer is a note on the same words, which
 * elaborates what it answers. The same comment has the same identifier wherever it is brought in; one that the library
 * has, or that `seen` says it had, is skipped.
 */
export function commentEdits(
  library: Library,
  { paper, content }: Readonly<{ paper: Paper; content: PaperContent }>,
  comments: readonly DocumentComment[],
  { at, seen }: Readonly<{ at: string; seen: (id: string) => boolean }>,
): readonly Edit[] {
  const coders = new Coders(library, nobody);
  const made = new Map<string, Annotation>();
  const table = ofPaper(library.annotations, paper.id);
  for (const comment of comments) {
    const id = derivedId(AnnotationId, `${paper.sha256} comment ${comment.id}`);
    if (made.has(id) || table[id] !== undefined || seen(id)) continue;
    const created = comment.created ?? at;
    made.set(id, {
      id,
      paper: paper.id,
      passage: { ranges: describe(content.text, comment.ranges), areas: [] },
      actor: null,
      certainty: null,
      grade: null,
      note: cutText(plain(comment.text), 20_000),
      origin: { tool: paper.format, kind: "comment", colour: null, foreignId: cutText(comment.id, 1000) || null },
      coder: coders.of(comment.author),
      created,
      modified: created,
    });
  }
  const relations = comments.flatMap(({ id, inReplyTo }) => {
    if (inReplyTo === null) return [];
    const from = made.get(derivedId(AnnotationId, `${paper.sha256} comment ${id}`));
    const parent = derivedId(AnnotationId, `${paper.sha256} comment ${inReplyTo}`);
    const to = made.get(parent) ?? table[parent];
    return from === undefined || to === undefined ? [] : [answer(paper, from.id, to, from.coder, from.created)];
  });
  const annotations = [...made.values()].map((to): Edit => ({ table: "annotations", from: null, to }));
  return annotations.length === 0 ? [] : [...coders.edits, ...annotations, ...relations];
}
