import { paperTable } from "../model/by-paper.ts";
import type { AnnotationId, PaperId } from "../model/ids.ts";
import type { Library } from "../model/library.ts";
import type { Paper } from "../model/paper.ts";
import { type Coded, codedList } from "./coded-list.ts";

export type { Coded } from "./coded-list.ts";

/**
 * The annotations of a paper with their positions, in the order of the text. Equal arguments give the identical list.
 */
export function codedIn(library: Library, paper: PaperId): readonly Coded[] {
  return codedList({
    annotations: paperTable(library.annotations, paper),
    positions: paperTable(library.positions, paper),
  });
}

/** All annotations of the library: papers in order of adding, each in the order of its text. */
export function allCoded(library: Library): readonly Coded[] {
  return codedOf(library, Object.values(library.papers));
}

/** The annotations of some papers, in the order of `allCoded`. */
export function codedOf(library: Library, papers: readonly Paper[]): readonly Coded[] {
  return papersInOrder(papers).flatMap((paper) => codedIn(library, paper.id));
}

/** Papers in order of adding. */
export function papersInOrder(papers: readonly Paper[]): readonly Paper[] {
  return papers.toSorted((a, b) => compare(a.added, b.added) || compare(a.id, b.id));
}

/** One annotation with its positions, or null. */
export function codedOne(library: Library, paper: PaperId, annotation: AnnotationId): Coded | null {
  return codedIn(library, paper).find((claim) => claim.annotation.id === annotation) ?? null;
}

/** Annotations as they are in `library` now, in the order given; those no longer there are left out. */
export function codedNow(library: Library, coded: readonly Coded[]): readonly Coded[] {
  const byPaper = new Map<PaperId, ReadonlyMap<AnnotationId, Coded>>();
  return coded.flatMap(({ annotation: { id, paper } }) => {
    const present = byPaper.get(paper) ?? new Map(codedIn(library, paper).map((claim) => [claim.annotation.id, claim]));
    byPaper.set(paper, present);
    return present.get(id) ?? [];
  });
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
