import type { Change } from "../../../shared/change/change.ts";
import type { PaperContent } from "../../../shared/model/content.ts";
import type { CoderId } from "../../../shared/model/ids.ts";
import type { Paper } from "../../../shared/model/paper.ts";
import type { Recognised } from "../../../shared/model/recognised.ts";

/** A paper in a bundle with the files it has in a library. */
export type BundledPaper = Readonly<{
  paper: Paper;
  source: Uint8Array;
  content: PaperContent;
  geometry: Uint8Array | null;
  recognised: Recognised | undefined;
  pages: Uint8Array | undefined;
}>;

/** Whoever changes or records name as coder although no change of the history has added them. */
export function unknownCoders(changes: readonly Change[]): readonly CoderId[] {
  const known = new Set<string>();
  const named = new Set<CoderId>();
  for (const change of changes) {
    named.add(change.coder);
    for (const { from, to } of change.edits)
      for (const record of [from, to]) if (record !== null && "coder" in record) named.add(record.coder);
    for (const edit of change.edits) if (edit.table === "coders" && edit.to !== null) known.add(edit.to.id);
  }
  return [...named].filter((id) => !known.has(id));
}

/** Every paper there ever was in a history, as it was last. */
export function papersIn(changes: readonly Change[]): Paper[] {
  const papers = new Map<string, Paper>();
  for (const { edits } of changes)
    for (const edit of edits) {
      const paper = edit.table === "papers" ? (edit.to ?? edit.from) : null;
      if (paper !== null) papers.set(paper.id, paper);
    }
  return [...papers.values()];
}
