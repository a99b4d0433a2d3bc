import { type FormEvent, useId, useState } from "react";
import { useTexts } from "../i18n/texts.ts";

type Props = Readonly<{
  label: string;
  /** Whether the label is shown before the field, or is only read out by screen readers. */
  isLabelShown: boolean;
  placeholder: string;
  button: string;
  /** What is written already. */
  text: string;
  /** Takes what was written; what it throws is shown and nothing is taken. */
  onUse: (words: string) => void;
}>;

/** Text in a small language of its own: accepted as a whole, or shown with what is wrong in it. */
export function QueryInput({ label, isLabelShown, placeholder, button, text, onUse }: Props) {
  const [words, setWords] = useState(text);
  const [problem, setProblem] = useState<string | null>(null);
  const { failure } = useTexts();
  const id = useId();
  const use = (event: FormEvent): void => {
    event.preventDefault();
    try {
      onUse(words);
      setProblem(null);
    } catch (error) {
      setProblem(failure(error));
    }
  };
  const field = (
    <input
      id={`${id}field`}
      dir="auto"
      aria-label={isLabelShown ? undefined : label}
      placeholder={placeholder}
      value={words}
      aria-invalid={problem !== null}
      aria-describedby={id}
      onChange={(event) => setWords(event.target.value)}
    />
  );
  return (
    <form onSubmit={use}>
      {isLabelShown ? (
        <label htmlFor={`${id}field`}>
          {label}
          {field}
        </label>
      ) : (
        field
      )}
      <button type="submit" disabled={words === text}>
        {button}
      </button>
      <span id={id} role="status" className="problem">
        {problem}
      </span>
    </form>
  );
}
