import fc from "fast-check";
import { expect, test } from "vitest";
import { type Dated, keptOf, outdatedBackups } from "./rotation.ts";

const day = 24 * 3600_000;
const now = Date.UTC(2026, 5, 17, 12);
const backup = (time: number, name = new Date(time).toISOString()): Dated => ({
  name,
  at: new Date(time).toISOString(),
});
const all = async (): Promise<boolean> => true;

/** What is left after a backup each day, thinned out after each. */
async function eachDay(days: number, isGood: (name: string) => Promise<boolean> = all): Promise<Dated[]> {
  let there: Dated[] = [];
  for (let back = days - 1; back >= 0; back--) {
    there = [backup(now - back * day), ...there];
    const gone = new Set(await outdatedBackups(there, isGood, now - back * day));
    there = there.filter((backup) => !gone.has(backup.name));
  }
  return there;
}

test("after two years of daily backups those of the last days, weeks and months are there", async () => {
  const left = await eachDay(730);
  const ages = left.map(({ at }) => Math.round((now - Date.parse(at)) / day));
  expect(ages.slice(0, 10)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  // 17 June 2026 is a Wednesday: Sundays are 3, 10, 17 and 24 days back.
  expect(ages).toEqual(expect.arrayContaining([10, 17, 24]));
  const months = new Set(left.map(({ at }) => at.slice(0, 7)));
  expect(months.size).toBe(12);
  expect(left.length).toBeLessThanOrEqual(keptOf.newest + keptOf.days + keptOf.weeks + keptOf.months);
});

test("good ones never go for damaged ones, which stay too", async () => {
  const good = [backup(now - 400 * day), backup(now - 30 * day)];
  const damaged = Array.from({ length: 20 }, (_, index) => backup(now - index * day, `damaged ${index}`));
  const isGood = async (name: string): Promise<boolean> => !name.startsWith("damaged");
  expect(await outdatedBackups([...damaged, ...good], isGood, now)).toEqual([]);
});

test("thirty backups of a wrong clock drive nothing out, neither those of the right time nor the newest of their own", async () => {
  const future = Array.from({ length: 30 }, (_, index) => backup(Date.UTC(2031, 0, 1 + index)));
  const right = Array.from({ length: 5 }, (_, index) => backup(now - index * day));
  const gone = await outdatedBackups([...future, ...right], all, now);
  expect(right.filter((backup) => gone.includes(backup.name))).toEqual([]);
  expect(gone).not.toContain(future.at(-1)?.name);
});

test("a clock that is years behind takes nothing from the backups there are", async () => {
  const there = await eachDay(60);
  const back = Date.UTC(2001, 0, 1);
  const wrong = Array.from({ length: 20 }, (_, index) => backup(back + index * day));
  const gone = await outdatedBackups([...wrong, ...there], all, back + 20 * day);
  expect(there.filter((backup) => gone.includes(backup.name))).toEqual([]);
});

test("the newest good backup stays, nothing damaged goes, and what is left has nothing more to lose", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(fc.record({ age: fc.integer({ min: -2000, max: 2000 }), good: fc.boolean() }), {
        selector: ({ age }) => age,
        maxLength: 60,
      }),
      async (times) => {
        const there = times.map(({ age, good }) => ({ ...backup(now - (age * day) / 4), good }));
        const isGood = async (name: string): Promise<boolean> =>
          there.some((backup) => backup.name === name && backup.good);
        const gone = await outdatedBackups(there, isGood, now);
        const left = there.filter((backup) => !gone.includes(backup.name));
        const newest = there
          .filter((backup) => backup.good && Date.parse(backup.at) <= now)
          .toSorted((a, b) => (a.at < b.at ? 1 : -1));
        expect(gone).not.toContain(newest[0]?.name);
        expect(there.filter((backup) => !backup.good && gone.includes(backup.name))).toEqual([]);
        expect(await outdatedBackups(left, isGood, now)).toEqual([]);
      },
    ),
    { numRuns: 200 },
  );
});
