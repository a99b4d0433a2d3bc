import { apply } from "./change/change.ts";
import type { Edit } from "./change/edit.ts";
import { blankIssue } from "./model/codebook.ts";
import {
  ActorId,
  AnnotationId,
  CoderId,
  IssueId,
  LibraryId,
  newId,
  PaperId,
  PositionId,
  RelationId,
  StanceId,
} from "./model/ids.ts";
import { emptyLibrary, type Library } from "./model/library.ts";
import { blankPaper } from "./model/paper.ts";

const at = "2026-01-02T03:04:05Z";
const library = LibraryId.parse("018f0000-0000-7000-8000-000000000000");
const coder = newId(CoderId);
const actor = newId(ActorId);
const paper = newId(PaperId);
const root = newId(IssueId);
const child = newId(IssueId);
const claim = newId(AnnotationId);
const note = newId(AnnotationId);
const stance = Object.values(emptyLibrary(library).stances)[0];

/** Identifiers in the sample of the tests. */
export const ids = { coder, actor, paper, root, child, claim, note };

/** A small library's edits, one of each table at least, each resting only on those before it. */
export function sampleEdits(): Edit[] {
  const issue = { ...blankIssue, colour: "#3f6f4e", rank: 1 };
  return [
    { table: "coders", from: null, to: { id: coder, name: "Ada" } },
    {
      table: "actors",
      from: null,
      to: { id: actor, name: "Harbour Board", kind: null, aliases: ["HB"], parent: null },
    },
    { table: "issues", from: null, to: { ...issue, id: root, name: "Water", parent: null } },
    { table: "issues", from: null, to: { ...issue, id: child, name: "Quality/taste", parent: root } },
    { table: "stances", from: null, to: { ...theStance(), id: newStance, name: "silent" } },
    { table: "settings", from: null, to: { key: "reader.size", value: 17 } },
    {
      table: "papers",
      from: null,
      to: {
        ...blankPaper,
        id: paper,
        title: "A paper",
        authors: ["Harbour Board"],
        date: null,
        format: "text",
        fileName: "paper.txt",
        sha256: "0".repeat(64),
        bytes: 10,
        characters: 10,
        pages: 1,
        author: actor,
        added: at,
        coder,
      },
    },
    annotation(claim, 0, 4, "Ever"),
    annotation(note, 5, 10, "words"),
    {
      table: "positions",
      from: null,
      to: { id: newPosition, paper, annotation: claim, issue: child, stance: theStance().id, strength: 2 },
    },
    {
      table: "relations",
      from: null,
      to: {
        id: newRelation,
        kind: "supports",
        source: { paper, annotation: claim },
        target: { paper, annotation: note },
        coder,
        created: at,
      },
    },
  ];
}

const newPosition = newId(PositionId);
const newRelation = newId(RelationId);
const newStance = newId(StanceId);

/** The library those edits make; of other edits when given. */
export function sampleLibrary(edits: readonly Edit[] = sampleEdits()): Library {
  return apply(emptyLibrary(library), { edits });
}

function annotation(id: AnnotationId, start: number, end: number, quote: string): Edit {
  const passage = { ranges: [{ start, end, quote, prefix: "", suffix: "" }], areas: [] };
  const rest = { actor, certainty: 4, grade: null, note: "", coder, created: at, modified: at };
  return { table: "annotations", from: null, to: { id, paper, passage, ...rest } };
}

function theStance() {
  if (stance === undefined) throw new Error("the default scale is empty");
  return stance;
}
