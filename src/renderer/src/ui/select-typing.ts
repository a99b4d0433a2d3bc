import type { KeyboardEvent } from "react";

/** What was typed on a closed list, and when the last letter of it was, in milliseconds. */
export type Typed = Readonly<{ text: string; at: number }>;

/** So long after a letter the next one still belongs to the same word, in milliseconds, as in lists of the system. */
const pause = 1000;
let typed: Typed = { text: "", at: -Infinity };

/** What is typed with one letter more. */
export function withLetter(before: Typed, letter: string, at: number): Typed {
  return { text: at - before.at > pause ? letter : before.text + letter, at };
}

/**
 * The place of the option that typed letters mean: whose words begin with them, signs before its words left out. One
 * letter leads to the next such option, more stay where they fit. Null where none fits, and where no option begins with
 * a sign: a browser finds those itself.
 */
export function optionTyped(labels: readonly string[], current: number, text: string): number | null {
  const words = labels.map((label) => label.replace(/^[^\p{L}\p{N}]+/u, "").toLocaleLowerCase());
  if (words.every((word, index) => word === "" || labels[index]?.length === word.length)) return null;
  const wanted = text.toLocaleLowerCase();
  const from = [...wanted].length === 1 ? 1 : 0;
  for (let step = from; step < labels.length + from; step++) {
    const index = (Math.max(0, current) + step) % labels.length;
    if (words[index]?.startsWith(wanted)) return index;
  }
  return null;
}

/** Choose by letters in a closed list whose options begin with signs, as stances do: `o` is “− opposes”. */
export function typeOnSelect(event: KeyboardEvent<HTMLSelectElement>): void {
  if (event.ctrlKey || event.metaKey || event.altKey || !/^\p{L}$/u.test(event.key)) return;
  const select = event.currentTarget;
  typed = withLetter(typed, event.key, event.timeStamp);
  const labels = Array.from(select.options, ({ text }) => text);
  const index = optionTyped(labels, select.selectedIndex, typed.text);
  if (index === null) return;
  event.preventDefault();
  if (index === select.selectedIndex) return;
  select.selectedIndex = index;
  select.dispatchEvent(new Event("change", { bubbles: true }));
}
