import { stanceScale } from "../../../shared/codebook/stance-scale.ts";
import { childrenOf } from "../../../shared/codebook/tree.ts";
import type { Issue } from "../../../shared/model/codebook.ts";
import { issueNames, showPath } from "../../../shared/model/issue-path.ts";
import type { Library } from "../../../shared/model/library.ts";

export type Option = readonly [value: string, label: string];

let known: Readonly<{ issues: Library["issues"]; list: readonly Option[] }> | null = null;

/** Every issue that is not archived, with its path, in the order of the codebook. */
export function issueOptions(library: Library): readonly Option[] {
  if (known?.issues === library.issues) return known.list;
  const children = childrenOf(library.issues);
  const walk = (parent: Issue["parent"]): Option[] =>
    (children.get(parent) ?? []).flatMap((issue) => [
      ...(issue.archived ? [] : [[issue.id, showPath(issueNames(library.issues, issue.id))] as const]),
      ...walk(issue.id),
    ]);
  known = { issues: library.issues, list: walk(null) };
  return known.list;
}

export function stanceOptions(library: Library): readonly Option[] {
  return stanceScale(library.stances).map((one) => [one.id, `${one.glyph} ${one.name}`]);
}

export function actorOptions(library: Library): readonly Option[] {
  return Object.values(library.actors)
    .map((one): Option => [one.id, one.name])
    .sort(([, a], [, b]) => a.localeCompare(b));
}
