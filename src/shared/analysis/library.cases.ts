import { v5 } from "uuid";
import { apply } from "../change/change.ts";
import type { Edit } from "../change/edit.ts";
import { allCoded } from "../claims/claims.ts";
import { blankIssue } from "../model/codebook.ts";
import { ActorId, AnnotationId, CoderId, IssueId, LibraryId, PaperId, PositionId, StanceId } from "../model/ids.ts";
import { emptyLibrary, type Library } from "../model/library.ts";
import { blankPaper } from "../model/paper.ts";
import { type PositionRow, positionRows } from "./table.ts";

/** A claim in the writing of the tests; `issues` are paths with a sign each: `Water/Price +`. */
export type Statement = Readonly<{
  actor: string | null;
  issues: readonly string[];
  paper?: string;
  date?: string | null;
  at?: readonly [number, number];
  strength?: number;
  certainty?: number;
  quote?: string;
}>;

const space = "018f0000-0000-7000-8000-00000000ffff";
const idOf = (kind: string, name: string): string => v5(`${kind} ${name}`, space);

/** Identifiers by name, the same in every run. */
export const named = {
  actor: (name: string) => ActorId.parse(idOf("actor", name)),
  issue: (path: string) => IssueId.parse(idOf("issue", path)),
  paper: (title: string) => PaperId.parse(idOf("paper", title)),
  claim: (number: number) => AnnotationId.parse(idOf("claim", String(number))),
};
const signs: Readonly<Record<string, string>> = { "+": "1", "-": "2", "0": "3", "~": "4", "?": "5" };
const coder = CoderId.parse(idOf("coder", "Ada"));
const time = "2026-01-02T03:04:05Z";

/**
 * A library with these claims, the first of them `named.claim(0)`. Papers, issues and actors are made as they are
 * named.
 */
export function libraryOf(statements: readonly Statement[]): Library {
  const edits: Edit[] = [{ table: "coders", from: null, to: { id: coder, name: "Ada" } }];
  const made = new Set<string>();
  const once = (key: string, edit: () => Edit): void => {
    if (made.has(key)) return;
    made.add(key);
    edits.push(edit());
  };
  const rows = statements.map((row) => ({ paper: "A paper", date: "2021-03-09", at: [0, 4] as const, ...row }));
  for (const { actor, issues, paper, date } of rows) {
    if (actor !== null)
      once(`actor ${actor}`, () => ({
        table: "actors",
        from: null,
        to: { id: named.actor(actor), name: actor, kind: null, aliases: [], parent: null },
      }));
    for (const written of issues) {
      const names = written.slice(0, -2).split("/");
      names.forEach((name, depth) => {
        const path = names.slice(0, depth + 1).join("/");
        const parent = depth === 0 ? null : named.issue(names.slice(0, depth).join("/"));
        once(`issue ${path}`, () => ({
          table: "issues",
          from: null,
          to: { ...blankIssue, id: named.issue(path), name, parent, colour: "#3f6f4e", rank: made.size },
        }));
      });
    }
    once(`paper ${paper}`, () => ({ table: "papers", from: null, to: paperOf(paper, date) }));
  }
  rows.forEach((row, index) => {
    const annotation = named.claim(index);
    const id = named.paper(row.paper);
    const [start, end] = row.at;
    const range = { start, end, quote: row.quote ?? "x".repeat(end - start), prefix: "", suffix: "" };
    edits.push({
      table: "annotations",
      from: null,
      to: {
        id: annotation,
        paper: id,
        passage: { ranges: [range], areas: [] },
        actor: row.actor === null ? null : named.actor(row.actor),
        certainty: row.certainty ?? null,
        grade: null,
        note: "",
        coder,
        created: time,
        modified: time,
      },
    });
    row.issues.forEach((written, place) => {
      edits.push({
        table: "positions",
        from: null,
        to: {
          id: PositionId.parse(idOf("position", `${index} ${place}`)),
          paper: id,
          annotation,
          issue: named.issue(written.slice(0, -2)),
          stance: written.endsWith(".")
            ? null
            : StanceId.parse(`00000000-0000-7000-8000-00000000000${signs[written.slice(-1)] ?? "5"}`),
          strength: row.strength ?? null,
        },
      });
    });
  });
  return apply(emptyLibrary(LibraryId.parse(space)), { edits });
}

/** The table of claims of a library. */
export function rowsIn(library: Library): PositionRow[] {
  return positionRows(library, allCoded(library));
}

function paperOf(title: string, date: string | null) {
  return {
    ...blankPaper,
    id: named.paper(title),
    title,
    authors: ["Ann Author"],
    date,
    format: "text" as const,
    fileName: "paper.txt",
    sha256: idOf("paper", title).replaceAll("-", "").repeat(2),
    bytes: 100,
    characters: 100,
    pages: 1,
    author: null,
    added: time,
    coder,
  };
}
