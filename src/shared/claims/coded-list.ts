import type { Annotation, Position } from "../model/annotation.ts";
import { extentOf } from "../model/annotation.ts";
import { maxTogether, type PaperTable, recordIn, recordsOf } from "../model/by-paper.ts";
import type { TextRange } from "../model/ranges.ts";
import { firstWhere } from "../text/touching.ts";

/** An annotation with its positions. A claim has at least one, a note has none. */
export type Coded = Readonly<{ annotation: Annotation; positions: readonly Position[] }>;

/** What a list is made of. */
type Records = Readonly<{ annotations: PaperTable<Annotation>; positions: PaperTable<Position> }>;
type Listed = Records & Readonly<{ list: readonly Coded[] }>;

/** By the records themselves, which are read again once nobody uses them: a list must not hold them. */
const known = new WeakMap<PaperTable<Annotation>["parts"], Omit<Listed, "annotations">>();
/**
 * The list made last for a paper with many records: what is made next is mostly that of the same paper after one more
 * change, and sorting thousands of claims takes longer than drawing the one that is new.
 */
let latest: Listed | null = null;

/**
 * Annotations with their positions, in the order of the text. Equal arguments give the identical list, and what a
 * change left alone stays the identical object in the next one.
 */
export function codedList(records: Records): readonly Coded[] {
  const { parts } = records.annotations;
  const before = known.get(parts);
  const isKnown = before?.positions === records.positions;
  const list = isKnown ? before.list : newList(records);
  if (!isKnown) known.set(parts, { positions: records.positions, list });
  if (records.annotations.count > maxTogether) latest = { ...records, list };
  return list;
}

function newList(records: Records): readonly Coded[] {
  return (latest === null ? null : changedList(latest, records)) ?? join(records);
}

/** The list after a change, made of the one before it; null where most of it is another. */
function changedList({ annotations, positions, list }: Listed, now: Records): readonly Coded[] | null {
  if (annotations.count <= maxTogether || now.annotations.count <= maxTogether) return null;
  const changedAnnotations = changesOf(annotations, now.annotations);
  const changedPositions = changesOf(positions, now.positions);
  if (changedAnnotations === null || changedPositions === null) return null;
  const touched = new Set<string>([
    ...changedAnnotations.map(({ id }) => id),
    ...changedPositions.map(({ annotation }) => annotation),
  ]);
  const next = [...list];
  for (const id of touched) {
    const old = takeOut(next, recordIn(annotations, id));
    const annotation = recordIn(now.annotations, id);
    if (annotation === undefined) continue;
    const own = [...(old?.positions ?? []), ...changedPositions].filter(
      (position) => position.annotation === id && recordIn(now.positions, position.id) === position,
    );
    const coded = { annotation, positions: [...new Set(own)].sort((a, b) => compare(a.id, b.id)) };
    next.splice(placeIn(next, annotation), 0, coded);
  }
  return next;
}

/** Remove an annotation from a list in order; what it was with its positions, undefined where it is not there. */
function takeOut(list: Coded[], annotation: Annotation | undefined): Coded | undefined {
  if (annotation === undefined) return undefined;
  const at = placeIn(list, annotation);
  return list[at]?.annotation.id === annotation.id ? list.splice(at, 1)[0] : undefined;
}

/**
 * The records that are in only one of two tables, as they are in either; null where they are many, or divided into
 * parts in another way.
 */
function changesOf<Value extends Readonly<{ id: string }>>(
  before: PaperTable<Value>,
  now: PaperTable<Value>,
): readonly Value[] | null {
  if (before === now) return [];
  if (before.count > maxTogether !== now.count > maxTogether) return null;
  const changed: Value[] = [];
  for (const name of new Set([...Object.keys(before.parts), ...Object.keys(now.parts)])) {
    const [from, to] = [before.parts[name] ?? {}, now.parts[name] ?? {}];
    if (from === to) continue;
    changed.push(...Object.values(from).filter((record) => recordIn(now, record.id) !== record));
    changed.push(...Object.values(to).filter((record) => recordIn(before, record.id) !== record));
    if (changed.length > maxTogether) return null;
  }
  return changed;
}

/** Where an annotation is in a list in order, or belongs. */
function placeIn(list: readonly Coded[], annotation: Annotation): number {
  return firstWhere(list.length, (index) => {
    const other = list[index];
    return other === undefined || inText(other.annotation, annotation) >= 0;
  });
}

function join({ annotations, positions }: Records): readonly Coded[] {
  const byAnnotation = new Map<string, Position[]>();
  for (const position of recordsOf(positions).sort((a, b) => compare(a.id, b.id))) {
    const own = byAnnotation.get(position.annotation);
    if (own === undefined) byAnnotation.set(position.annotation, [position]);
    else own.push(position);
  }
  return recordsOf(annotations)
    .map((annotation) => ({
      coded: { annotation, positions: byAnnotation.get(annotation.id) ?? [] },
      extent: extentOf(annotation.passage),
    }))
    .sort((a, b) => inOrder(a.extent, b.extent) || atOnePlace(a.coded.annotation, b.coded.annotation))
    .map(({ coded }) => coded);
}

function inText(a: Annotation, b: Annotation): number {
  return inOrder(extentOf(a.passage), extentOf(b.passage)) || atOnePlace(a, b);
}

/** By the beginning of the words, longer ones first. */
function inOrder(before: TextRange, after: TextRange): number {
  return before.start - after.start || after.end - before.end;
}

function atOnePlace(a: Annotation, b: Annotation): number {
  return downThePage(a, b) || compare(a.id, b.id);
}

/** Rectangles at the same place of the text in the order of their pages, then from top to bottom. */
function downThePage({ passage: { region: a } }: Annotation, { passage: { region: b } }: Annotation): number {
  if (a === undefined || b === undefined) return 0;
  return a.page - b.page || a.y - b.y || a.x - b.x;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
