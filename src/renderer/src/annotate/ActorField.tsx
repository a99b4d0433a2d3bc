import type { Library } from "../../../shared/model/library.ts";
import { plainWords } from "../../../shared/text/words.ts";
import { useTexts } from "../i18n/texts.ts";
import { useReading } from "../state/reading.ts";
import { TypeAhead } from "../ui/TypeAhead.tsx";

type Props = Readonly<{
  label: string;
  library: Library;
  value: string;
  onChange: (name: string) => void;
  /** The field is left, by an offer taken or by the keyboard. */
  onLeave?: () => void;
}>;

/** Who holds the claim, by type-ahead over names and aliases, those named last first; a new name makes a new actor. */
export function ActorField({ label, library, value, onChange, onLeave }: Props) {
  const { t } = useTexts();
  const recent = useReading((state) => state.recentActors);
  const words = plainWords(value);
  const actors = Object.values(library.actors);
  const last = recent.flatMap((name) => actors.find((actor) => actor.name === name) ?? []);
  const found = (words === "" ? last : actors)
    .filter((actor) => [actor.name, ...actor.aliases].some((name) => plainWords(name).includes(words)))
    .sort((a, b) => (words === "" ? 0 : a.name.localeCompare(b.name)))
    .slice(0, 7);
  const exact = found.some((actor) => actor.name === value);
  return (
    <div className="field">
      <span>{label}</span>
      <TypeAhead
        label={label}
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
        none={words === "" || exact ? null : t("annotate.creates", { name: value })}
        early
        onChange={onChange}
        {...(onLeave === undefined ? {} : { onLeave })}
        onChoose={(offer) => onChange(offer.value)}
      />
    </div>
  );
}
