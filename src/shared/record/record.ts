import { z } from "zod";
import { Annotation, Position, Relation } from "../model/annotation.ts";
import { ofPaper } from "../model/by-paper.ts";
import { Actor, Coder, Issue, Stance } from "../model/codebook.ts";
import { Instant, LibraryId } from "../model/ids.ts";
import type { Library } from "../model/library.ts";
import { Paper } from "../model/paper.ts";
import type { Table } from "../model/table.ts";

/** What is left out of a file that is handed on: who coded, and what they noted. */
export const Withhold = z.strictObject({ coders: z.boolean(), notes: z.boolean() });
export type Withhold = Readonly<z.infer<typeof Withhold>>;

/** Where the paper's own bytes are in the file that holds the record. */
const SourceInFile = z.discriminatedUnion("kind", [
  /** The file begins with them: its first `paper.bytes` bytes. */
  z.strictObject({ kind: z.literal("prefix") }),
  /** They are another attachment, since the paper was no PDF or had to be repaired. */
  z.strictObject({ kind: z.literal("attachment"), name: z.string().min(1).max(600) }),
]);
export type SourceInFile = Readonly<z.infer<typeof SourceInFile>>;

/**
 * Everything Stancemark knows about one paper, as an annotated PDF carries it (docs/record.md). Records have the form
 * they have in a library; references lead nowhere outside. Offsets are UTF-16 units of the canonical text.
 */
export const ProjectRecord = z.strictObject({
  format: z.literal("stancemark-record"),
  version: z.literal(1),
  made: Instant,
  library: LibraryId,
  paper: Paper,
  source: SourceInFile,
  /** SHA-256 (lower-case hexadecimal) of the canonical text in UTF-8: when it is the same, offsets hold as they are. */
  textSha256: z.string().regex(/^[0-9a-f]{64}$/),
  withheld: Withhold,
  annotations: z.array(Annotation),
  positions: z.array(Position),
  /** Those with both ends in this paper. */
  relations: z.array(Relation),
  /** Issues in use with all their parents; parents are before children. */
  issues: z.array(Issue),
  /** The whole scale. */
  stances: z.array(Stance),
  /** Actors in use with all their parents; parents are before children. */
  actors: z.array(Actor),
  coders: z.array(Coder),
});
export type ProjectRecord = Readonly<z.infer<typeof ProjectRecord>>;

type About = Readonly<{
  paper: Paper;
  source: SourceInFile;
  textSha256: string;
  made: string;
  withheld: Withhold;
}>;

/** The record of one paper of a library. */
export function recordOf(library: Library, { paper, source, textSha256, made, withheld }: About): ProjectRecord {
  const annotations = Object.values(ofPaper(library.annotations, paper.id));
  const positions = Object.values(ofPaper(library.positions, paper.id));
  const relations = Object.values(library.relations).filter((relation) =>
    [relation.source, relation.target].every((end) => end.paper === paper.id),
  );
  const actors = [paper.author, ...annotations.map((annotation) => annotation.actor)];
  const coders = new Set([paper, ...annotations, ...relations].map((record) => record.coder));
  return {
    format: "stancemark-record",
    version: 1,
    made,
    library: library.id,
    paper,
    source,
    textSha256,
    withheld,
    annotations,
    positions,
    relations,
    issues: withParents(
      library.issues,
      positions.map((position) => position.issue),
    ),
    stances: Object.values(library.stances),
    actors: withParents(library.actors, actors),
    coders: [...coders].flatMap((id) => library.coders[id] ?? []),
  };
}

/** The records of some identifiers and of all above them, each once, parents first. */
export function withParents<Value extends { id: string; parent: string | null }>(
  table: Table<Value>,
  wanted: readonly (string | null)[],
): Value[] {
  const found = new Map<string, Value>();
  const take = (id: string | null, above: readonly string[]): void => {
    const value = id === null ? undefined : table[id];
    if (value === undefined || found.has(value.id) || above.includes(value.id)) return;
    take(value.parent, [...above, value.id]);
    found.set(value.id, value);
  };
  for (const id of wanted) take(id, []);
  return [...found.values()];
}
