import fc from "fast-check";
import { expect, test } from "vitest";
import { describe as anchor, contextLength } from "./describe.ts";

test.each([
  ["a family of emoji", "a👩‍👩‍👧b", 2, 3, "👩‍👩‍👧"],
  ["a surrogate pair", "a𝒳b", 2, 3, "𝒳"],
  ["a letter and its accent", "cafe\u0301s", 3, 4, "e\u0301"],
  ["a flag", "x🇮🇹y", 3, 4, "🇮🇹"],
])("an edge never splits %s", (_what, text, start, end, quote) => {
  expect(anchor(text, [{ start, end }])[0]?.quote).toBe(quote);
});

test("a range has its words and the words around it", () => {
  const text = `${"x".repeat(50)}middle${"y".repeat(50)}`;
  const [range] = anchor(text, [{ start: 50, end: 56 }]);
  const [prefix, suffix] = ["x".repeat(contextLength), "y".repeat(contextLength)];
  expect(range).toEqual({ start: 50, end: 56, quote: "middle", prefix, suffix });
});

test("the context stops at the ends of the text", () => {
  expect(anchor("ab", [{ start: 0, end: 2 }])).toEqual([{ start: 0, end: 2, quote: "ab", prefix: "", suffix: "" }]);
});

test("ranges come in order, and those that touch or overlap are one", () => {
  const ranges = [
    { start: 10, end: 14 },
    { start: 0, end: 3 },
    { start: 3, end: 5 },
    { start: 12, end: 16 },
  ];
  expect(anchor("0123456789abcdefgh", ranges).map(({ quote }) => quote)).toEqual(["01234", "abcdef"]);
});

test("no surrogate pair is split, neither in quotes nor in contexts", () => {
  const lone = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", minLength: 1, maxLength: 120 }), fc.nat(), (text, index) => {
      const start = index % text.length;
      for (const { quote, prefix, suffix } of anchor(text, [{ start, end: start + 1 }]))
        expect([quote, prefix, suffix].some((part) => lone.test(part))).toBe(false);
    }),
  );
});
