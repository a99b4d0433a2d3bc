import { expect, onTestFinished, test, vi } from "vitest";
import type { Workbench } from "../../../shared/contract/workbench.ts";
import { ChangeId, newId } from "../../../shared/model/ids.ts";
import { commit, useStore } from "./store.ts";

const edit = { table: "settings", from: null, to: { key: "a", value: 1 } } as const;
const old = newId(ChangeId);

/** A window whose commit is answered with an identifier, after `before`; news are told by `tell`. */
function window(id: ChangeId, before: () => void = () => undefined): (version: string) => void {
  const tell = (version: string): void =>
    useStore.setState(
      ({ server }) => ({ server: { ...server, version } }) as Partial<ReturnType<typeof useStore.getState>>,
    );
  const answer = async (): Promise<{ id: ChangeId }> => {
    before();
    return { id };
  };
  useStore.setState({ workbench: { commit: answer } as unknown as Workbench });
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

test("news that never come are not waited for: the library is read anew", async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const id = newId(ChangeId);
  window(id);
  const { workbench } = useStore.getState();
  const state = async (): Promise<unknown> => ({
    version: id,
    library: { papers: {}, annotations: {}, positions: {} },
  });
  useStore.setState({ workbench: { ...workbench, state } as unknown as Workbench, paper: null, content: null });
  const committed = commit("A setting", [edit]);
  await vi.advanceTimersByTimeAsync(2000);
  expect(await committed).toBe(true);
  expect(useStore.getState().server.version).toBe(id);
});
