import type { Annotation, Position } from "../model/annotation.ts";
import { extentOf } from "../model/annotation.ts";
import { ofPaper } from "../model/by-paper.ts";
import type { AnnotationId, PaperId } from "../model/ids.ts";
import type { Library } from "../model/library.ts";
import type { Paper } from "../model/paper.ts";
import type { Table } from "../model/table.ts";

/** An annotation with its positions. A claim has at least one, a note has none. */
export type Coded = Readonly<{ annotation: Annotation; positions: readonly Position[] }>;

const known = new WeakMap<Table<Annotation>, { positions: Table<Position>; list: readonly Coded[] }>();

/**
 * The annotations of a paper with their positions, in the order of the text. Equal arguments give the identical list.
 */
export function codedIn(library: Library, paper: PaperId): readonly Coded[] {
  const annotations = ofPaper(library.annotations, paper);
  const positions = ofPaper(library.positions, paper);
  const before = known.get(annotations);
  if (before?.positions === positions) return before.list;
  const list = join(annotations, positions);
  known.set(annotations, { positions, list });
  return list;
}

/** All annotations of the library: papers in order of adding, each in the order of its text. */
export function allCoded(library: Library): readonly Coded[] {
  return codedOf(library, Object.values(library.papers));
}

/** The annotations of some papers, in the order of `allCoded`. */
export function codedOf(library: Library, papers: readonly Paper[]): readonly Coded[] {
  return papers
    .toSorted((a, b) => compare(a.added, b.added) || compare(a.id, b.id))
    .flatMap((paper) => codedIn(library, paper.id));
}

/** One annotation with its positions, or null. */
export function codedOne(library: Library, paper: PaperId, annotation: AnnotationId): Coded | null {
  return codedIn(library, paper).find((claim) => claim.annotation.id === annotation) ?? null;
}

function join(annotations: Table<Annotation>, positions: Table<Position>): readonly Coded[] {
  const byAnnotation = Map.groupBy(
    Object.values(positions).sort((a, b) => compare(a.id, b.id)),
    (position) => position.annotation,
  );
  return Object.values(annotations)
    .map((annotation) => ({
      annotation,
      positions: byAnnotation.get(annotation.id) ?? [],
      at: extentOf(annotation.passage),
    }))
    .sort(
      (a, b) =>
        a.at.start - b.at.start ||
        b.at.end - a.at.end ||
        downThePage(a.annotation, b.annotation) ||
        compare(a.annotation.id, b.annotation.id),
    )
    .map(({ annotation, positions }) => ({ annotation, positions }));
}

/** Rectangles at the same place of the text in the order of their pages, then from top to bottom. */
function downThePage({ passage: { region: a } }: Annotation, { passage: { region: b } }: Annotation): number {
  if (a === undefined || b === undefined) return 0;
  return a.page - b.page || a.y - b.y || a.x - b.x;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
