import { useLayoutEffect, useState } from "react";

/** What is loaded when it is first wanted. */
export type Lazy<Part> = Readonly<{
  /** The part once it is there, else null. */
  loaded: () => Part | null;
  /** Load it, once; a failed load is tried again when the part is next wanted. */
  load: () => Promise<unknown>;
}>;

/** What comes with `load`. */
export function lazy<Part>(load: () => Promise<Part>): Lazy<Part> {
  let part: Part | null = null;
  let loading: Promise<unknown> | null = null;
  return {
    loaded: () => part,
    load: () => {
      loading ??= load().then(
        (loaded) => {
          part = loaded;
        },
        (error: unknown) => {
          loading = null;
          throw error;
        },
      );
      return loading;
    },
  };
}

/** What is there from the beginning. */
export function present<Part>(part: Part): Lazy<Part> {
  return { loaded: () => part, load: async () => undefined };
}

/**
 * What is wanted, or null until it is loaded; the component is drawn again then. `onFailure` is called when it
 * cannot be loaded.
 */
export function useLoaded<Part>(wanted: Lazy<Part> | null, onFailure: () => void): Part | null {
  const [, drawAgain] = useState<object>();
  const part = wanted?.loaded() ?? null;
  const isMissing = part === null;
  useLayoutEffect(() => {
    if (wanted === null || !isMissing) return undefined;
    let isWanted = true;
    wanted.load().then(
      () => isWanted && drawAgain({}),
      () => isWanted && onFailure(),
    );
    return () => {
      isWanted = false;
    };
  }, [wanted, isMissing, onFailure]);
  return part;
}

/** Load parts one after the other while the window has nothing to do, so that the first use of each finds it there. */
export function loadWhenIdle(parts: readonly Lazy<unknown>[]): void {
  const [next, ...others] = parts;
  if (next === undefined) return;
  const load = async (): Promise<void> => {
    // A part that cannot be loaded now says so when it is wanted.
    await next.load().catch(() => undefined);
    loadWhenIdle(others);
  };
  requestIdleCallback(() => void load(), { timeout: 2000 });
}
