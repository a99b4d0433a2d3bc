import type { Edit } from "../change/edit.ts";
import type { Annotation, Position } from "../model/annotation.ts";
import type { ActorId, IssueId, StanceId } from "../model/ids.ts";
import type { Library } from "../model/library.ts";
import { notCarriedEdits, positionOf, removeAnnotationEdits } from "./claim-edits.ts";
import type { Coded } from "./claims.ts";
import { annotationsOf } from "./restore.ts";

/** What is to be done to many claims at once. */
export type Recoding = Readonly<
  /** `from`: only positions with this stance. */
  | { kind: "stance"; stance: StanceId | null; issue: IssueId | null; from?: StanceId | null }
  | { kind: "issue"; from: IssueId | null; to: IssueId }
  | { kind: "add"; issue: IssueId; stance: StanceId | null }
  | { kind: "remove"; issue: IssueId }
  | { kind: "actor"; actor: ActorId | null }
  | { kind: "certainty"; certainty: number | null }
  | { kind: "delete" }
>;

/**
 * Edits that recode claims, as one change: another stance or none (on one issue, or wherever there is a position),
 * another issue, a position more or less, another actor or certainty, or their removal. Claims that are so already are
 * left alone, and a position that becomes the double of another is removed.
 */
export function recodeEdits(library: Library, coded: readonly Coded[], wish: Recoding, time: string): Edit[] {
  if (wish.kind === "delete") {
    const relations = new Map<string, Edit>();
    const others = coded.flatMap(({ annotation }) =>
      removeAnnotationEdits(library, annotation.paper, annotation.id).filter((edit) => {
        // A relation between two of the claims is removed once.
        if (edit.table === "relations" && edit.from !== null) relations.set(edit.from.id, edit);
        // What a paper leaves behind is said once for all of its claims.
        return edit.table !== "relations" && edit.table !== "papers";
      }),
    );
    const left = notCarriedEdits(
      library,
      coded.map(({ annotation }) => annotation),
    );
    return [...relations.values(), ...others, ...left];
  }
  return coded.flatMap((claim) => recodeOne(claim, wish, time));
}

/** How many claims the edits of `recodeEdits` change or remove. */
export function recodedCount(edits: readonly Edit[]): number {
  const claims = edits.flatMap((edit) => (edit.table === "relations" ? [] : annotationsOf(edit)));
  return new Set(claims.map(({ annotation }) => annotation)).size;
}

function recodeOne(
  { annotation, positions }: Coded,
  wish: Exclude<Recoding, { kind: "delete" }>,
  time: string,
): Edit[] {
  switch (wish.kind) {
    case "actor":
      return annotation.actor === wish.actor ? [] : [edited(annotation, { actor: wish.actor }, time)];
    case "certainty":
      return annotation.certainty === wish.certainty ? [] : [edited(annotation, { certainty: wish.certainty }, time)];
    case "add": {
      const { issue, stance } = wish;
      if (positions.some((position) => position.issue === issue && position.stance === stance)) return [];
      return [{ table: "positions", from: null, to: positionOf(annotation, { issue, stance, strength: null }) }];
    }
    case "remove":
      return positions
        .filter((position) => position.issue === wish.issue)
        .map((from): Edit => ({ table: "positions", from, to: null }));
    case "stance":
      return positionsTo(positions, (position) =>
        (wish.issue === null || position.issue === wish.issue) &&
        (wish.from === undefined || position.stance === wish.from)
          ? { ...position, stance: wish.stance }
          : position,
      );
    case "issue":
      return positionsTo(positions, (position) =>
        wish.from === null || position.issue === wish.from ? { ...position, issue: wish.to } : position,
      );
  }
}

function edited(from: Annotation, part: Partial<Annotation>, time: string): Edit {
  return { table: "annotations", from, to: { ...from, ...part, modified: time } };
}

function positionsTo(positions: readonly Position[], update: (position: Position) => Position): Edit[] {
  const seen = new Set<string>();
  // Positions that stay as they are come first, so that of two duplicates the changed one is removed.
  const steps = positions.map((from) => ({ from, to: update(from) }));
  const inOrder = [
    ...steps.filter(({ from, to }) => same(from, to)),
    ...steps.filter(({ from, to }) => !same(from, to)),
  ];
  return inOrder.flatMap(({ from, to }): Edit[] => {
    const key = `${to.issue} ${to.stance}`;
    const double = seen.has(key);
    seen.add(key);
    if (same(from, to)) return [];
    return [{ table: "positions", from, to: double ? null : to }];
  });
}

function same(a: Position, b: Position): boolean {
  return a.issue === b.issue && a.stance === b.stance;
}
