import { useMemo } from "react";
import type { Edit } from "../../../shared/change/edit.ts";
import { codedOne } from "../../../shared/claims/claims.ts";
import { annotationsOf } from "../../../shared/claims/restore.ts";
import { type Effect, effectOf } from "../../../shared/codebook/effect.ts";
import { type Texts, texts, useTexts } from "../i18n/texts.ts";
import { lookOf, quoteShown } from "../state/highlights.ts";
import { useLibrary } from "../state/library.ts";

/** Edits that can be looked at before they are made, or why they cannot. */
export type Plan = Readonly<{ edits: readonly Edit[]; objection: string | null }>;

/** The edits of a wish; a refusal becomes a sentence. */
export function planOf(make: () => readonly Edit[]): Plan {
  try {
    return { edits: make(), objection: null };
  } catch (error) {
    return { edits: [], objection: texts().failure(error) };
  }
}

/** What a plan would change: counts, names, and the first claims it touches. */
export function EffectList({ plan }: Readonly<{ plan: Plan }>) {
  const texts = useTexts();
  const { t } = texts;
  const library = useLibrary((state) => state.library);
  const effect = useMemo(() => effectOf(library, plan.edits), [library, plan.edits]);
  const claims = useMemo(() => {
    const found = new Map(
      plan.edits.flatMap((edit) =>
        edit.table === "relations"
          ? []
          : annotationsOf(edit).map((annotation) => [annotation.annotation, annotation] as const),
      ),
    );
    return [...found.values()]
      .slice(0, 4)
      .flatMap((reference) => codedOne(library, reference.paper, reference.annotation) ?? []);
  }, [library, plan.edits]);
  if (plan.objection !== null)
    return (
      <p className="objection" role="alert">
        {plan.objection}
      </p>
    );
  return (
    <div className="effect" role="status">
      <ul>
        {sentencesOf(effect, texts).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {claims.map((claim) => (
        <blockquote key={claim.annotation.id} className={`quoted ${lookOf(library, claim)}`} dir="auto">
          {quoteShown(claim.annotation.passage)}
        </blockquote>
      ))}
      {effect.claims > claims.length && (
        <p className="soft">{t("codebook.effect.more", { count: effect.claims - claims.length })}</p>
      )}
    </div>
  );
}

function sentencesOf(effect: Effect, texts: Texts): string[] {
  const { t } = texts;
  const { claims, papers, doubles, uncoded, gone, moved, filters } = effect;
  const list = (names: Effect["gone"]): string =>
    texts.list(names.slice(0, 6).map(texts.say)) + (names.length > 6 ? " …" : "");
  return [
    t("codebook.effect.claims", { count: claims, papers }),
    ...(doubles === 0 ? [] : [t("codebook.effect.doubles", { count: doubles })]),
    ...(uncoded === 0 ? [] : [t("codebook.effect.uncoded", { count: uncoded })]),
    ...(gone.length === 0 ? [] : [t("codebook.effect.gone", { names: list(gone), count: gone.length })]),
    ...(moved.length === 0 ? [] : [t("codebook.effect.moved", { names: list(moved), count: moved.length })]),
    ...(filters ? [t("codebook.effect.filters")] : []),
    t("codebook.effect.undo"),
  ];
}
