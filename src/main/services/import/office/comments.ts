import type { DocumentComment } from "../imported.ts";
import type { TextRange } from "./document-writer.ts";
import type { LeftOut } from "./left-out.ts";

/** A comment before its place is known. `anchor` is the name of the place. */
export type AnchoredComment = Readonly<{ anchor: string }> & Omit<DocumentComment, "ranges">;

/**
 * Comments with their places. An answer has the place of what it answers; one that has none, such as a comment on a
 * header, is counted.
 */
export function placedComments(
  comments: readonly AnchoredComment[],
  ranges: ReadonlyMap<string, TextRange>,
  left: LeftOut,
): DocumentComment[] {
  const byId = new Map(comments.map((comment) => [comment.id, comment]));
  const placeOf = (comment: AnchoredComment): TextRange | undefined => {
    let ancestor: AnchoredComment | undefined = comment;
    for (let steps = 0; ancestor !== undefined && steps < maxAnswers; steps++) {
      const range = ranges.get(ancestor.anchor);
      if (range !== undefined) return range;
      ancestor = ancestor.inReplyTo === null ? undefined : byId.get(ancestor.inReplyTo);
    }
    return undefined;
  };
  return comments.flatMap(({ anchor: _anchor, ...comment }) => {
    const range = placeOf({ anchor: _anchor, ...comment });
    if (range === undefined) {
      left.comments++;
      return [];
    }
    return [{ ...comment, ranges: [range] }];
  });
}

/** Answers to answers that are followed. */
const maxAnswers = 50;

/** A date of a document as an ISO instant; one without a zone is taken as UTC. Null where it is none. */
export function instantOfDocument(text: string | undefined): string | null {
  const [, day, time = "T00:00:00", fraction = "", zone = "Z"] =
    /^(\d{4}-\d{2}-\d{2})(T\d{2}:\d{2}(?::\d{2})?)?(\.\d+)?(Z|[+-]\d{2}:\d{2})?$/.exec(text?.trim() ?? "") ?? [];
  if (day === undefined) return null;
  const date = new Date(`${day}${time}${fraction.slice(0, 4)}${zone}`);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}
