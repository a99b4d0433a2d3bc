/**
 * Texts of fields that could not be saved while the library was out of reach, by the names of their fields. Their
 * fields may be gone by the time it is there again: another claim has been selected since.
 */
const waiting = new Map<string, () => void>();

/** Remember how to save the text of a field; an earlier one of the same field is given up for it. */
export function waitToSave(field: string, save: () => void): void {
  waiting.set(field, save);
}

export function isWaitingToSave(field: string): boolean {
  return waiting.has(field);
}

/** Forget the text of a field, which is saved. */
export function stopWaiting(field: string): void {
  waiting.delete(field);
}

/** Save all of them: the library can be reached again. What fails once more waits again. */
export function saveWaiting(): void {
  for (const save of [...waiting.values()]) save();
}
