import { useDeferredValue, useEffect, useMemo, useRef, useState } from "react";
import type { CoderId } from "../../../shared/model/ids.ts";
import type { Arguments, PastChange } from "../../../shared/workbench.ts";
import type { Scope } from "../state/history.ts";
import { attempt, useStore } from "../state/store.ts";

/** How many changes come at a time. */
const page = 50;

type Wanted = Readonly<{ scope: Scope; coder: CoderId | ""; words: string }>;
type Found = Readonly<{ asked: Arguments<"history">; changes: readonly PastChange[]; whole: boolean }>;

/** The newest changes that are wanted, kept up to date; `more` brings older ones, `whole` when there are none left. */
export function useChanges({ scope, coder, words }: Wanted) {
  const { workbench, server, paper, selected } = useStore();
  const text = useDeferredValue(words.trim());
  const asked = useMemo<Arguments<"history">>(
    () => ({
      ...(scope === "paper" && paper !== null ? { paper } : {}),
      ...(scope === "claim" && selected !== null ? { annotation: selected } : {}),
      ...(coder === "" ? {} : { coder }),
      ...(text === "" ? {} : { text }),
    }),
    [scope, coder, text, paper, selected],
  );
  const [found, setFound] = useState<Found>({ asked, changes: [], whole: false });
  const held = useRef(found);
  held.current = found;
  const { version } = server;
  useEffect(() => {
    let wanted = version !== undefined;
    // After a change as many are read again as were there, so that the place in the list is kept.
    const limit = Math.max(page, held.current.asked === asked ? held.current.changes.length : 0);
    void attempt(() => workbench.history({ ...asked, limit })).then((changes) => {
      if (wanted && changes !== null) setFound({ asked, changes, whole: changes.length < limit });
    });
    return () => {
      wanted = false;
    };
  }, [workbench, asked, version]);
  const more = async (): Promise<void> => {
    const before = found.changes.at(-1)?.id;
    if (before === undefined) return;
    const older = await attempt(() => workbench.history({ ...asked, limit: page, before }));
    // A change made meanwhile reads the newer ones again; these still follow the one they were asked to follow.
    if (older === null || held.current.asked !== asked || held.current.changes.at(-1)?.id !== before) return;
    setFound({ asked, changes: [...held.current.changes, ...older], whole: older.length < page });
  };
  return { changes: found.changes, whole: found.whole, more: () => void more() };
}
