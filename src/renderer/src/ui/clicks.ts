/**
 * Whether a click is the second of a double click, or a later one. People double-click out of habit: on a button that
 * codes, or that chooses and with the same click once more clears, the second one would undo what the first one did.
 * A key that presses a button is no double click.
 */
export function isRepeatedClick({ detail }: Readonly<{ detail: number }>): boolean {
  return detail > 1;
}
