/** Milliseconds after which work goes first though the window is never idle. */
const longest = 1000;

/** Work that waits, in the order it was asked for. */
const waiting = new Set<() => void>();
let isAsked = false;

/** Do work when the window has nothing else to do, one piece at a time. Returns a function that cancels it. */
export function whenIdle(work: () => void): () => void {
  waiting.add(work);
  ask();
  return () => {
    waiting.delete(work);
  };
}

function ask(): void {
  if (isAsked || waiting.size === 0) return;
  isAsked = true;
  requestIdleCallback(next, { timeout: longest });
}

function next(): void {
  isAsked = false;
  const [work] = waiting;
  if (work === undefined) return;
  waiting.delete(work);
  // Asked for before the work, which may fail.
  ask();
  work();
}
