import { useDeferredValue, useEffect, useMemo, useState } from "react";
import type { Arguments, PastChange } from "../../../shared/contract/workbench.ts";
import type { CoderId } from "../../../shared/model/ids.ts";
import { getWorkbench } from "../client/connection.ts";
import type { Scope } from "../state/history.ts";
import { useLibrary } from "../state/library.ts";
import { useReading } from "../state/reading.ts";
import { attempt } from "../state/shell.ts";

/** How many changes come at a time. */
const page = 50;

type Wanted = Readonly<{ scope: Scope; coder: CoderId | ""; words: string }>;
type Found = Readonly<{ asked: Arguments<"history">; changes: readonly PastChange[]; whole: boolean }>;

/** The newest changes that are wanted, kept up to date; `more` brings older ones, `whole` when there are none left. */
export function useChanges({ scope, coder, words }: Wanted) {
  const workbench = getWorkbench();
  const server = useLibrary((state) => state.server);
  const paper = useReading((state) => state.paper);
  const selected = useReading((state) => state.selected);
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
  const [wish, setWish] = useState({ asked, count: page });
  // Changes made meanwhile push the older ones down, so as many as are wanted are read again from the newest.
  const limit = wish.asked === asked ? wish.count : page;
  const { version } = server;
  useEffect(() => {
    let wanted = version !== undefined;
    void attempt(() => workbench.history({ ...asked, limit })).then((changes) => {
      if (wanted && changes !== null) setFound({ asked, changes, whole: changes.length < limit });
    });
    return () => {
      wanted = false;
    };
  }, [workbench, asked, limit, version]);
  const more = (): void => setWish({ asked, count: limit + page });
  return { changes: found.changes, whole: found.whole, more };
}
