import fc from "fast-check";
import { expect, test } from "vitest";
import { listPlace } from "./list-place.ts";

const box = (left: number, top: number, width: number, height: number) => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});
const wide = { width: 1440, height: 900 };

test.each([
  ["at the end where lines end", box(300, 200, 470, 300), wide, false, "right"],
  ["at the other side in a window from right to left", box(400, 200, 470, 300), wide, true, "left"],
  ["on the only side with room", box(900, 200, 470, 300), wide, false, "left"],
  ["below where neither side has room", box(100, 20, 470, 300), { width: 720, height: 620 }, false, "below"],
  ["above where only there is room", box(100, 250, 470, 300), { width: 720, height: 620 }, false, "above"],
  ["within the form in a small window", box(100, 60, 470, 360), { width: 720, height: 450 }, false, "inside"],
] as const)("a list is %s", (_, form, window, rightToLeft, place) => {
  expect(listPlace(form, window, rightToLeft)).toBe(place);
});

test("outside of the form there is always room for the list", () => {
  const side = fc.integer({ min: 0, max: 1600 });
  fc.assert(
    fc.property(side, side, side, side, fc.boolean(), (left, top, width, height, rightToLeft) => {
      const [form, window] = [box(left, top, width / 2, height / 2), { width: 1600, height: 900 }];
      const place = listPlace(form, window, rightToLeft);
      if (place === "right") expect(window.width - form.right).toBeGreaterThanOrEqual(308);
      if (place === "left") expect(form.left).toBeGreaterThanOrEqual(308);
      if (place === "below") expect(window.height - form.bottom).toBeGreaterThanOrEqual(128);
      if (place === "above") expect(form.top).toBeGreaterThanOrEqual(128);
    }),
  );
});
