import type { Edit } from "../change/edit.ts";
import { findOrCreateActor, findOrCreateIssue } from "../codebook/find-or-create.ts";
import type { ActorId, IssueId, StanceId } from "../model/ids.ts";
import { showPath } from "../model/issue-path.ts";
import type { Library } from "../model/library.ts";

/** A coding as people write it: the actor by name, issues by path. */
export type NamedCoding = Readonly<{
  /** Null or white space alone for nobody. */
  actor: string | null;
  positions: readonly Readonly<{ names: readonly string[]; stance: StanceId | null; strength: number | null }>[];
}>;

/** The same coding by identifiers, and what has to be created for it. */
export type ResolvedCoding = Readonly<{
  actor: ActorId | null;
  positions: readonly Readonly<{ issue: IssueId; stance: StanceId | null; strength: number | null }>[];
  /** Creates what the codebook lacks, in order. */
  edits: readonly Edit[];
  /** What is created: issues by the path that was written, the actor by name. */
  created: readonly Readonly<{ kind: "issue" | "actor"; name: string }>[];
}>;

type Codebook = Pick<Library, "issues" | "actors">;

/**
 * The identifiers of the names in a coding. What the codebook lacks is created; an issue that several positions name is
 * created once. Throws a RangeError for a position without an issue: the caller checks names first.
 */
export function resolveCoding({ issues, actors }: Codebook, { actor, positions }: NamedCoding): ResolvedCoding {
  const edits: Edit[] = [];
  const created: { kind: "issue" | "actor"; name: string }[] = [];
  let known = issues;
  const resolved = positions.map(({ names, stance, strength }) => {
    const found = findOrCreateIssue(known, names);
    for (const edit of found.edits)
      if (edit.table === "issues" && edit.to !== null) known = { ...known, [edit.to.id]: edit.to };
    edits.push(...found.edits);
    if (found.edits.length > 0) created.push({ kind: "issue", name: showPath(names) });
    return { issue: found.id, stance, strength };
  });
  const found = actor === null || actor.trim() === "" ? null : findOrCreateActor(actors, actor);
  edits.push(...(found?.edits ?? []));
  for (const name of found?.made ?? []) created.push({ kind: "actor", name });
  return { actor: found?.id ?? null, positions: resolved, edits, created };
}
