import type { Coded } from "../../../shared/claims/claims.ts";
import { claimLooks, noStance, type StanceLook, stanceLook, stanceOf } from "../../../shared/codebook/stance-scale.ts";
import { extentOf, type Passage, quoteOf } from "../../../shared/model/annotation.ts";
import { issueNames, showPath } from "../../../shared/model/issue-path.ts";
import type { Library } from "../../../shared/model/library.ts";
import { texts } from "../i18n/texts.ts";

const places = ["first", "second", "third"] as const;

/** The style of a claim: that of its stance, or of up to three stances that differ, as classes of looks.css. */
export function lookOf(library: Library, coded: Coded): string {
  const looks = claimLooks(library, coded.positions);
  if (looks.length < 2) return looks[0] ?? "note";
  const named = looks.slice(0, places.length).map((look, index) => `${places[index]}-${look}`);
  return ["several", ...(named.length > 2 ? ["three"] : []), ...named].join(" ");
}

/** How many stances a style of `lookOf` shows side by side: the classes of the parts in order, "" for the first. */
export function partsOf(look: string): readonly string[] {
  const parts = places.filter((place) => look.includes(`${place}-`));
  return parts.length === 0 ? [""] : parts.map((place) => (place === "first" ? "" : place));
}

/** Glyph and look of each different stance of a claim, in the order of its positions. */
export function signsOf(library: Library, coded: Coded): readonly Readonly<{ glyph: string; look: StanceLook }>[] {
  const signs = coded.positions.map((position) => {
    const stance = stanceOf(library, position);
    return { glyph: stance?.glyph ?? noStance.glyph, look: stanceLook(stance) };
  });
  return signs.filter((sign, index) => signs.findIndex(({ glyph }) => glyph === sign.glyph) === index);
}

/** The words of a passage as lists show them; those of an area without words say what it is. */
export function quoteShown(passage: Passage): string {
  return passage.region?.quote === "" ? texts().t("area.name") : quoteOf(passage);
}

/** What a claim says in words: "opposes Water › Allocation". */
export function sayingOf(library: Library, coded: Coded): string {
  const { t, shown } = texts();
  if (coded.positions.length === 0)
    return coded.annotation.note === "" ? t("reader.note") : t("reader.noteSaying", { note: coded.annotation.note });
  return coded.positions
    .map((position) =>
      t(position.stance === null ? "reader.positionNoStance" : "reader.position", {
        stance: stanceOf(shown(library), position)?.name ?? "",
        issue: showPath(issueNames(library.issues, position.issue)),
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
