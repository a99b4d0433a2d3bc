import { expect, test } from "vitest";
import { digest, digestSlowly } from "./digest.ts";

test.each([0, 1, 131_071, 131_072, 131_073, 400_000])("%i bytes are hashed the same with pauses", async (length) => {
  const bytes = Buffer.alloc(length, "a long text ");
  let pauses = 0;
  const pause = (): undefined => {
    pauses++;
  };
  expect(await digestSlowly(bytes, pause)).toBe(digest(bytes));
  expect(pauses).toBe(Math.ceil(length / 131_072));
});
