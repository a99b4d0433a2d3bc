import { setImmediate as nextTurn, setTimeout as wait } from "node:timers/promises";
import type { Steps } from "../../../shared/model/steps.ts";

/** Called again and again by long work; gives way to other work now and then. */
export type Pause = () => Promise<void> | undefined;

/** Never gives way. */
export const noPause: Pause = () => undefined;

/** How long work may go on before other work gets its turn, in milliseconds. */
const slice = 1;
/** How long work waits at most for what is more urgent, in milliseconds: a disk may take no changes for minutes. */
const mostWaiting = 50;

/**
 * Gives way to other work whenever some milliseconds have passed since it last did. `urgent` gives what the work lets
 * finish first, undefined when there is nothing: a commit waits for the disk several times, and would find this work
 * in its way each time.
 */
export function pauses(urgent: () => Promise<unknown> | undefined = () => undefined): Pause {
  let since = performance.now();
  const giveWay = async (): Promise<void> => {
    await nextTurn();
    const other = urgent();
    if (other !== undefined) await soon(other);
    since = performance.now();
  };
  return () => (performance.now() - since < slice ? undefined : giveWay());
}

/** Do work that is in steps, with pauses between them. */
export async function inSlices<Result>(work: Steps<Result>, pause: Pause): Promise<Result> {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    const pausing = pause();
    if (pausing !== undefined) await pausing;
  }
}

async function soon(other: Promise<unknown>): Promise<void> {
  const enough = new AbortController();
  await Promise.race([other, wait(mostWaiting, undefined, { signal: enough.signal })]).catch(() => undefined);
  enough.abort();
}
