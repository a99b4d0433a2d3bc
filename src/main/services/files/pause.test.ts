import { setImmediate as nextTurn } from "node:timers/promises";
import { expect, onTestFinished, test, vi } from "vitest";
import type { Steps } from "../../../shared/model/steps.ts";
import { inSlices, noPause, pauses } from "./pause.ts";

/** Time goes by only when the test says so. Returns the function that says it, in milliseconds. */
function stoppedTime(): (milliseconds: number) => void {
  vi.useFakeTimers({ toFake: ["performance"] });
  onTestFinished(() => void vi.useRealTimers());
  return (milliseconds) => void vi.advanceTimersByTime(milliseconds);
}

test("without pauses nothing ever gives way", () => {
  expect(noPause()).toBeUndefined();
});

test("work gives way when its time is up, and has as much again afterwards", async () => {
  const goBy = stoppedTime();
  const pause = pauses();
  expect(pause()).toBeUndefined();
  goBy(0.5);
  expect(pause()).toBeUndefined();
  goBy(0.5);
  const pausing = pause();
  expect(pausing).toBeInstanceOf(Promise);
  goBy(20);
  await pausing;
  expect(pause()).toBeUndefined();
  goBy(1);
  expect(pause()).toBeInstanceOf(Promise);
});

test("other work gets its turn in a pause", async () => {
  const goBy = stoppedTime();
  const pause = pauses();
  const log: string[] = [];
  const other = nextTurn().then(() => log.push("other"));
  goBy(2);
  await pause();
  log.push("after the pause");
  await other;
  expect(log).toEqual(["other", "after the pause"]);
});

test.each(["resolve", "reject"] as const)("a pause lasts until what is urgent is over (%s)", async (how) => {
  const goBy = stoppedTime();
  const urgent = Promise.withResolvers<void>();
  const asked = vi.fn(() => urgent.promise);
  const pause = pauses(asked);
  expect(pause()).toBeUndefined();
  expect(asked).not.toHaveBeenCalled();
  goBy(2);
  let over = false;
  const pausing = Promise.resolve(pause()).then(() => {
    over = true;
  });
  await nextTurn();
  await nextTurn();
  expect(asked).toHaveBeenCalledTimes(1);
  expect(over).toBe(false);
  urgent[how](new Error("the disk is full") as never);
  await pausing;
  expect(over).toBe(true);
});

test("nothing urgent is not waited for", async () => {
  const goBy = stoppedTime();
  const asked = vi.fn(() => undefined);
  const pause = pauses(asked);
  goBy(2);
  await pause();
  expect(asked).toHaveBeenCalledTimes(1);
});

function* steps(log: string[]): Steps<string> {
  for (const name of ["first", "second", "third"]) {
    log.push(name);
    yield;
  }
  return "result";
}

test("work in steps waits for each pause before it goes on", async () => {
  const log: string[] = [];
  const pausing = Promise.withResolvers<void>();
  const pause = vi.fn((): Promise<void> | undefined => (log.length === 2 ? pausing.promise : undefined));
  const result = inSlices(steps(log), pause);
  await nextTurn();
  expect(log).toEqual(["first", "second"]);
  pausing.resolve();
  expect(await result).toBe("result");
  expect(log).toEqual(["first", "second", "third"]);
  expect(pause).toHaveBeenCalledTimes(3);
});

test("without pauses work in steps is done at once", () => {
  const log: string[] = [];
  void inSlices(steps(log), noPause);
  expect(log).toEqual(["first", "second", "third"]);
});

test("what the work or a pause throws ends it", async () => {
  function* failing(): Steps<string> {
    yield;
    throw new Error("the work failed");
  }
  await expect(inSlices(failing(), noPause)).rejects.toThrow("the work failed");
  const log: string[] = [];
  await expect(inSlices(steps(log), () => Promise.reject(new Error("cancelled")))).rejects.toThrow("cancelled");
  expect(log).toEqual(["first"]);
});
