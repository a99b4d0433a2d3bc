import { afterEach, expect, test, vi } from "vitest";
import { whenIdle } from "./idle.ts";

/** What asked for an idle moment. */
let asked: (() => void)[] = [];
vi.stubGlobal("requestIdleCallback", (callback: () => void) => asked.push(callback));

/** One idle moment: runs what has asked for it before. */
function idle(): void {
  const due = asked;
  asked = [];
  for (const callback of due) callback();
}

afterEach(() => {
  while (asked.length > 0) idle();
});

test("each idle moment does one piece of work, in order", () => {
  const done: string[] = [];
  for (const name of ["first", "second", "third"]) whenIdle(() => done.push(name));
  expect(done).toEqual([]);
  idle();
  expect(done).toEqual(["first"]);
  idle();
  idle();
  expect(done).toEqual(["first", "second", "third"]);
  expect(asked).toEqual([]);
});

test("cancelled work is not done, and does not hold up what comes after it", () => {
  const done: string[] = [];
  const cancel = whenIdle(() => done.push("gone"));
  whenIdle(() => done.push("stays"));
  cancel();
  idle();
  expect(done).toEqual(["stays"]);
});

test("work that fails leaves the rest to the next moment", () => {
  const done: string[] = [];
  whenIdle(() => {
    throw new Error("no");
  });
  whenIdle(() => done.push("after"));
  expect(idle).toThrow("no");
  idle();
  expect(done).toEqual(["after"]);
});
