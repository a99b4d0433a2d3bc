import fc from "fast-check";
import { expect, test } from "vitest";
import { encodeGeometry, GeometryWriter, type UnitPlace } from "../../geometry/geometry.ts";
import { PageChars } from "../../pdfium/page-chars.ts";
import { Letters } from "./letters.ts";
import { Places } from "./places.ts";

const side = fc.integer({ min: -1000, max: 1000 });
const place: fc.Arbitrary<UnitPlace> = fc.option(
  fc.record({ page: fc.nat(99), box: fc.tuple(side, side, side, side) }),
);

/** Places of a text, added one by one, with room for two at first. */
function placesOf(all: readonly UnitPlace[]): Places {
  const places = new Places(2);
  for (const place of all)
    if (place === null) places.addNowhere();
    else places.add(place.page, ...place.box);
  return places;
}

const written = (places: Places): Uint8Array => {
  const geometry = new GeometryWriter();
  places.writeTo(geometry);
  return geometry.finish();
};

test("places put together, cut and repeated are written as so many places", () => {
  const some = fc.array(place, { maxLength: 20 });
  fc.assert(
    fc.property(some, some, fc.nat(5), (first, second, cut) => {
      const places = placesOf(first);
      places.append(placesOf(second));
      const all = [...first, ...second];
      for (let n = 0; n < cut; n++) {
        places.pop();
        all.pop();
      }
      const last = all.at(-1);
      if (last !== undefined) {
        places.repeat();
        all.push(last);
      }
      expect(places.length).toBe(all.length);
      expect(places.endsNowhere()).toBe(all.at(-1) === null);
      expect(written(places)).toEqual(encodeGeometry(all));
    }),
  );
});

test("a letter has the place of its box", () => {
  const chars = new PageChars(1);
  chars.place(chars.add(65, { generated: false, hyphen: false }), 1, 2, 3, 4);
  const places = new Places(0);
  places.addLetter(7, new Letters(chars, [0]), 0);
  expect(written(places)).toEqual(encodeGeometry([{ page: 7, box: [1, 2, 3, 4] }]));
});
