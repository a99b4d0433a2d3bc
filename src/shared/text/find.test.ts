import fc from "fast-check";
import { expect, test } from "vitest";
import { findIn, nextPlace, placeFrom, placesNear } from "./find.ts";
import { plainWords } from "./words.ts";

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
  ["a ligature is found once, however many letters of it are meant", "a ﬀ b…", "f", ["ﬀ"]],
  ["so is an ellipsis", "a. b…", ".", [".", "…"]],
  ["a part of one is the whole of it", "the oﬃce", "fic", ["ﬃc"]],
  [
    "signs that are not seen part no word",
    "har\u00adbour\u200b, \u2067harbour\u2069",
    "harbour",
    ["har\u00adbour\u200b", "harbour\u2069"],
  ],
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
        for (const text of found) expect(text.replace(/\s+/g, " ")).toBe(words.replace(/\s+/g, " "));
      },
    ),
  );
});

test("places are in order, apart, whole characters, and all that are found say the words", () => {
  const units = fc.constantFrom(
    "a",
    "A",
    "á",
    "a\u0301",
    "ﬀ",
    "f",
    "…",
    ".",
    " ",
    "\n",
    "𝐚",
    "ß",
    "ꜱ",
    "한",
    "\u1112\u1161",
  );
  fc.assert(
    fc.property(fc.array(units, { maxLength: 30 }), fc.array(units, { minLength: 1, maxLength: 3 }), (text, words) => {
      const [whole, wanted] = [text.join(""), plainWords(words.join(""))];
      let reached = 0;
      for (const { start, end } of findIn(whole, words.join(""))) {
        expect(start).toBeGreaterThanOrEqual(reached);
        expect(end).toBeGreaterThan(start);
        expect(whole.slice(start, end).isWellFormed()).toBe(true);
        expect(plainWords(whole.slice(start, end))).toContain(wanted);
        reached = end;
      }
      if (wanted !== "") expect(reached > 0).toBe(plainWords(whole).includes(wanted));
    }),
  );
});

test("steps go round and round", () => {
  const places = findIn("a b a b a", "a");
  expect(placeFrom(places, 1)).toBe(1);
  expect(placeFrom(places, 9)).toBe(0);
  expect(placeFrom([], 3)).toBe(-1);
  expect([nextPlace(places, 2, 1), nextPlace(places, 0, -1), nextPlace([], -1, 1)]).toEqual([0, 2, -1]);
});

test("places near a stretch are those within it, and never more than can be drawn", () => {
  const places = Array.from({ length: 5000 }, (_, index) => ({ start: index * 10, end: index * 10 + 3 }));
  const starts = (from: number, to: number, offset: number) =>
    placesNear(places, { start: from, end: to }, offset).map(({ start }) => start);
  expect(starts(95, 131, 0)).toEqual([100, 110, 120, 130]);
  expect(starts(0, 60_000, 2500)).toHaveLength(600);
  expect(starts(0, 60_000, 2500)).toContain(25_000);
  expect(starts(0, 60_000, 4999)).toHaveLength(600);
  expect(starts(20_000, 30_000, 0)).toContain(25_000);
  expect(starts(60_000, 70_000, 0)).toEqual([]);
  expect(placesNear([], { start: 0, end: 9 }, -1)).toEqual([]);
  expect(starts(49_980, 90_000, 0)).toEqual([49_980, 49_990]);
});
