import { isComposing } from "./composing.ts";

type Props = Readonly<{
  label: string;
  value: string;
  placeholder?: string;
  /** The name without spaces around it; empty when it was left empty or given up. */
  onDone: (name: string) => void;
}>;

/** A name being written: Enter keeps it, Escape gives it up. */
export function NameField({ label, value, placeholder, onDone }: Props) {
  return (
    <input
      className="name"
      aria-label={label}
      placeholder={placeholder}
      defaultValue={value}
      maxLength={300}
      ref={(input) => {
        if (input === null || input === document.activeElement) return;
        input.focus();
        input.select();
      }}
      onBlur={(event) => onDone(event.target.value.trim())}
      onKeyDown={(event) => {
        if (isComposing(event)) return;
        if (event.key === "Escape") event.currentTarget.value = value;
        if (event.key === "Enter" || event.key === "Escape") event.currentTarget.blur();
      }}
    />
  );
}
