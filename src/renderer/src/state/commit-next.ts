import type { Edit } from "../../../shared/change/edit.ts";
import type { Library } from "../../../shared/model/library.ts";
import { attempt, useStore } from "./store.ts";

let turn: Promise<unknown> = Promise.resolve();

/** How long to wait for the news of a change of one's own, in milliseconds. */
const patience = 3000;

/**
 * Alter the library by edits made of it as it is when their turn has come: after the changes asked for before have
 * arrived. For fields that are left one after the other, quicker than the news of the first comes back. No edits: nothing
 * is done. A failure becomes a message, and false.
 */
export function commitNext(label: string, make: (library: Library) => readonly Edit[]): Promise<boolean> {
  const work = turn.then(() => alter(label, make));
  turn = work;
  return work;
}

async function alter(label: string, make: (library: Library) => readonly Edit[]): Promise<boolean> {
  const change = await attempt(async () => {
    const { library, workbench } = useStore.getState();
    const edits = make(library);
    return edits.length === 0 ? "nothing" : await workbench.commit({ label, edits: [...edits] });
  });
  if (change !== null && change !== "nothing") await arrived(change.id);
  return change !== null;
}

function arrived(change: string): Promise<void> {
  return new Promise((resolve) => {
    const stop = useStore.subscribe(({ server }) => server.version === change && done());
    const timer = setTimeout(() => done(), patience);
    const done = (): void => {
      stop();
      clearTimeout(timer);
      resolve();
    };
    if (useStore.getState().server.version === change) done();
  });
}
