import { type Coded, codedOne } from "../../../shared/claims/claims.ts";
import { findSameCoding } from "../../../shared/claims/same-coding.ts";
import type { AnnotationId, PaperId } from "../../../shared/model/ids.ts";
import { texts } from "../i18n/texts.ts";
import { actorOf, sayingOf } from "./highlights.ts";
import { useLibrary } from "./library.ts";
import { useReading } from "./reading.ts";

/** How many issues and actors are offered as the ones used last. */
const mostRecent = 5;

/** Select a claim that was just saved, and offer first from now on what it was coded with. */
export function rememberClaim({ annotation, positions }: Coded): void {
  const { actors } = useLibrary.getState().library;
  const actor = annotation.actor === null ? "" : (actors[annotation.actor]?.name ?? "");
  const coded = positions.map(({ issue, stance, strength }) => ({ issue, stance, strength }));
  const used = coded.map(({ issue }) => issue).reverse();
  useReading.setState(({ last, recent, recentActors }) => ({
    selected: annotation.id,
    last: coded.length === 0 ? last : { positions: coded, actor },
    recent: [...new Set([...used, ...recent])].slice(0, mostRecent),
    recentActors: [...new Set([actor, ...recentActors])].filter((name) => name !== "").slice(0, mostRecent),
  }));
}

/** What the window says once a claim or note is saved, and that another one on the same words says the same. */
export function savedText(paper: PaperId, id: AnnotationId): string {
  const { t } = texts();
  const { library } = useLibrary.getState();
  const coded = codedOne(library, paper, id);
  if (coded === null) return "";
  const { annotation, positions } = coded;
  const same = findSameCoding(library, paper, { ...annotation, positions }, id);
  return same === null ? sayingSaved(library, coded) : t("quick.savedTwice", { saved: sayingSaved(library, coded) });
}

function sayingSaved(library: Parameters<typeof sayingOf>[0], coded: Coded): string {
  const { t } = texts();
  if (coded.positions.length === 0) return t("quick.savedNote");
  const saying = sayingOf(library, coded);
  if (coded.annotation.actor === null) return t("quick.savedNoActor", { saying });
  return t("quick.saved", { actor: actorOf(library, coded), saying });
}
