import { expect, test, vi } from "vitest";
import type { News, Workbench } from "../../shared/contract/workbench.ts";
import { message } from "../../shared/messages/message.ts";
import { WorkbenchError } from "../../shared/model/errors.ts";
import { comingWorkbench } from "./coming-workbench.ts";

/** A workbench that counts in `state` how often it was asked, and announces news by hand. */
function fakeWorkbench() {
  const listeners = new Set<(news: News) => void>();
  const state = vi.fn(async () => "the state");
  const subscribe = (listener: (news: News) => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  return { workbench: { state, subscribe } as unknown as Workbench, state, listeners };
}

test("calls wait until the library is open", async () => {
  const { promise, resolve } = Promise.withResolvers<Workbench>();
  const { workbench, state } = fakeWorkbench();
  const answer = comingWorkbench(promise).state({});
  expect(state).not.toHaveBeenCalled();
  resolve(workbench);
  expect(await answer).toBe("the state");
});

test("who subscribed before a call hears what is announced right after its answer", async () => {
  const { promise, resolve } = Promise.withResolvers<Workbench>();
  const { workbench, listeners } = fakeWorkbench();
  const coming = comingWorkbench(promise);
  const heard: string[] = [];
  coming.subscribe((news) => heard.push(news.kind));
  const answer = coming.state({});
  resolve(workbench);
  await answer;
  for (const listener of listeners) listener({ kind: "reload", reason: message("general.cancelled") });
  expect(heard).toEqual(["reload"]);
});

test("a subscription that has ended stays ended, before and after the library opens", async () => {
  const { promise, resolve } = Promise.withResolvers<Workbench>();
  const { workbench, listeners } = fakeWorkbench();
  const coming = comingWorkbench(promise);
  coming.subscribe(() => undefined)();
  const stop = coming.subscribe(() => undefined);
  resolve(workbench);
  await coming.state({});
  expect(listeners.size).toBe(1);
  stop();
  expect(listeners.size).toBe(0);
});

test("calls fail as opening the library did", async () => {
  const failure = new WorkbenchError("readOnly", message("library.newer"));
  const coming = comingWorkbench(Promise.reject(failure));
  coming.subscribe(() => undefined);
  await expect(coming.state({})).rejects.toBe(failure);
});
