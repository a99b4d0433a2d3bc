import { type KeyboardEvent, useId } from "react";

type Props = Readonly<{
  label: string;
  /** The words of each step, from 1. */
  steps: readonly string[];
  value: number | null;
  onChange: (value: number | null) => void;
}>;

/** A choice from 1 to a few: a digit or an arrow selects, the same digit again or Backspace clears. */
export function Scale({ label, steps, value, onChange }: Props) {
  const name = useId();
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const digit = Number(event.key);
    if (digit >= 1 && digit <= steps.length) onChange(digit === value ? null : digit);
    else if (event.key === "Backspace" || event.key === "Delete") onChange(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div role="radiogroup" aria-label={label} className="scale" onKeyDown={onKeyDown}>
      {steps.map((words, index) => {
        const step = index + 1;
        const full = value !== null && step <= value;
        return (
          <label key={words} title={words} className={full ? "full" : ""}>
            <input
              type="radio"
              className="unseen"
              name={name}
              aria-label={words}
              checked={step === value}
              onChange={() => onChange(step)}
              onClick={() => step === value && onChange(null)}
            />
            <span aria-hidden="true">{full ? "●" : "○"}</span>
          </label>
        );
      })}
    </div>
  );
}
