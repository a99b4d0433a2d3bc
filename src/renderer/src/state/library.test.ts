import { expect, onTestFinished, test, vi } from "vitest";
import type { Host } from "../../../shared/contract/host.ts";
import type { Workbench } from "../../../shared/contract/workbench.ts";
import { ChangeId, newId } from "../../../shared/model/ids.ts";
import { setConnection } from "../client/connection.ts";
import { commit, useLibrary } from "./library.ts";

const edit = { table: "settings", from: null, to: { key: "a", value: 1 } } as const;
const old = newId(ChangeId);

function connectTo(workbench: object): void {
  setConnection({ workbench: workbench as Workbench, host: {} as Host });
}

/** A window whose commit is answered with an identifier, after `before`; `tell` delivers news. */
function window(id: ChangeId, before: () => void = () => undefined): (version: string) => void {
  const tell = (version: string): void => useLibrary.setState(({ server }) => ({ server: { ...server, version } }));
  const answer = async (): Promise<{ id: ChangeId }> => {
    before();
    return { id };
  };
  connectTo({ commit: answer });
  tell(old);
  return tell;
}

test("a commit is done when the window has heard of it, not when it is answered", async () => {
  const id = newId(ChangeId);
  const tell = window(id);
  let done = false;
  const committed = commit("A setting", [edit]).then((kept) => {
    done = true;
    return kept;
  });
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(done).toBe(false);
  tell(id);
  expect(await committed).toBe(true);
});

test.each([
  { name: "of it", later: false },
  { name: "of a later one too", later: true },
])("news $name may come before the answer", async ({ later }) => {
  const id = newId(ChangeId);
  const tell = window(id, () => tell(later ? newId(ChangeId) : id));
  expect(await commit("A setting", [edit])).toBe(true);
});

test("news that never comes is not waited for: the library is read again", async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const id = newId(ChangeId);
  window(id);
  const state = async (): Promise<unknown> => ({
    version: id,
    library: { papers: {}, annotations: {}, positions: {} },
  });
  connectTo({ commit: async () => ({ id }), state });
  const committed = commit("A setting", [edit]);
  await vi.advanceTimersByTimeAsync(2000);
  expect(await committed).toBe(true);
  expect(useLibrary.getState().server.version).toBe(id);
});
