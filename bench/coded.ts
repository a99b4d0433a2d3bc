/** A paper with claims at given places, as an export gets it. */
import type { PdfExport } from "../src/main/services/export/pdf/annotated-pdf.ts";
import { digest } from "../src/main/services/files/digest.ts";
import type { Area } from "../src/shared/model/annotation.ts";
import { byPaper } from "../src/shared/model/by-paper.ts";
import { blankIssue } from "../src/shared/model/codebook.ts";
import {
  ActorId,
  AnnotationId,
  CoderId,
  IssueId,
  LibraryId,
  newId,
  PaperId,
  PositionId,
} from "../src/shared/model/ids.ts";
import { emptyLibrary } from "../src/shared/model/library.ts";
import { blankPaper } from "../src/shared/model/paper.ts";

const time = "2026-01-02T03:04:05Z";

/** One claim per area, each with an issue, a stance and an actor, made by the coder "Gate". */
export function coded(source: Uint8Array, areas: readonly Area[], password: string | null): PdfExport {
  const library = emptyLibrary(newId(LibraryId));
  const [coder, actor, issue, id] = [newId(CoderId), newId(ActorId), newId(IssueId), newId(PaperId)];
  const stances = Object.values(library.stances);
  const paper = {
    ...blankPaper,
    id,
    title: "A paper of the bench",
    authors: ["Harbour Board"],
    date: null,
    format: "pdf" as const,
    fileName: "paper.pdf",
    sha256: digest(source),
    bytes: source.length,
    characters: 1,
    pages: 1,
    author: actor,
    added: time,
    coder,
  };
  const claims = areas.map((area, index) => {
    const annotation = newId(AnnotationId);
    const range = { start: index * 2, end: index * 2 + 1, quote: "Words of a claim", prefix: "", suffix: "" };
    const passage = { ranges: [range], areas: [{ page: area.page, quads: area.quads.map((quad) => [...quad]) }] };
    const rest = { actor, certainty: 4, grade: null, note: "", coder, created: time, modified: time };
    const stance = stances[index % stances.length]?.id ?? stances[0]?.id;
    if (stance === undefined) throw new Error("the scale is empty");
    return {
      annotation: { id: annotation, paper: id, passage, ...rest },
      position: { id: newId(PositionId), paper: id, annotation, issue, stance, strength: null },
    };
  });
  const table = <Value extends { id: string }>(values: readonly Value[]) =>
    Object.fromEntries(values.map((value) => [value.id, value]));
  return {
    library: {
      ...library,
      papers: table([paper]),
      coders: table([{ id: coder, name: "Gate" }]),
      actors: table([{ id: actor, name: "Harbour Board", kind: null, aliases: [], parent: null }]),
      issues: table([
        {
          ...blankIssue,
          id: issue,
          name: "Water",
          parent: null,
          definition: "",
          colour: "#3f6f4e",
          key: null,
          rank: 1,
        },
      ]),
      annotations: byPaper([[id, table(claims.map((claim) => claim.annotation))]]),
      positions: byPaper([[id, table(claims.map((claim) => claim.position))]]),
    },
    paper,
    content: {
      text: " ".repeat(areas.length * 2),
      blocks: [],
      pages: [{ label: "1", width: 595, height: 842, rotation: 0 }],
      warnings: [],
    },
    source,
    geometry: null,
    password,
    colours: "stance",
    summary: true,
    withheld: { coders: false, notes: false },
  };
}
