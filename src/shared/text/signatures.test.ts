import fc from "fast-check";
import { expect, test } from "vitest";
import { Signatures } from "./signatures.ts";

function filled(texts: readonly string[]): Signatures {
  const signatures = new Signatures(texts.length);
  for (const [place, text] of texts.entries()) signatures.add(place, text);
  return signatures;
}

function among(texts: readonly string[], term: string): boolean[] {
  const { places } = filled(texts).among(term);
  return texts.map((_, place) => (((places[place >>> 5] ?? 0) >>> (place & 31)) & 1) === 1);
}

test("no text that holds the term is ever ruled out, and all others are where the answer is exact", () => {
  const letters = fc.string({ unit: fc.constantFrom(..."abc é港口م😀"), maxLength: 12 });
  fc.assert(
    fc.property(fc.array(letters, { maxLength: 80 }), letters, (texts, term) => {
      const may = among(texts, term);
      const { exact } = filled(texts).among(term);
      texts.forEach((text, place) => {
        if (exact || text.includes(term)) expect(may[place]).toBe(text.includes(term));
      });
    }),
  );
});

test.each([
  ["au", [true, false, true, false, false], false],
  ["audit", [true, false, false, false, false], false],
  ["港口", [false, false, false, true, false], false],
  ["港", [false, false, false, true, false], false],
  ["a", [true, true, true, false, false], true],
  ["b", [false, true, false, false, false], true],
  ["", [true, true, true, true, true], false],
])("%j may be in %j; that is exact: %s", (term, expected, exact) => {
  const texts = ["the audit found", "no boat", "taut", "港口费", ""];
  expect(among(texts, term)).toEqual(expected);
  expect(filled(texts).among(term).exact).toBe(exact);
});

test("of sentences without a pair of letters most are ruled out", () => {
  const sentence = "Nobody who sails by night has asked for a fare that rises with the fuel, and the ministry knows it";
  const texts = Array.from({ length: 200 }, (_, index) => `${sentence} ${index}`);
  const pairs = [..."qwxzjkvp"].flatMap((text) => [..."qxzjk"].map((other) => text + other));
  const kept = pairs.map((pair) => among(texts, pair).filter(Boolean).length);
  expect(kept.reduce((sum, value) => sum + value, 0)).toBeLessThan((pairs.length * texts.length) / 4);
});

test("after any changes they say what new signatures say", () => {
  const letters = fc.string({ unit: fc.constantFrom(..."abc é港"), maxLength: 6 });
  const change = fc.record({
    from: fc.nat(80),
    less: fc.nat(40),
    more: fc.array(letters, { maxLength: 70, size: "max" }),
  });
  fc.assert(
    fc.property(
      fc.array(letters, { maxLength: 80, size: "max" }),
      fc.array(change, { maxLength: 4 }),
      letters,
      (texts, changes, term) => {
        const signatures = filled(texts);
        let now = texts;
        for (const { from, less, more } of changes) {
          const start = Math.min(from, now.length);
          const removed = Math.min(less, now.length - start);
          signatures.replace({ start, removed, added: more.length });
          for (const [index, text] of more.entries()) signatures.add(start + index, text);
          now = now.toSpliced(start, removed, ...more);
        }
        expect(signatures.among(term)).toEqual(filled(now).among(term));
      },
    ),
  );
});
