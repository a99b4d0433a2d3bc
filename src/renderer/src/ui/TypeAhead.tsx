import { type KeyboardEvent, type RefObject, useId, useState } from "react";
import { type Choice, ChoiceList } from "./ChoiceList.tsx";
import { isComposing } from "./composing.ts";

export type Offer = Choice;

type Props = Readonly<{
  label: string;
  value: string;
  placeholder?: string;
  /** What fits the value, best first. */
  offers: readonly Offer[];
  /** The offer that Enter takes unless the arrows choose another; -1 for none. */
  highlighted?: number;
  /** Everything that there is, as a tree; a click and the arrows open it. */
  tree?: readonly Offer[];
  /** Said when nothing fits. */
  none?: string | null;
  /** Whether a click and the arrows show offers while nothing is typed. */
  early?: boolean;
  input?: RefObject<HTMLInputElement | null>;
  /** The form that the list is beside. */
  beside?: RefObject<HTMLElement | null>;
  /** Escape is left to the form around the field, though a list is open. */
  yieldEscape?: boolean;
  onChange: (value: string) => void;
  onChoose: (offer: Offer) => void;
  onLeave?: () => void;
  /** Tab, before it goes on. */
  onTab?: () => void;
}>;

/**
 * A field that offers what fits as one types (ARIA 1.2, "combobox"). The list opens by typing, a click or the arrows,
 * never by itself. Enter takes the highlighted row; Tab leaves what is typed as it is, unless the arrows have chosen a
 * row.
 */
export function TypeAhead(props: Props) {
  const {
    label,
    value,
    placeholder,
    offers,
    highlighted = 0,
    tree,
    none = null,
    early,
    input,
    onChange,
    onChoose,
  } = props;
  const list = useId();
  const [open, setOpen] = useState<"offers" | "tree" | null>(null);
  /** The row that the arrows chose; null before. */
  const [moved, setMoved] = useState<number | null>(null);
  const isTree = open === "tree" && tree !== undefined;
  const choices = isTree ? tree : offers;
  const shown = open !== null && (choices.length > 0 || none !== null) && (isTree || value !== "" || early === true);
  const first = isTree ? choices.findIndex((choice) => choice.value === value) : value === "" ? -1 : highlighted;
  const active = moved ?? first;
  const show = (what: "offers" | "tree" | null): void => {
    setOpen(what);
    setMoved(null);
  };
  const browse = (): void => {
    const known = tree?.some((choice) => choice.value === value) === true;
    if (!shown) show(tree !== undefined && (value === "" || known) ? "tree" : "offers");
  };
  const choose = (offer: Offer): void => {
    onChoose(offer);
    show(null);
  };
  const onEnter = (): void => {
    const offer = choices[active];
    const creation = choices.findIndex(({ creates }) => creates === true);
    if (offer !== undefined) choose(offer);
    // Where slips leave no row highlighted, Enter goes to the creation, and only the next one takes it.
    else if (creation >= 0) setMoved(creation);
    else show(null);
  };
  const onArrow = (step: 1 | -1): void => {
    if (!shown) browse();
    else setMoved(Math.max(0, Math.min(choices.length - 1, active + step)));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (isComposing(event) || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") onArrow(event.key === "ArrowDown" ? 1 : -1);
    else if (event.key === "Enter" && shown && !event.shiftKey) onEnter();
    else if (event.key === "Escape" && shown) {
      show(null);
      if (props.yieldEscape === true) return;
    } else {
      if (event.key !== "Tab" || event.shiftKey) return;
      const offer = shown && moved !== null ? choices[moved] : undefined;
      if (offer === undefined) props.onTab?.();
      else choose(offer);
      return;
    }
    event.preventDefault();
  };
  return (
    <div className="type-ahead">
      <input
        ref={input}
        role="combobox"
        aria-label={label}
        aria-expanded={shown}
        aria-haspopup={tree === undefined ? "listbox" : "tree"}
        aria-controls={shown ? list : undefined}
        aria-autocomplete="list"
        aria-activedescendant={shown && active >= 0 ? `${list}-${active}` : undefined}
        autoComplete="off"
        spellCheck={false}
        dir="auto"
        value={value}
        placeholder={placeholder}
        onClick={browse}
        onBlur={() => {
          show(null);
          props.onLeave?.();
        }}
        onKeyDown={onKeyDown}
        onChange={(event) => {
          show("offers");
          onChange(event.target.value);
        }}
      />
      {shown && (
        <ChoiceList
          id={list}
          label={label}
          choices={choices}
          highlighted={active}
          tree={isTree}
          none={none}
          beside={props.beside}
          onChoose={choose}
        />
      )}
    </div>
  );
}
