import { type KeyboardEvent, type ReactNode, type RefObject, useId, useState } from "react";

export type Offer = Readonly<{ id: string; value: string; look: ReactNode }>;

type Props = Readonly<{
  label: string;
  value: string;
  placeholder?: string;
  /** What fits the value, best first. */
  offers: readonly Offer[];
  /** Said when nothing fits. */
  none?: string | null;
  /** Whether offers are shown while nothing is typed. */
  early?: boolean;
  input?: RefObject<HTMLInputElement | null>;
  onChange: (value: string) => void;
  onChoose: (offer: Offer) => void;
  onLeave?: () => void;
}>;

/** A field that offers what fits as one types (ARIA 1.2, "combobox"). Down and up go through the offers, Enter or Tab takes one. */
export function TypeAhead(props: Props) {
  const { label, value, placeholder, offers, none, early, input, onChange, onChoose } = props;
  const list = useId();
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const shown = open && (value !== "" || early === true) && (offers.length > 0 || (none ?? null) !== null);
  const choose = (offer: Offer): void => {
    onChoose(offer);
    setOpen(false);
    setActive(-1);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const offer = offers[active];
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      setOpen(true);
      setActive(event.key === "ArrowDown" ? Math.min(offers.length - 1, active + 1) : Math.max(0, active - 1));
    } else if (shown && offer !== undefined && (event.key === "Enter" || event.key === "Tab")) {
      choose(offer);
      // Tab takes the offer and goes on.
      if (event.key === "Tab") return;
    } else if (shown && event.key === "Escape" && offers.length > 0) setOpen(false);
    else return;
    event.preventDefault();
  };
  return (
    <div className="type-ahead">
      <input
        ref={input}
        role="combobox"
        aria-label={label}
        aria-expanded={shown}
        aria-controls={shown ? list : undefined}
        aria-autocomplete="list"
        aria-activedescendant={shown && active >= 0 ? `${list}-${active}` : undefined}
        autoComplete="off"
        dir="auto"
        value={value}
        placeholder={placeholder}
        onFocus={() => setOpen(early === true)}
        onBlur={() => {
          setOpen(false);
          props.onLeave?.();
        }}
        onKeyDown={onKeyDown}
        onChange={(event) => {
          setOpen(true);
          setActive(event.target.value === "" ? -1 : 0);
          onChange(event.target.value);
        }}
      />
      {shown && (
        <div id={list} className="choices" role="listbox" aria-label={label}>
          {offers.map((offer, index) => (
            <div
              role="option"
              tabIndex={-1}
              key={offer.id}
              id={`${list}-${index}`}
              aria-selected={index === active}
              onMouseDown={(event) => {
                event.preventDefault();
                choose(offer);
              }}
            >
              {offer.look}
            </div>
          ))}
          {offers.length === 0 && (
            <div role="option" aria-selected="false" aria-disabled="true" tabIndex={-1} className="soft">
              {none}
            </div>
          )}
        </div>
      )}
    </div>
  );
}
