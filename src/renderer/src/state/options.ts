import { findStance, meansNoStance, noStance, stanceScale } from "../../../shared/codebook/stance-scale.ts";
import { childrenOf } from "../../../shared/codebook/tree.ts";
import type { Issue } from "../../../shared/model/codebook.ts";
import type { StanceId } from "../../../shared/model/ids.ts";
import { issueNames, showPath } from "../../../shared/model/issue-path.ts";
import type { Library } from "../../../shared/model/library.ts";
import { lookUp } from "../../../shared/model/table.ts";
import { texts } from "../i18n/texts.ts";

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

/** What a field that may be left empty has for no stance. */
export const noStanceValue = "none";

/** The scale, and no stance after it. */
export function stanceOptions(library: Library): readonly Option[] {
  const { t, shown } = texts();
  return [
    ...stanceScale(shown(library).stances).map((stance): Option => [stance.id, `${stance.glyph} ${stance.name}`]),
    [noStanceValue, `${noStance.glyph} ${t("annotate.noStance")}`],
  ];
}

/** The option of a stance that is written in a filter by identifier, name, glyph or key; empty for any stance. */
export function stanceValue(library: Library, written: string | undefined): string {
  if (written === undefined) return "";
  const stance = written === "" ? null : (lookUp(library.stances, written) ?? findStance(library.stances, written));
  return stance?.id ?? (meansNoStance(written) ? noStanceValue : written);
}

/** The stance of an option's value: null for no stance, undefined for none that the scale has. */
export function stanceOfOption(library: Library, value: string): StanceId | null | undefined {
  return value === noStanceValue ? null : library.stances[value]?.id;
}

export function actorOptions(library: Library): readonly Option[] {
  return Object.values(library.actors)
    .map((actor): Option => [actor.id, actor.name])
    .sort(([, a], [, b]) => a.localeCompare(b));
}
