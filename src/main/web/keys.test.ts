import { expect, test } from "vitest";
import { Keys } from "./keys.ts";

test("the key of an address lets in once; others and wrong ones not at all", () => {
  const keys = new Keys();
  const [first, second] = [keys.newEntry(), keys.newEntry()];
  for (const wrong of [undefined, "", first.slice(1), `${first}A`, keys.window])
    expect(keys.takeEntry(wrong)).toBe(false);
  expect([keys.takeEntry(first), keys.takeEntry(first), keys.takeEntry(second)]).toEqual([true, false, true]);
});

test("only the key of the window calls", () => {
  const keys = new Keys();
  const entry = keys.newEntry();
  expect(keys.isWindow(keys.window)).toBe(true);
  for (const wrong of [undefined, "", entry, keys.window.slice(1), `${keys.window}A`, new Keys().window])
    expect(keys.isWindow(wrong)).toBe(false);
});
