import { fold } from "../../../shared/anchor/fold.ts";
import type { Library } from "../../../shared/model/library.ts";
import { useTexts } from "../i18n/texts.ts";
import { TypeAhead } from "../ui/TypeAhead.tsx";

type Props = Readonly<{ library: Library; value: string; onChange: (name: string) => void }>;

/** Who holds the claim, by type-ahead over names and aliases; a new name makes a new actor. */
export function ActorField({ library, value, onChange }: Props) {
  const { t } = useTexts();
  const words = fold(value, { case: true }).text.trim();
  const found = Object.values(library.actors)
    .filter((actor) => [actor.name, ...actor.aliases].some((name) => fold(name, { case: true }).text.includes(words)))
    .sort((a, b) => a.name.localeCompare(b.name))
    .slice(0, 7);
  const exact = found.some((actor) => actor.name === value);
  return (
    <div className="field">
      <span>{t("annotate.actor")}</span>
      <TypeAhead
        label={t("annotate.actor")}
        value={value}
        offers={
          exact
            ? []
            : found.map((actor) => ({
                id: actor.id,
                value: actor.name,
                look: (
                  <>
                    <span dir="auto">{actor.name}</span>
                    {actor.kind !== null && <span className="soft">{t(`actor.${actor.kind}`)}</span>}
                  </>
                ),
              }))
        }
        none={words === "" || exact ? null : t("annotate.makes", { name: value })}
        onChange={onChange}
        onChoose={(offer) => onChange(offer.value)}
      />
    </div>
  );
}
