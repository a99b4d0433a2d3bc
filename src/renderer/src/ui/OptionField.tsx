import { useMemo, useState } from "react";
import { plainWords } from "../../../shared/text/words.ts";
import type { Option } from "../state/options.ts";
import { offersFor } from "./offers.ts";
import { type Offer, TypeAhead } from "./TypeAhead.tsx";

type Props = Readonly<{
  label: string;
  value: string;
  options: readonly Option[];
  /** What no value is called. */
  none: string;
  onChange: (value: string) => void;
  /** Offers to create what is typed and does not exist: what the offer says, and what is done with the name. */
  create?: Readonly<{ say: (name: string) => string; onCreate: (name: string) => void }>;
}>;

/** A choice of one among many: typing finds it, a click or the arrows open them all. The label is in sight. */
export function OptionField({ label, value, options, none, onChange, create }: Props) {
  /** What is being typed; null while the field shows the choice. */
  const [typed, setTyped] = useState<string | null>(null);
  const all: readonly Option[] = [["", none], ...options];
  const chosen = value === "" ? "" : (options.find(([id]) => id === value)?.[1] ?? value);
  const words = plainWords(typed ?? "");
  const found = all.filter(([id, name]) => id !== "" && plainWords(name).includes(words)).slice(0, 8);
  const offer = ([id, name]: Option): Offer => ({ id, value: name, look: <span dir="auto">{name}</span> });
  const rows = useMemo(
    () =>
      create === undefined || typed === null
        ? null
        : offersFor(
            options.map(([id, name]) => ({ id, name, names: [name], own: name.split("›").at(-1)?.trim() ?? name })),
            typed,
          ),
    [create, options, typed],
  );
  const offered = rows?.rows.map(
    (row): Offer =>
      row.kind === "create"
        ? { id: "", value: row.name, creates: true, look: <span dir="auto">{create?.say(row.name)}</span> }
        : offer([row.id, row.name]),
  );
  return (
    <div className="option-field">
      <span>{label}</span>
      <TypeAhead
        label={label}
        value={typed ?? chosen}
        placeholder={none}
        offers={offered ?? found.map(offer)}
        {...(rows === null ? {} : { highlighted: rows.highlighted })}
        tree={all.map((option) => ({ ...offer(option), level: 1 }))}
        none={null}
        onChange={setTyped}
        onChoose={({ id, value: name, creates }) => {
          setTyped(null);
          if (creates === true) create?.onCreate(name);
          else onChange(id);
        }}
        onLeave={() => setTyped(null)}
      />
    </div>
  );
}
