/** More files than these are never read at a time: each takes a processor and some hundred megabytes. */
export const mostReaders = 7;

/** How many files of a folder are read at a time on a computer with so many processors: all but one are used. */
export function readersOn(processors: number): number {
  return Math.max(1, Math.min(mostReaders, processors - 1));
}

/**
 * Do work for each item, for at most `most` of them at a time, begun in their order. Ends when all work that was begun
 * has ended, and returns its results in the order of the items. Before each item `isStopped` is asked; when it says so,
 * no more work is begun. Throws what the work throws, after which no more is begun either.
 */
export async function sideBySide<Item, Result>(
  items: readonly Item[],
  most: number,
  work: (item: Item, index: number) => Promise<Result>,
  isStopped: () => boolean = () => false,
): Promise<Result[]> {
  const results: Result[] = [];
  let next = 0;
  let isBroken = false;
  const workOn = async (): Promise<void> => {
    for (let index = next; index < items.length && !isBroken && !isStopped(); index = next) {
      next++;
      try {
        results[index] = await work(items[index] as Item, index);
      } catch (error) {
        isBroken = true;
        throw error;
      }
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: Math.min(most, items.length) }, workOn));
  const failed = ends.find((end) => end.status === "rejected");
  if (failed !== undefined) throw failed.reason;
  return results;
}
