import fc from "fast-check";
import { expect, test } from "vitest";
import { findIn, nextPlace, placeFrom } from "./find.ts";

const shown = (text: string, words: string): string[] =>
  findIn(text, words).map(({ start, end }) => text.slice(start, end));

test.each([
  ["case and accents do not matter", "Élan, elan and ELAN", "elan", ["Élan", "elan", "ELAN"]],
  [
    "nor do kinds of quotes and dashes",
    "the “true cost” — in 2020–21",
    '"true cost" - in 2020-21',
    ["“true cost” — in 2020–21"],
  ],
  ["nor line ends and double spaces", "every\ngate  opens", "every gate opens", ["every\ngate  opens"]],
  ["places do not overlap", "ananana", "ana", ["ana", "ana"]],
  ["Arabic and Chinese are found", "يرى المجلس 委员会认为", "委员会", ["委员会"]],
  ["no words are found nowhere", "text", "  ", []],
  ["words that are not there are not found", "text", "tent", []],
])("%s", (_name, text, words, expected) => {
  expect(shown(text, words)).toEqual(expected);
});

test("a stretch of plain text finds itself", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom("a", "b", " "), maxLength: 60 }),
      fc.nat(),
      fc.nat(),
      (text, a, b) => {
        const [start, end] = [Math.min(a, b) % (text.length + 1), Math.max(a, b) % (text.length + 1)];
        const words = text.slice(start, end).trim();
        const found = shown(text, words);
        expect(found.length > 0).toBe(words !== "");
        for (const one of found) expect(one.replace(/\s+/g, " ")).toBe(words.replace(/\s+/g, " "));
      },
    ),
  );
});

test("steps go round and round", () => {
  const places = findIn("a b a b a", "a");
  expect(placeFrom(places, 1)).toBe(1);
  expect(placeFrom(places, 9)).toBe(0);
  expect(placeFrom([], 3)).toBe(-1);
  expect([nextPlace(places, 2, 1), nextPlace(places, 0, -1), nextPlace([], -1, 1)]).toEqual([0, 2, -1]);
});
