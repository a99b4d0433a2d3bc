/** A backup as rotation sees it: `at` is the time it says it was made, as ISO 8601 in UTC. */
export type Dated = Readonly<{ name: string; at: string }>;

/** How many of the newest backups, days, weeks and months keep a backup. */
export const keptOf = { newest: 10, days: 7, weeks: 5, months: 12 } as const;
/** Clocks of two machines may differ this much, in milliseconds. */
const clockSkew = 24 * 3600_000;

/**
 * The backups that are no longer needed, oldest last. Of good ones the newest stay, and the newest of each of the last
 * days, weeks and months that have one. What is not good never takes the place of a good one, and is never removed:
 * somebody may still read something in it. Backups that say they were made in the future come from a wrong clock, or
 * the clock is wrong now; they and the others are counted apart, so that neither drives out the other.
 */
export async function outdatedBackups(
  all: readonly Dated[],
  isGood: (name: string) => Promise<boolean>,
  now: number,
): Promise<string[]> {
  if (all.length <= keptOf.newest) return [];
  const good: Dated[] = [];
  for (const backup of all) if (await isGood(backup.name)) good.push(backup);
  const isFuture = ({ at }: Dated): boolean => Date.parse(at) > now + clockSkew;
  return [good.filter((backup) => !isFuture(backup)), good.filter(isFuture)].flatMap((group) => {
    const kept = keptIn(group);
    return group.filter((backup) => !kept.has(backup.name)).map((backup) => backup.name);
  });
}

function keptIn(group: readonly Dated[]): ReadonlySet<string> {
  const newestFirst = group.toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at));
  const day = 24 * 3600_000;
  return new Set([
    ...newestFirst.slice(0, keptOf.newest).map((backup) => backup.name),
    ...newestOfEach(newestFirst, keptOf.days, ({ at }) => at.slice(0, 10)),
    // The first day of 1970 was a Thursday; weeks begin on Monday.
    ...newestOfEach(newestFirst, keptOf.weeks, ({ at }) => `${Math.floor((Date.parse(at) / day + 3) / 7)}`),
    ...newestOfEach(newestFirst, keptOf.months, ({ at }) => at.slice(0, 7)),
  ]);
}

function newestOfEach(newestFirst: readonly Dated[], count: number, period: (backup: Dated) => string): string[] {
  const found = new Map<string, string>();
  for (const backup of newestFirst) {
    if (!found.has(period(backup)) && found.size === count) break;
    if (!found.has(period(backup))) found.set(period(backup), backup.name);
  }
  return [...found.values()];
}
