import type { State } from "../state/store.ts";

/** Answers whether a command can be run now and, with `run`, does it. */
export type Command = (state: State, run?: boolean) => boolean;

/** A command that can be run when a test of the state holds. */
export const commandWhen =
  (test: (state: State) => boolean, work: (state: State) => unknown): Command =>
  (state, run) => {
    if (!test(state)) return false;
    if (run) void work(state);
    return true;
  };

export const always = (work: (state: State) => unknown): Command => commandWhen(() => true, work);

export const writable = (state: State): boolean => state.server.access.mode === "write";
