import { type KeyboardEvent, useId } from "react";
import { isRepeatedClick } from "./clicks.ts";
import { digitOf } from "./pressed-signs.ts";

type Props = Readonly<{
  label: string;
  /** What is written on each step, from 1. */
  steps: readonly string[];
  /** What the first and the last step mean, where the steps are numbers. */
  ends?: readonly [string, string];
  value: number | null;
  onChange: (value: number | null) => void;
}>;

/**
 * A choice from 1 to a few, as a row of words or numbers: a click, a digit or an arrow selects, the same once more or
 * Backspace clears.
 */
export function Scale({ label, steps, ends, value, onChange }: Props) {
  const name = useId();
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const digit = digitOf(event);
    if (digit !== null && digit <= steps.length) onChange(digit === value ? null : digit);
    else if (event.key === "Backspace" || event.key === "Delete") onChange(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      role="radiogroup"
      aria-label={label}
      className="scale"
      onKeyDown={onKeyDown}
      onClickCapture={(event) => isRepeatedClick(event) && event.preventDefault()}
    >
      {steps.map((words, index) => {
        const step = index + 1;
        return (
          <label key={words}>
            <input
              type="radio"
              className="unseen"
              name={name}
              checked={step === value}
              onChange={() => onChange(step)}
              onClick={() => step === value && onChange(null)}
            />
            {words}
          </label>
        );
      })}
      {ends !== undefined && <span className="ends">{ends.join(" … ")}</span>}
    </div>
  );
}
