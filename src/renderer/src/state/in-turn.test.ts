import { expect, test } from "vitest";
import { inTurn } from "./in-turn.ts";

test("work is done in the order it is asked for, a slow one first, and one that fails stops nothing", async () => {
  const done: string[] = [];
  const slow = inTurn(async () => {
    await new Promise((resolve) => setImmediate(resolve));
    done.push("slow");
    return 1;
  });
  const failing = inTurn(async () => {
    done.push("failing");
    throw new Error("no");
  });
  const last = inTurn(async () => done.push("last"));
  await expect(failing).rejects.toThrow("no");
  expect(await Promise.all([slow, last])).toEqual([1, 3]);
  expect(done).toEqual(["slow", "failing", "last"]);
});
