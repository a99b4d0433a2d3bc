import fc from "fast-check";
import { expect, test } from "vitest";
import { Signatures } from "./signatures.ts";

function among(texts: readonly string[], term: string): boolean[] {
  const signatures = new Signatures(texts.length);
  for (const [place, text] of texts.entries()) signatures.add(place, text);
  const bits = signatures.among(term);
  return texts.map((_, place) => (((bits[place >>> 5] ?? 0) >>> (place & 31)) & 1) === 1);
}

test("no text that holds the term is ever ruled out", () => {
  const letters = fc.string({ unit: fc.constantFrom(..."abc é港口م😀"), maxLength: 12 });
  fc.assert(
    fc.property(fc.array(letters, { maxLength: 80 }), letters, (texts, term) => {
      const may = among(texts, term);
      texts.forEach((text, place) => {
        if (text.includes(term)) expect(may[place]).toBe(true);
      });
    }),
  );
});

test.each([
  ["au", [true, false, true, false, false]],
  ["audit", [true, false, false, false, false]],
  ["港口", [false, false, false, true, false]],
  ["a", [true, true, true, true, true]],
  ["", [true, true, true, true, true]],
])("%j may stand in %j", (term, expected) => {
  expect(among(["the audit found", "no boat", "taut", "港口费", ""], term)).toEqual(expected);
});

test("of sentences without a pair of letters most are ruled out", () => {
  const sentence = "Nobody who sails by night has asked for a fare that rises with the fuel, and the ministry knows it";
  const texts = Array.from({ length: 200 }, (_, at) => `${sentence} ${at}`);
  const pairs = [..."qwxzjkvp"].flatMap((one) => [..."qxzjk"].map((other) => one + other));
  const kept = pairs.map((pair) => among(texts, pair).filter(Boolean).length);
  expect(kept.reduce((sum, one) => sum + one, 0)).toBeLessThan((pairs.length * texts.length) / 4);
});
