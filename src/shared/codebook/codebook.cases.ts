import { apply } from "../change/change.ts";
import type { Edit } from "../change/edit.ts";
import { claimEdits } from "../claims/claim-edits.ts";
import { ids, sampleLibrary } from "../fixtures/sample-library.cases.ts";
import { ofPaper } from "../model/by-paper.ts";
import type { AnnotationId } from "../model/ids.ts";
import type { Library } from "../model/library.ts";
import { findOrCreateActor, findOrCreateIssue } from "./find-or-create.ts";
import { stanceOf, stanceScale } from "./stance-scale.ts";

/**
 * A library of the tests with these issues (by path), and a claim for each list of `path stance strength` positions;
 * the stance is `none` for no stance.
 */
export function libraryWith(paths: readonly string[], claims: readonly (readonly string[])[] = []): Library {
  const bare = withoutClaims(sampleLibrary());
  const withIssues = paths.reduce(
    (state, path) => withEdits(state, findOrCreateIssue(state.issues, path.split("/")).edits),
    bare,
  );
  return claims.reduce((state, positions, index) => {
    const made = claimEdits({
      paper: ids.paper,
      passage: { ranges: [{ start: index, end: index + 1, quote: "q", prefix: "", suffix: "" }], areas: [] },
      actor: ids.actor,
      positions: positions.map((written) => {
        const [path = "", stance = "", strength] = written.split(" ");
        return {
          issue: findOrCreateIssue(state.issues, path.split("/")).id,
          stance: stance === "none" ? null : stanceNamed(state, stance),
          strength: strength === undefined ? null : Number(strength),
        };
      }),
      certainty: null,
      note: "",
      coder: ids.coder,
      at: `2026-01-0${(index % 9) + 1}T00:00:00Z`,
    });
    return withEdits(state, made.edits);
  }, withIssues);
}

export function withEdits(library: Library, edits: readonly Edit[]): Library {
  return apply(library, { edits });
}

export function issueAt(library: Library, path: string) {
  const found = findOrCreateIssue(library.issues, path.split("/"));
  if (found.edits.length > 0) throw new Error(`no issue ${path}`);
  return found.id;
}

export function actorNamed(library: Library, name: string) {
  const found = findOrCreateActor(library.actors, name);
  if (found.edits.length > 0) throw new Error(`no actor ${name}`);
  return found.id;
}

export function stanceNamed(library: Library, name: string) {
  const stance = stanceScale(library.stances).find((stance) => stance.name === name);
  if (stance === undefined) throw new Error(`no stance ${name}`);
  return stance.id;
}

/** The tree as lines: two spaces for each level, then the name. */
export function drawn(library: Library, parent: string | null = null, indent = ""): string[] {
  return Object.values(library.issues)
    .filter((issue) => issue.parent === parent)
    .sort((a, b) => a.rank - b.rank)
    .flatMap((issue) => [`${indent}${issue.name}`, ...drawn(library, issue.id, `${indent}  `)]);
}

/** The positions of every claim in order, as `libraryWith` takes them but with the last name of the path. */
export function positionsOf(library: Library): string[][] {
  const claims = Object.keys(ofPaper(library.annotations, ids.paper)) as AnnotationId[];
  return claims.map((id) =>
    Object.values(ofPaper(library.positions, ids.paper))
      .filter((position) => position.annotation === id)
      .map(({ issue, stance, strength }) =>
        [
          library.issues[issue]?.name,
          stanceOf(library, { stance })?.name ?? "none",
          ...(strength === null ? [] : [strength]),
        ].join(" "),
      ),
  );
}

function withoutClaims(library: Library): Library {
  return { ...library, annotations: {}, positions: {}, relations: {}, issues: {}, settings: {} };
}
