import { methods, type News, type Workbench } from "../../shared/contract/workbench.ts";

/**
 * The workbench of a library that is still being opened, so that a window can load meanwhile: calls wait until it is
 * open, and fail as opening did. Who subscribes before calling misses no news of changes after the answer.
 */
export function comingWorkbench(opening: Promise<Workbench>): Workbench {
  const calls = methods.map((name) => [
    name,
    async (args: unknown): Promise<unknown> => {
      const call = (await opening)[name] as (checked: unknown) => Promise<unknown>;
      return call(args);
    },
  ]);
  const subscribe = (listener: (news: News) => void): (() => void) => {
    let isWanted = true;
    let stop: (() => void) | null = null;
    const begin = (workbench: Workbench): void => {
      if (isWanted) stop = workbench.subscribe(listener);
    };
    // Whoever opens the library reports why it failed.
    void opening.then(begin).catch(() => undefined);
    return () => {
      isWanted = false;
      stop?.();
    };
  };
  return { ...Object.fromEntries(calls), subscribe } as Workbench;
}
