/** Where a key leads from one card to another, in the order of their words; null for a key that leads nowhere. */
export function cardAfter<Id extends string>(ids: readonly Id[], from: Id | null, key: string): Id | null {
  const index = from === null ? -1 : ids.indexOf(from);
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: Math.min(ids.length - 1, index + 1),
    ArrowUp: Math.max(0, index - 1),
    Home: 0,
    End: ids.length - 1,
  };
  const to = steps[key];
  return to === undefined ? null : (ids[to] ?? null);
}
