import type { Coded } from "../../../shared/claims/claims.ts";
import { extentOf } from "../../../shared/model/annotation.ts";
import type { Stance } from "../../../shared/model/codebook.ts";
import { issueNames, showPath } from "../../../shared/model/issue-path.ts";
import type { Library } from "../../../shared/model/library.ts";
import { unionLength } from "../../../shared/model/ranges.ts";
import { texts } from "../i18n/texts.ts";

const looks = ["supports", "opposes", "neutral", "mixed", "unclear"];

/** The style of a claim: that of its first stance. */
export function lookOf(library: Library, coded: Coded): string {
  const stance = library.stances[coded.positions[0]?.stance ?? ""];
  return stance === undefined ? "note" : lookOfStance(stance);
}

/** The style of a stance: its name on the default scale, else by polarity. */
export function lookOfStance({ name, polarity }: Pick<Stance, "name" | "polarity">): string {
  if (looks.includes(name)) return name;
  return polarity === 1 ? "supports" : polarity === -1 ? "opposes" : "neutral";
}

/** What a claim says in words: "opposes Water › Allocation". */
export function sayingOf(library: Library, coded: Coded): string {
  const { t } = texts();
  if (coded.positions.length === 0)
    return coded.annotation.note === "" ? t("reader.note") : t("reader.noteSaying", { note: coded.annotation.note });
  return coded.positions
    .map((one) =>
      t("reader.position", {
        stance: library.stances[one.stance]?.name ?? "",
        issue: showPath(issueNames(library.issues, one.issue)),
      }),
    )
    .join("; ");
}

/** The name of who holds it. */
export function actorOf(library: Library, coded: Coded): string {
  return coded.annotation.actor === null
    ? texts().t("reader.noActor")
    : (library.actors[coded.annotation.actor]?.name ?? "");
}

export function startOf(coded: Coded): number {
  return extentOf(coded.annotation.passage).start;
}

/** The share of a text that at least one annotation marks, 0 to 1. */
export function coverageShare(coded: readonly Coded[], length: number): number {
  const marked = unionLength(coded.flatMap((one) => one.annotation.passage.ranges));
  return length === 0 ? 0 : marked / length;
}
