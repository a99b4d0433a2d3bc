import { expect, test } from "vitest";
import { atOnce, type Steps } from "./steps.ts";

function* counting(last: number, done: number[] = []): Steps<string> {
  for (let step = 1; step <= last; step++) {
    done.push(step);
    yield;
  }
  return `counted to ${last}`;
}

test.each([0, 1, 25])("work of %i steps is all done, and gives its result", (last) => {
  const done: number[] = [];
  expect(atOnce(counting(last, done))).toBe(`counted to ${last}`);
  expect(done).toEqual(Array.from({ length: last }, (_, index) => index + 1));
});

test("work within work is done as well", () => {
  function* twice(): Steps<readonly string[]> {
    return [yield* counting(2), yield* counting(3)];
  }
  expect(atOnce(twice())).toEqual(["counted to 2", "counted to 3"]);
});

test("nothing is a result too", () => {
  function* nothing(): Steps<undefined> {
    yield;
    return undefined;
  }
  expect(atOnce(nothing())).toBeUndefined();
});

test("what the work throws is thrown, after the steps before", () => {
  const done: number[] = [];
  function* failing(): Steps<string> {
    yield* counting(2, done);
    throw new Error("no third step");
  }
  expect(() => atOnce(failing())).toThrow("no third step");
  expect(done).toEqual([1, 2]);
});
