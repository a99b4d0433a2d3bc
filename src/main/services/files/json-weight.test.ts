import { expect, test } from "vitest";
import { isTooHeavy } from "./json-weight.ts";

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

test.each([
  ["many lists", "[],".repeat(50)],
  ["many objects", "{},".repeat(50)],
  ["many numbers", "1,".repeat(100)],
  ["deep lists", "[".repeat(101)],
  ["many keys", '"a":1'.repeat(101)],
])("%s are too heavy", (_what, text) => {
  expect(isTooHeavy(bytesOf(text), 99)).toBe(true);
});

test("one long string is not", () => {
  expect(isTooHeavy(bytesOf(`["${"a".repeat(5_000_000)}"]`), 99)).toBe(false);
  expect(isTooHeavy(bytesOf("[1,2,3]"))).toBe(false);
});
