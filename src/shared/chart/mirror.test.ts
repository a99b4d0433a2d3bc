import { expect, test } from "vitest";
import { inDirection } from "./mirror.ts";
import type { Picture } from "./picture.ts";

const picture: Picture = {
  title: "Issues",
  width: 100,
  height: 40,
  shapes: [
    { kind: "text", x: 4, y: 10, text: "Fares", size: 12, anchor: "start", paint: "ink" },
    { kind: "text", x: 60, y: 10, text: "Harbour", size: 12, anchor: "start", paint: "ink", turned: -45 },
    { kind: "text", x: 90, y: 10, text: "16", size: 12, anchor: "middle", paint: "ink" },
    { kind: "rect", x: 30, y: 2, width: 12, height: 12, paint: "supports", title: "Fares, supports: 3" },
    { kind: "circle", x: 80, y: 6, radius: 5, paint: "mixed" },
    { kind: "line", x1: 0, y1: 20, x2: 70, y2: 22, width: 1, paint: "line" },
  ],
};

test("from left to right a picture stays as it was drawn", () => {
  expect(inDirection(picture, "ltr")).toBe(picture);
});

test("from right to left every shape is as far from the right edge as it was from the left", () => {
  expect(inDirection(picture, "rtl").shapes).toEqual([
    { kind: "text", x: 96, y: 10, text: "Fares", size: 12, anchor: "end", paint: "ink" },
    { kind: "text", x: 40, y: 10, text: "Harbour", size: 12, anchor: "end", paint: "ink", turned: 45 },
    { kind: "text", x: 10, y: 10, text: "16", size: 12, anchor: "middle", paint: "ink" },
    { kind: "rect", x: 58, y: 2, width: 12, height: 12, paint: "supports", title: "Fares, supports: 3" },
    { kind: "circle", x: 20, y: 6, radius: 5, paint: "mixed" },
    { kind: "line", x1: 100, y1: 20, x2: 30, y2: 22, width: 1, paint: "line" },
  ]);
});

test("mirrored twice a picture is as before", () => {
  expect(inDirection(inDirection(picture, "rtl"), "rtl")).toEqual(picture);
});
