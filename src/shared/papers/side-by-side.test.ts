import fc from "fast-check";
import { expect, test } from "vitest";
import { readersOn, sideBySide } from "./side-by-side.ts";

test.each([
  [1, 1],
  [2, 1],
  [4, 3],
  [8, 7],
  [32, 7],
])("with %d processors %d files are read at a time", (processors, readers) => {
  expect(readersOn(processors)).toBe(readers);
});

test("work is begun in order, never more than so much at a time, and its results are in order whenever it ends", async () => {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), fc.nat(12), fc.integer({ min: 1, max: 5 }), async (scheduler, count, most) => {
      const items = Array.from({ length: count }, (_, index) => index);
      const begun: number[] = [];
      let [now, largest] = [0, 0];
      const all = sideBySide(items, most, async (item) => {
        begun.push(item);
        largest = Math.max(largest, ++now);
        await scheduler.schedule(Promise.resolve());
        now--;
        return item * 2;
      });
      await scheduler.waitFor(all);
      expect(await all).toEqual(items.map((item) => item * 2));
      expect(begun).toEqual(items);
      expect(largest).toBe(Math.min(most, count));
    }),
  );
});

test("after a stop nothing more is begun, and what was begun ends", async () => {
  const begun: number[] = [];
  const results = await sideBySide(
    [0, 1, 2, 3, 4],
    2,
    async (item) => {
      begun.push(item);
      return item;
    },
    () => begun.length >= 3,
  );
  expect(begun).toEqual([0, 1, 2]);
  expect(results).toEqual([0, 1, 2]);
});

test("work that throws ends the rest, once what is under way has ended", async () => {
  const ended: number[] = [];
  const work = async (item: number): Promise<void> => {
    await Promise.resolve();
    ended.push(item);
    if (item === 1) throw new Error("broken");
  };
  await expect(sideBySide([0, 1, 2, 3, 4, 5], 2, work)).rejects.toThrow("broken");
  expect(ended).toContain(0);
  expect(ended).not.toContain(5);
});
