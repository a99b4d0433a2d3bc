import { directionOfWords } from "../../../shared/text/direction.ts";
import { typeOnSelect } from "./select-typing.ts";

export type SelectOption = readonly [value: string, label: string];

type Props = Readonly<{
  label: string;
  value: string;
  options: readonly SelectOption[];
  onChange: (value: string) => void;
  /** What is offered for no value; left out, a value must be chosen. */
  none?: string;
  disabled?: boolean;
}>;

/**
 * A choice of one. A value that is not among the options any more is shown as it is. What is selected has its own
 * direction, so that a name without room is cut at its end, not at its beginning.
 */
export function Select({ label, value, options, onChange, none, disabled = false }: Props) {
  const known = value === "" || options.some(([id]) => id === value);
  const shown = options.find(([id]) => id === value)?.[1] ?? (value === "" ? none : value) ?? "";
  return (
    <select
      aria-label={label}
      dir={directionOfWords(shown) ?? undefined}
      value={value}
      disabled={disabled}
      onChange={(event) => onChange(event.target.value)}
      onKeyDown={typeOnSelect}
    >
      {none !== undefined && <option value="">{none}</option>}
      {!known && <option value={value}>{value}</option>}
      {options.map(([id, text]) => (
        <option key={id} value={id}>
          {text}
        </option>
      ))}
    </select>
  );
}
