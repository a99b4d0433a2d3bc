import { setImmediate as nextTurn } from "node:timers/promises";

/** Called again and again by long work; gives way to other work now and then. */
export type Pause = () => Promise<void> | undefined;

/** Never gives way. */
export const noPause: Pause = () => undefined;

/** How long work may go on before other work gets its turn, in milliseconds. */
const slice = 1;

/** Gives way to other work whenever some milliseconds have passed since it last did. */
export function pauses(): Pause {
  let since = performance.now();
  return () => {
    if (performance.now() - since < slice) return undefined;
    return nextTurn().then(() => {
      since = performance.now();
    });
  };
}
