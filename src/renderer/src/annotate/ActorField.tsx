import type { RefObject } from "react";
import { useMemo, useRef, useState } from "react";
import type { Library } from "../../../shared/model/library.ts";
import { useTexts } from "../i18n/texts.ts";
import { type OfferRow, offersFor } from "../ui/offers.ts";
import { type Offer, TypeAhead } from "../ui/TypeAhead.tsx";
import { NewName } from "./NewName.tsx";
import { offerOf } from "./offer-of.ts";

type Props = Readonly<{
  label: string;
  library: Library;
  value: string;
  onChange: (name: string) => void;
  /** The field is left, by an offer taken or by the keyboard. */
  onLeave?: () => void;
  /** An actor was taken from the list; `onChange` has been called with the name. */
  onTake?: () => void;
  /** The paper's author, who is offered and never filled in. */
  author?: string | null;
  /** Names to choose by a click. */
  recent?: readonly string[];
  beside?: RefObject<HTMLElement | null>;
  yieldEscape?: boolean;
}>;

/** Who makes the claim, by name or alias; a name that does not exist becomes a new actor. Empty is no actor. */
export function ActorField(props: Props) {
  const { label, library, value, onChange, onLeave, onTake, author = null, recent = [], beside } = props;
  const { t } = useTexts();
  const input = useRef<HTMLInputElement>(null);
  // Who has emptied the field wants no actor, and is not offered the author again.
  const [declined, setDeclined] = useState(false);
  const suggested = author !== null && author !== "" && value === "" && !declined ? author : null;
  const actors = useMemo(
    () => Object.values(library.actors).sort((a, b) => a.name.localeCompare(b.name)),
    [library.actors],
  );
  const { rows, highlighted } = useMemo(() => {
    const candidates = actors.map((actor) => ({
      id: actor.id,
      name: actor.name,
      names: [actor.name, ...actor.aliases],
    }));
    return offersFor(candidates, value);
  }, [actors, value]);
  const looks = (row: OfferRow) => {
    if (row.kind === "create") return <span dir="auto">{t("annotate.createActor", { name: row.name })}</span>;
    const kind = actors.find((actor) => actor.id === row.id)?.kind ?? null;
    return (
      <>
        <span dir="auto">{row.name}</span>
        {row.kind === "similar" && <span className="soft">{t("annotate.similar")}</span>}
        {kind !== null && <span className="soft">{t(`actor.${kind}`)}</span>}
      </>
    );
  };
  const offers = rows.map((row): Offer => offerOf(row, looks(row)));
  const tree = actors.map(
    (actor): Offer => ({ id: actor.id, value: actor.name, level: 1, look: <span dir="auto">{actor.name}</span> }),
  );
  const change = (name: string): void => {
    if (name === "") setDeclined(true);
    onChange(name);
  };
  const others = recent.filter((name) => name !== value);
  return (
    <div className="field">
      <span>{label}</span>
      <div className="with-suggestion">
        <TypeAhead
          label={label}
          value={value}
          input={input}
          offers={offers}
          highlighted={highlighted}
          tree={tree}
          none={null}
          {...(suggested === null ? {} : { placeholder: t("annotate.author", { name: suggested }) })}
          {...(beside === undefined ? {} : { beside })}
          {...(onLeave === undefined ? {} : { onLeave })}
          yieldEscape={props.yieldEscape === true}
          onChange={change}
          onChoose={(offer) => {
            onChange(offer.value);
            onTake?.();
          }}
          onTab={() => suggested !== null && onChange(suggested)}
        />
        {suggested !== null && (
          <button
            type="button"
            className="accept"
            tabIndex={-1}
            onClick={() => {
              onChange(suggested);
              input.current?.focus();
            }}
          >
            <span className="unseen">{t("annotate.useAuthor", { name: suggested })}</span>
            <kbd>Tab</kbd>
          </button>
        )}
      </div>
      <NewName rows={rows} say={(name) => t("annotate.newActor", { name })} onTake={onChange} />
      {others.length > 0 && (
        <fieldset className="recent" aria-label={t("annotate.recentActors")}>
          {others.map((name) => (
            <button type="button" tabIndex={-1} key={name} onClick={() => onChange(name)}>
              <bdi>{name}</bdi>
            </button>
          ))}
        </fieldset>
      )}
    </div>
  );
}
