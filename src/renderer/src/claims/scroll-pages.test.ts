import fc from "fast-check";
import { expect, test } from "vitest";
import { scrollPages, tallest } from "./scroll-pages.ts";

test("a list that can be laid out is scrolled as it is", () => {
  const pages = scrollPages(tallest);
  expect([pages.height, pages.at(5000), pages.leapt(70_000, 800)]).toEqual([
    tallest,
    { scrollTop: 5000, offset: 0 },
    { scrollTop: 70_000, offset: 0 },
  ]);
  expect(scrollPages(0).at(0)).toEqual({ scrollTop: 0, offset: 0 });
});

/** A million claims. */
const million = 56_000_000;

test("the ends of the scroll bar are those of the list", () => {
  const { height, leapt } = scrollPages(million);
  expect(height).toBe(tallest);
  expect(leapt(0, 800)).toEqual({ scrollTop: 0, offset: 0 });
  expect(leapt(height - 800, 800)).toEqual({ scrollTop: height - 800, offset: million - height });
  const { scrollTop, offset } = leapt(height / 2, 800);
  expect((scrollTop + offset) / million).toBeCloseTo(0.5, 2);
});

test("each place of a list is shown within what is laid out, and is that place", () => {
  const total = fc.integer({ min: tallest + 1, max: 1_000_000_000 });
  fc.assert(
    fc.property(total, fc.double({ min: 0, max: 1, noNaN: true }), (all, share) => {
      const place = Math.floor(share * (all - 800));
      const { at, height } = scrollPages(all);
      const { scrollTop, offset } = at(place);
      expect(scrollTop + offset).toBe(place);
      expect(scrollTop).toBeGreaterThanOrEqual(0);
      expect(scrollTop).toBeLessThanOrEqual(height - 800);
      // Scrolled on by a little, it shows what is a little further.
      const next = at(place + 34);
      expect(next.scrollTop + next.offset).toBe(place + 34);
    }),
  );
});

test("leaps down the scroll bar go down the list", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: tallest - 800 }), { minLength: 2 }), (tops) => {
      const places = tops
        .toSorted((a, b) => a - b)
        .map((top) => {
          const { scrollTop, offset } = scrollPages(million).leapt(top, 800);
          return scrollTop + offset;
        });
      expect(places).toEqual(places.toSorted((a, b) => a - b));
      expect(Math.max(...places)).toBeLessThanOrEqual(million - 800);
    }),
  );
});
