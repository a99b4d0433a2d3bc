import type { KeyboardEvent } from "react";
import { isComposing } from "../ui/composing.ts";
import { nextRow } from "../ui/menu-keys.ts";

type Props = Readonly<{ name: string; what: string; onChoose: () => void }>;

/** A format to choose, with a line about what it is good for. Arrows and first letters go from one to the other. */
export function Choice({ name, what, onChoose }: Props) {
  return (
    <button type="button" className="choice" onClick={onChoose} onKeyDown={moveToOther}>
      <b>{name}</b> <span className="soft">{what}</span>
    </button>
  );
}

function moveToOther(event: KeyboardEvent<HTMLElement>): void {
  if (isComposing(event) || event.key === " " || event.ctrlKey || event.metaKey || event.altKey) return;
  const choices = [...(event.currentTarget.parentElement?.querySelectorAll<HTMLElement>(":scope > .choice") ?? [])];
  const rows = choices.map((choice, index) => ({ id: String(index), label: choice.textContent ?? "" }));
  const next = nextRow(rows, choices.indexOf(event.currentTarget), event.key);
  if (next === null) return;
  event.preventDefault();
  choices[next]?.focus();
}
