import { type KeyboardEvent, type ReactNode, useId, useState } from "react";
import { isComposing } from "./composing.ts";

type Found = Readonly<{ id: string; className: string; look: ReactNode }>;

type Props = Readonly<{
  label: string;
  /** The name of the list. */
  list: string;
  words: string;
  found: readonly Found[];
  /** Said when nothing is found. */
  nothing: string;
  onWords: (words: string) => void;
  onChoose: (id: string) => void;
}>;

/**
 * A field that finds as one types and the list of what was found (ARIA 1.2, "combobox"); arrows go through it, Enter
 * takes one.
 */
export function Finder({ label, list, words, found, nothing, onWords, onChoose }: Props) {
  const name = useId();
  const [active, setActive] = useState(0);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (isComposing(event)) return;
    if (event.key === "ArrowDown") setActive(Math.min(found.length - 1, active + 1));
    else if (event.key === "ArrowUp") setActive(Math.max(0, active - 1));
    else if (event.key === "Enter") {
      const offer = found[active];
      if (offer !== undefined) onChoose(offer.id);
    } else return;
    event.preventDefault();
  };
  return (
    <>
      <input
        role="combobox"
        aria-label={label}
        placeholder={label}
        aria-expanded="true"
        aria-controls={name}
        aria-activedescendant={found[active] === undefined ? undefined : `${name}-${active}`}
        value={words}
        onChange={(event) => {
          onWords(event.target.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div role="listbox" id={name} className="palette links" aria-label={list}>
        {found.map((offer, index) => (
          <div
            role="option"
            tabIndex={-1}
            key={offer.id}
            id={`${name}-${index}`}
            className={offer.className}
            aria-selected={index === active}
            ref={(element) => {
              if (index === active) element?.scrollIntoView({ block: "nearest" });
            }}
            onMouseMove={() => index !== active && setActive(index)}
            onMouseDown={(event) => {
              event.preventDefault();
              onChoose(offer.id);
            }}
          >
            {offer.look}
          </div>
        ))}
      </div>
      {found.length === 0 && <p className="soft">{nothing}</p>}
    </>
  );
}
