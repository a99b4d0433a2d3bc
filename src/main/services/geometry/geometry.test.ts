import fc from "fast-check";
import { expect, test } from "vitest";
import { areasOf, encodeGeometry, isGeometryOf, openGeometry, placeAt, type UnitPlace } from "./geometry.ts";

const hundredth = (max: number) => fc.integer({ min: -max, max }).map((n) => n / 100);
const place: fc.Arbitrary<UnitPlace> = fc.option(
  fc
    .record({ page: fc.nat(3000), x: hundredth(2_000_000), y: hundredth(2_000_000), w: fc.nat(9999), h: fc.nat(9999) })
    .map(({ page, x, y, w, h }) => ({ page, box: [x, y, x + w / 100, y + h / 100] as const })),
);

test("what is written is read back, to a hundredth, whatever it is", () => {
  fc.assert(
    fc.property(fc.array(place, { maxLength: 80 }), (places) => {
      const open = openGeometry(encodeGeometry(places));
      expect(open.length).toBe(places.length);
      for (const [index, place] of places.entries()) {
        const back = placeAt(open, index);
        expect(back?.page).toBe(place?.page);
        for (const [side, value] of (place?.box ?? []).entries()) expect(back?.box[side]).toBeCloseTo(value, 2);
      }
    }),
  );
});

/** A page of lines of eighty letters, as print is. */
function printed(units: number): UnitPlace[] {
  return Array.from({ length: units }, (_, n) => {
    const [column, row] = [n % 80, Math.floor(n / 80) % 50];
    if (column === 79) return null;
    const x = 70 + column * 5.37;
    return { page: Math.floor(n / 4000), box: [x, 720 - row * 13.2, x + 3 + ((n * 7) % 5) * 0.8, 732 - row * 13.2] };
  });
}

test("many parts: every unit is found, at most 6 bytes each", () => {
  const places = printed(50_000);
  const bytes = encodeGeometry(places);
  expect(bytes.length / places.length).toBeLessThan(6);
  const open = openGeometry(bytes);
  for (const index of [0, 79, 16_383, 16_384, 32_768, 49_999])
    expect(placeAt(open, index)?.page).toBe(places[index] === null ? undefined : Math.floor(index / 4000));
  expect([placeAt(open, -1), placeAt(open, 50_000)]).toEqual([null, null]);
});

test("a passage over a page break has its lines on both pages", () => {
  const areas = areasOf(openGeometry(encodeGeometry(printed(8000))), [{ start: 3900, end: 4100 }]);
  expect(areas.map(({ page, quads }) => [page, quads.length])).toEqual([
    [0, 2],
    [1, 2],
  ]);
  const [first] = areas[1]?.quads ?? [];
  expect(first?.[1]).toBeCloseTo(732, 1);
});

test("of any damage it is said that there is some, or a place is found", () => {
  const whole = encodeGeometry(printed(2000));
  const damage = fc.tuple(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }));
  fc.assert(
    fc.property(fc.array(damage, { minLength: 1, maxLength: 3 }), fc.nat(2100), (damages, index) => {
      const bytes = Uint8Array.from(whole);
      for (const [byte, by] of damages) bytes[byte] = (bytes[byte] ?? 0) ^ by;
      try {
        const place = placeAt(openGeometry(bytes), index);
        expect(place === null || place.box.every(Number.isFinite)).toBe(true);
      } catch (error) {
        expect(error).toMatchObject({ code: "damaged" });
      }
    }),
    { numRuns: 300 },
  );
});

test.each([
  ["nothing", new Uint8Array()],
  ["other bytes", Buffer.from("not geometry at all")],
  ["a file cut off", encodeGeometry(printed(20_000)).slice(0, -5)],
])("%s is refused as damaged", (_name, bytes) => {
  expect(() => openGeometry(bytes)).toThrow(/damaged on disk/);
});

test("geometry belongs to a text of its length on its pages, and can be read to its end", () => {
  const bytes = encodeGeometry(printed(20_000));
  const content = (units: number, pages: number) => ({ text: "x".repeat(units), pages: Array(pages).fill(null) });
  expect(isGeometryOf(bytes, content(20_000, 5))).toBe(true);
  expect(isGeometryOf(bytes, content(19_999, 5))).toBe(false);
  expect(isGeometryOf(bytes, content(20_000, 4))).toBe(false);
  const holed = Buffer.from(bytes);
  holed.fill(0xff, holed.length - 400, holed.length - 200);
  expect(isGeometryOf(holed, content(20_000, 5))).toBe(false);
});
