import { stanceScale } from "../../../shared/codebook/stance-scale.ts";
import type { Library } from "../../../shared/model/library.ts";
import { stanceNames } from "../../../shared/model/stance-name.ts";
import { type Draft, fullPositions, pathOf } from "../state/draft.ts";
import type { LastCoding } from "../state/reading.ts";

/**
 * What the signs of a key choose in a draft: a stance or a pinned issue by its key; null where they are nobody's.
 * Likeliest sign first.
 */
export function choiceOf(library: Library, signs: readonly string[]): Partial<Draft> | null {
  for (const sign of signs) {
    const stance = stanceScale(library.stances).find((stance) => stance.key === sign);
    if (stance !== undefined) return { stance: stance.id };
    const issue = Object.values(library.issues).find((issue) => issue.key === sign);
    if (issue !== undefined) return { path: pathOf(library, issue.id) };
  }
  return null;
}

/** The stance whose name begins with a typed letter; null for other keys. */
export function namedStance(library: Library, key: string): Partial<Draft> | null {
  if (!/^\p{L}$/u.test(key)) return null;
  const letter = key.toLocaleLowerCase();
  const stance = stanceScale(library.stances).find((stance) =>
    stanceNames(stance).some((name) => name.toLocaleLowerCase().startsWith(letter)),
  );
  return stance === undefined ? null : { stance: stance.id };
}

/** The last coding as part of a draft: its actor and positions. */
export function repeated(library: Library, last: LastCoding): Partial<Draft> {
  const rows = last.positions.map(({ issue, stance, strength }) => ({
    path: pathOf(library, issue),
    stance,
    strength,
  }));
  const written = rows.at(-1);
  return {
    actor: last.actor,
    positions: rows.slice(0, -1),
    path: written?.path ?? "",
    stance: written?.stance ?? null,
    strength: written?.strength ?? null,
  };
}

/** Whether a draft has a stance or strength without the issue that it is about, which cannot be saved. */
export function lacksIssue({ path, stance, strength }: Draft): boolean {
  return path.trim() === "" && (stance !== null || strength !== null);
}

/** Whether two drafts say the same. */
export function sameDraft(a: Draft, b: Draft): boolean {
  const written = (draft: Draft): string =>
    JSON.stringify([
      draft.actor,
      fullPositions(draft),
      draft.path,
      draft.stance,
      draft.strength,
      draft.certainty,
      draft.note,
    ]);
  return written(a) === written(b);
}
