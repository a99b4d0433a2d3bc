import { useState } from "react";
import { plainWords } from "../../../shared/text/words.ts";
import type { Option } from "../state/options.ts";
import { type Offer, TypeAhead } from "./TypeAhead.tsx";

type Props = Readonly<{
  label: string;
  value: string;
  options: readonly Option[];
  /** What no value is called. */
  none: string;
  onChange: (value: string) => void;
}>;

/** A choice of one among many: typing finds it, a click or the arrows open them all. The label is in sight. */
export function OptionField({ label, value, options, none, onChange }: Props) {
  /** What is being typed; null while the field shows the choice. */
  const [typed, setTyped] = useState<string | null>(null);
  const all: readonly Option[] = [["", none], ...options];
  const chosen = value === "" ? "" : (options.find(([id]) => id === value)?.[1] ?? value);
  const words = plainWords(typed ?? "");
  const found = all.filter(([id, name]) => id !== "" && plainWords(name).includes(words)).slice(0, 8);
  const offer = ([id, name]: Option): Offer => ({ id, value: name, look: <span dir="auto">{name}</span> });
  return (
    <div className="option-field">
      <span>{label}</span>
      <TypeAhead
        label={label}
        value={typed ?? chosen}
        placeholder={none}
        offers={found.map(offer)}
        tree={all.map((option) => ({ ...offer(option), level: 1 }))}
        none={null}
        onChange={setTyped}
        onChoose={({ id }) => {
          setTyped(null);
          onChange(id);
        }}
        onLeave={() => setTyped(null)}
      />
    </div>
  );
}
