import { expect, test } from "vitest";
import { heldWhileUsed, readBriefly } from "./held-records.ts";

/** A reader that counts how often it reads. */
function counting(count: number) {
  const seen = { reads: 0 };
  const read = heldWhileUsed(count, () => ({ read: ++seen.reads }));
  return { seen, read };
}

test("what is in use is read once", () => {
  const { seen, read } = counting(10);
  expect([read(), read(), seen.reads]).toEqual([{ read: 1 }, { read: 1 }, 1]);
  expect(read()).toBe(read());
});

test("what is read briefly is read once for it, and again afterwards", () => {
  const { seen, read } = counting(10);
  readBriefly(() => {
    const first = read();
    readBriefly(() => expect(read()).toBe(first));
    expect(read()).toBe(first);
  });
  expect(seen.reads).toBe(1);
  const second = read();
  expect(seen.reads).toBe(2);
  expect(readBriefly(read)).toBe(second);
  expect(() =>
    readBriefly(() => {
      throw new Error("no");
    }),
  ).toThrow("no");
  expect(read()).toBe(second);
});

test("more than fit are read again and again without an end", () => {
  const readers = Array.from({ length: 30 }, () => counting(50_000));
  for (let round = 0; round < 3; round++) for (const { read } of readers) expect(read().read).toBeGreaterThan(0);
});
