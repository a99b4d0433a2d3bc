import { apply } from "../change/change.ts";
import type { Edit } from "../change/edit.ts";
import type { Message } from "../messages/arguments.ts";
import { ofPaper } from "../model/by-paper.ts";
import { issueNames, showPath } from "../model/issue-path.ts";
import type { Library } from "../model/library.ts";
import { stanceLabel } from "../model/stance-name.ts";

/** What a merge, split or removal would do, shown before it is done. */
export type Effect = Readonly<{
  /** Claims that are coded otherwise afterwards, and the papers they are in. */
  claims: number;
  papers: number;
  /** Positions that go because the claim has the same stance on what takes their place. */
  doubles: number;
  /** Claims without any position afterwards: they stay as notes. */
  uncoded: number;
  /** Names of entries that are no longer there, and of issues that move. */
  gone: readonly (string | Message)[];
  moved: readonly string[];
  /** Whether saved filters name something else afterwards. */
  filters: boolean;
}>;

/** The effect of codebook edits on a library. Throws as `apply` does when they do not fit. */
export function effectOf(library: Library, edits: readonly Edit[]): Effect {
  const after = apply(library, { edits });
  const [before, then] = [counter(library), counter(after)];
  const claims = new Map<string, string>();
  let doubles = 0;
  for (const edit of edits) {
    if (edit.table === "annotations" && edit.from !== null) claims.set(edit.from.id, edit.from.paper);
    if (edit.table !== "positions" || edit.from === null) continue;
    claims.set(edit.from.annotation, edit.from.paper);
    if (edit.to === null && then(edit.from.paper, edit.from.annotation) > 0) doubles++;
  }
  const uncoded = [...claims].filter(([id, paper]) => before(paper, id) > 0 && then(paper, id) === 0);
  return {
    claims: claims.size,
    papers: new Set(claims.values()).size,
    doubles,
    uncoded: uncoded.length,
    gone: edits.flatMap((edit) => nameIfGone(library, edit)),
    moved: edits.flatMap((edit) =>
      edit.table === "issues" && edit.from !== null && edit.to !== null && edit.from.parent !== edit.to.parent
        ? [showPath(issueNames(library.issues, edit.from.id))]
        : [],
    ),
    filters: edits.some((edit) => edit.table === "settings"),
  };
}

/** How many positions an annotation has; each paper is looked through once. */
function counter(library: Library): (paper: string, annotation: string) => number {
  const papers = new Map<string, Map<string, number>>();
  return (paper, annotation) => {
    const known = papers.get(paper) ?? new Map<string, number>();
    if (!papers.has(paper)) {
      papers.set(paper, known);
      for (const position of Object.values(ofPaper(library.positions, paper)))
        known.set(position.annotation, (known.get(position.annotation) ?? 0) + 1);
    }
    return known.get(annotation) ?? 0;
  };
}

function nameIfGone(library: Library, edit: Edit): (string | Message)[] {
  if (edit.to !== null) return [];
  if (edit.table === "issues" && edit.from !== null) return [showPath(issueNames(library.issues, edit.from.id))];
  if (edit.table === "stances" && edit.from !== null) return [stanceLabel(edit.from)];
  return edit.table === "actors" && edit.from !== null ? [edit.from.name] : [];
}
