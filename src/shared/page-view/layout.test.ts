import fc from "fast-check";
import { expect, test } from "vitest";
import { layoutOf, pageAt, scaleOf, seenSize, shownPages, stepScale } from "./layout.ts";

const sizes = fc.array(
  fc.record({ width: fc.integer({ min: 50, max: 3000 }), height: fc.integer({ min: 50, max: 3000 }) }),
  {
    minLength: 1,
    maxLength: 40,
  },
);

test("a turned page is seen on its side; one without a size as A4", () => {
  expect(seenSize({ width: 300, height: 400, rotation: 90 })).toEqual({ width: 400, height: 300 });
  expect(seenSize({ width: 300, height: 400, rotation: 180 })).toEqual({ width: 300, height: 400 });
  expect(seenSize({ width: 0, height: 0, rotation: 0 })).toEqual({ width: 595, height: 842 });
});

test("fitted pages fit", () => {
  fc.assert(
    fc.property(
      sizes,
      fc.integer({ min: 200, max: 3000 }),
      fc.integer({ min: 200, max: 2000 }),
      (pages, width, height) => {
        const across = scaleOf({ kind: "width" }, pages, { width, height }, 10);
        const whole = scaleOf({ kind: "page" }, pages, { width, height }, 10);
        expect(whole).toBeLessThanOrEqual(across);
        if (across > 0.1) expect(layoutOf(pages, across, 10).width).toBeLessThanOrEqual(width - 20 + 1);
        if (whole > 0.1)
          for (const page of layoutOf(pages, whole, 10).pages) expect(page.height).toBeLessThanOrEqual(height - 20 + 1);
      },
    ),
  );
});

test("steps of the scale go up and down and end", () => {
  expect(stepScale(1, 1)).toBe(1.1);
  expect(stepScale(1, -1)).toBe(0.9);
  expect(stepScale(1.234, -1)).toBe(1.1);
  expect(stepScale(8, 1)).toBe(8);
  expect(stepScale(0.2, -1)).toBe(0.25);
});

test("every height lies on the page that is shown there", () => {
  fc.assert(
    fc.property(
      sizes,
      fc.integer({ min: 1, max: 100_000 }),
      fc.integer({ min: 1, max: 2000 }),
      (pages, top, height) => {
        const layout = layoutOf(pages, 1, 12);
        const { first, last } = shownPages(layout, top, height);
        expect(last).toBeGreaterThanOrEqual(first);
        for (const [index, page] of layout.pages.entries()) {
          const seen = page.top < top + height && page.top + page.height > top;
          if (seen) expect(index >= first && index <= last).toBe(true);
          expect(pageAt(layout, page.top)).toBe(index);
          expect(pageAt(layout, page.top + page.height - 1)).toBe(index);
        }
      },
    ),
  );
});
