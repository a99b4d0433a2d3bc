import { expect, test } from "vitest";
import { isPhotograph, turnDark } from "./night.ts";

test.each([
  ["white paper", [255, 255, 255], [0, 0, 0]],
  ["black letters", [0, 0, 0], [255, 255, 255]],
  ["grey", [100, 100, 100], [155, 155, 155]],
  ["a yellow mark is dark yellow, so that white letters on it can be read", [255, 255, 0], [38, 38, 0]],
  ["a blue link is light blue", [0, 0, 255], [219, 219, 255]],
])("%s", (_name, colour, expected) => {
  const rows = new Uint8Array(colour);
  turnDark({ width: 1, height: 1, stride: 3, rows }, []);
  expect([...rows]).toEqual(expected);
});

test("what is kept stays, whatever overlaps it and whatever the rows are padded with", () => {
  const picture = { width: 4, height: 3, stride: 14, rows: new Uint8Array(42).fill(255) };
  turnDark(picture, [
    { x0: -2, y0: 0, x1: 2, y1: 2 },
    { x0: 1, y0: 1, x1: 3, y1: 9 },
  ]);
  const row = (y: number): string =>
    [0, 1, 2, 3].map((x) => (picture.rows[y * 14 + x * 3] === 255 ? "#" : ".")).join("");
  expect([row(0), row(1), row(2)]).toEqual(["##..", "###.", ".##."]);
  expect([...picture.rows.subarray(12, 14)]).toEqual([255, 255]);
});

test.each([
  ["dark all over", "######", true],
  ["mostly paper", "#.....", false],
  ["half paper", "###...", false],
  ["mostly dark", "####..", true],
])("an area %s: a photograph %s", (_name, shades, expected) => {
  const rows = new Uint8Array([...shades].flatMap((shade) => (shade === "#" ? [90, 60, 30] : [250, 248, 246])));
  const area = { x0: 0, y0: -3, x1: 6.2, y1: 4 };
  expect(isPhotograph({ width: 6, height: 1, stride: 18, rows }, area)).toBe(expected);
});
