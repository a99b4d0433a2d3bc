import type { Edit } from "../change/edit.ts";
import type { Annotation, Passage, Position, SourceGrade } from "../model/annotation.ts";
import { ofPaper } from "../model/by-paper.ts";
import { type Actor, blankIssue, type Issue, type Stance } from "../model/codebook.ts";
import {
  ActorId,
  AnnotationId,
  type CoderId,
  IssueId,
  newId,
  type PaperId,
  PositionId,
  type StanceId,
} from "../model/ids.ts";
import type { Library } from "../model/library.ts";
import type { Table } from "../model/table.ts";
import { codedOne } from "./claims.ts";

/** Colours of new issues in turn; told apart by readers with any colour vision (after Okabe and Ito, 2008, darkened for white letters). */
export const issueColours = ["#3f6f4e", "#7a5b9a", "#9a6b1f", "#2f6f8f", "#a1485f", "#5a6b2f", "#4c5fa8", "#8a4f2d"];

/** The colour of the issue made as number `count` + 1. */
export function colourFor(count: number): string {
  return issueColours[count % issueColours.length] ?? "#3f6f4e";
}

/** An entry that was found or is made by `edits`; `made` has the names of what was not there. No edits: it was there. */
export type Found<Id> = Readonly<{ id: Id; edits: readonly Edit[]; made: readonly string[] }>;

/** The issue at a path, with the edits that make what is missing of it. Names are cut to 300 UTF-16 units, and compared without regard to case and to how accents are encoded. */
export function issueEdits(issues: Table<Issue>, names: readonly string[]): Found<IssueId> {
  const edits: Edit[] = [];
  const made: string[] = [];
  let parent: IssueId | null = null;
  for (const written of names) {
    const name = nameOf(written);
    const siblings = Object.values(issues).filter((issue) => issue.parent === parent);
    const known = siblings.find((issue) => sameName(issue.name, name));
    if (known !== undefined) {
      parent = known.id;
      continue;
    }
    const colour = colourFor(Object.keys(issues).length + edits.length);
    const rank = Math.max(0, ...siblings.map((issue) => issue.rank)) + 1;
    const issue: Issue = { ...blankIssue, id: newId(IssueId), name, parent, colour, rank };
    edits.push({ table: "issues", from: null, to: issue });
    made.push(name);
    parent = issue.id;
  }
  if (parent === null) throw new RangeError("An issue needs a name.");
  return { id: parent, edits, made };
}

/** The actor of a name or alias, with the edit that makes it when it is new. */
export function actorEdits(actors: Table<Actor>, name: string): Found<ActorId> {
  const wanted = nameOf(name);
  const known = Object.values(actors).find((actor) =>
    [actor.name, ...actor.aliases].some((one) => sameName(one, wanted)),
  );
  if (known !== undefined) return { id: known.id, edits: [], made: [] };
  const actor: Actor = { id: newId(ActorId), name: wanted, kind: null, aliases: [], parent: null };
  return { id: actor.id, edits: [{ table: "actors", from: null, to: actor }], made: [actor.name] };
}

/** A name as the codebook keeps it: at most 300 UTF-16 units, whole characters, no space around it. Empty where nothing is written. */
export function nameOf(written: string): string {
  const name = written.trim();
  return name.length <= 300
    ? name
    : name
        .slice(0, 300)
        .replace(/[\ud800-\udbff]$/, "")
        .trim();
}

function sameName(a: string, b: string): boolean {
  return nameKey(a) === nameKey(b);
}

/** What names of the codebook have in common that are one name: without regard to case and to how accents are encoded (NFC). */
export function nameKey(name: string): string {
  return name.normalize("NFC").toLowerCase();
}

/** The stance of a name, glyph or key; a plain hyphen counts as minus. Null when the scale has none. */
export function findStance(stances: Table<Stance>, text: string): Stance | null {
  const wanted = text.trim();
  const fits = ({ name, glyph, key }: Stance): boolean =>
    [name, glyph, key, name.replace(/s$/i, "")].some((one) => one !== null && sameName(one, wanted));
  return Object.values(stances).find(fits) ?? null;
}

/** The stance scale in its order. */
export function stanceScale(stances: Table<Stance>): readonly Stance[] {
  return Object.values(stances).sort((a, b) => a.rank - b.rank || a.name.localeCompare(b.name));
}

/** What a reader says of a passage: all that a new annotation is made of. */
export type Coding = Readonly<{
  paper: PaperId;
  passage: Passage;
  actor: ActorId | null;
  positions: readonly Readonly<{ issue: IssueId; stance: StanceId; strength: number | null }>[];
  certainty: number | null;
  grade?: SourceGrade | null;
  note: string;
  coder: CoderId;
  /** ISO instant. */
  at: string;
}>;

/** Edits that make an annotation with its positions: a claim, or a note when there are none. */
export function claimEdits(coding: Coding): { annotation: Annotation; edits: Edit[] } {
  const annotation: Annotation = {
    id: newId(AnnotationId),
    paper: coding.paper,
    passage: coding.passage,
    actor: coding.actor,
    certainty: coding.certainty,
    grade: coding.grade ?? null,
    note: coding.note,
    coder: coding.coder,
    created: coding.at,
    modified: coding.at,
  };
  const positions = coding.positions.map(
    (one): Edit => ({ table: "positions", from: null, to: positionOf(annotation, one) }),
  );
  return { annotation, edits: [{ table: "annotations", from: null, to: annotation }, ...positions] };
}

/** A new position on an annotation. */
export function positionOf(
  annotation: Pick<Annotation, "id" | "paper">,
  one: { issue: IssueId; stance: StanceId; strength: number | null },
): Position {
  return { id: newId(PositionId), paper: annotation.paper, annotation: annotation.id, ...one };
}

/** Edits that remove an annotation with its positions and relations. Empty when it is not there. */
export function removeAnnotationEdits(library: Library, paper: PaperId, id: AnnotationId): Edit[] {
  const coded = codedOne(library, paper, id);
  if (coded === null) return [];
  const relations = Object.values(library.relations).filter(
    (relation) => relation.source.annotation === id || relation.target.annotation === id,
  );
  return [
    ...relations.map((from): Edit => ({ table: "relations", from, to: null })),
    ...coded.positions.map((from): Edit => ({ table: "positions", from, to: null })),
    { table: "annotations", from: coded.annotation, to: null },
  ];
}

/** Edits that remove a paper and all that is said about it. Its files stay, so that it can be undone. */
export function removePaperEdits(library: Library, id: PaperId): Edit[] {
  const paper = library.papers[id];
  if (paper === undefined) return [];
  const relations = Object.values(library.relations).filter(
    (relation) => relation.source.paper === id || relation.target.paper === id,
  );
  return [
    ...relations.map((from): Edit => ({ table: "relations", from, to: null })),
    ...Object.values(ofPaper(library.positions, id)).map((from): Edit => ({ table: "positions", from, to: null })),
    ...Object.values(ofPaper(library.annotations, id)).map((from): Edit => ({ table: "annotations", from, to: null })),
    { table: "papers", from: paper, to: null },
  ];
}
