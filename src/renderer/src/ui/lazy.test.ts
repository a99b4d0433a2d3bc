import { expect, test } from "vitest";
import { lazy, present } from "./lazy.ts";

const View = (): null => null;

test("a module is loaded once, when it is first wanted", async () => {
  let loads = 0;
  const view = lazy(async () => {
    loads++;
    return View;
  });
  expect([view.loaded(), loads]).toEqual([null, 0]);
  await Promise.all([view.load(), view.load()]);
  await view.load();
  expect([view.loaded(), loads]).toEqual([View, 1]);
});

test("a load that failed is tried again", async () => {
  let isDown = true;
  const view = lazy(async () => {
    if (isDown) throw new Error("down");
    return View;
  });
  await expect(view.load()).rejects.toThrow("down");
  expect(view.loaded()).toBe(null);
  isDown = false;
  await view.load();
  expect(view.loaded()).toBe(View);
});

test("what is part of the first load is there at once", async () => {
  const view = present(View);
  expect(view.loaded()).toBe(View);
  await view.load();
});
