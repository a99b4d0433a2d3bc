import { expect, onTestFinished, test, vi } from "vitest";
import type { ChangeLabel } from "../../../shared/change/label.ts";
import type { Host } from "../../../shared/contract/host.ts";
import type { Workbench } from "../../../shared/contract/workbench.ts";
import { message } from "../../../shared/messages/message.ts";
import { ChangeId, newId } from "../../../shared/model/ids.ts";
import { setConnection } from "../client/connection.ts";
import { commit, takeChange, useLibrary } from "./library.ts";
import { memoryStorage } from "./window.cases.ts";

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
  memoryStorage();
  const opening = async (): Promise<unknown> => ({
    state: { version: id, library: { papers: {}, annotations: {}, positions: {} } },
    missing: [],
  });
  connectTo({ commit: async () => ({ id }), opening });
  const committed = commit("A setting", [edit]);
  await vi.advanceTimersByTimeAsync(2000);
  expect(await committed).toBe(true);
  expect(useLibrary.getState().server.version).toBe(id);
});

const label = (name: string) => message("change.actor", { name });

/** News of a change that sets a setting, with the labels of what can be undone and redone after it. */
function hear(key: string, undo: ChangeLabel | null, redo: ChangeLabel | null): ChangeId {
  const id = newId(ChangeId);
  const { coder } = useLibrary.getState().server;
  const time = "2026-01-02T03:04:05Z";
  const edits = [{ table: "settings", from: null, to: { key, value: 1 } } as const];
  const change = { id, at: time, coder, label: label("of the change"), edits, undoes: null };
  takeChange({ number: useLibrary.getState().server.last + 1, change, undo, redo });
  return id;
}

test.each<[string, ChangeLabel | null, ChangeLabel | null]>([
  ["something to undo", label("one"), null],
  ["something to redo", null, label("two")],
  ["both", label("one"), label("two")],
  ["neither", null, null],
  ["labels of an older version", "Code a claim", "Add a position"],
])("what can be undone and redone is what the news of a change say: %s", (_, undo, redo) => {
  useLibrary.setState(useLibrary.getInitialState(), true);
  hear("before", label("old undo"), label("old redo"));
  const version = hear("after", undo, redo);
  const { server, library, saved } = useLibrary.getState();
  expect({ undo: server.undo, redo: server.redo, version: server.version }).toEqual({ undo, redo, version });
  expect(Object.keys(library.settings)).toEqual(["before", "after"]);
  expect(saved).not.toBeNull();
});

test("news that do not fit the window's copy change nothing, neither the library nor the labels", () => {
  useLibrary.setState(useLibrary.getInitialState(), true);
  hear("a", label("one"), null);
  const before = useLibrary.getState();
  expect(() => hear("a", label("two"), label("three"))).toThrow(expect.objectContaining({ code: "conflict" }));
  expect(useLibrary.getState()).toBe(before);
});
