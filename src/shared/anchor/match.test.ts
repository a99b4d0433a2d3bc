import fc from "fast-check";
import { expect, test } from "vitest";
import { describe as anchor } from "./describe.ts";
import { findQuote, match } from "./match.ts";

const text = "The fare is too low. The board says the fare is right.\nNobody asked the “crew” about it – not once.";

test.each([
  ["exactly", "The board says", 1],
  ["through other quotes and dashes", 'the "crew" about it - not once', 1],
  ["over line feeds", "is right. Nobody asked", 1],
  ["without regard to case", "THE BOARD SAYS", 1],
  ["each time it occurs", "fare is", 2],
  ["nowhere", "the harbour", 0],
])("a quote is found %s", (_how, quote, times) => {
  expect(findQuote(text, quote)).toHaveLength(times);
});

test.each([
  ["stays where it was", text, "exact"],
  ["moves when words come before it", `A new first sentence. ${text}`, "moved"],
  ["is found though a word was altered", text.replace("board says", "bord said"), "moved"],
  ["is lost when it is gone", "Quite another text about fish and their season in the bay of the north.", "lost"],
])("a passage %s", (_what, now, kind) => {
  const [range] = anchor(text, [{ start: text.indexOf("The board"), end: text.indexOf(" right.") }]);
  expect(range).toBeDefined();
  if (range !== undefined) expect(match(now, range).kind).toBe(kind);
});

test("words that occur in several places with equal surroundings are lost, not guessed", () => {
  const [range] = anchor("one same two", [{ start: 4, end: 8 }]);
  if (range !== undefined)
    expect(match("a same b. a same b. a same b.", { ...range, start: 40, end: 44 }).kind).toBe("lost");
});

test("what is described is found again, in any text", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", minLength: 2, maxLength: 200 }), fc.nat(), fc.nat(), (words, a, b) => {
      const [start, end] = [a % words.length, b % words.length].toSorted((x, y) => x - y) as [number, number];
      const [range] = anchor(words, [{ start, end: end + 1 }]);
      if (range === undefined) return;
      expect(words.slice(range.start, range.end)).toBe(range.quote);
      expect(match(words, range)).toMatchObject({ kind: "exact", start: range.start, end: range.end });
    }),
  );
});

test("an edge never splits a grapheme", () => {
  const [range] = anchor("a👩‍👩‍👧b", [{ start: 2, end: 3 }]);
  expect(range?.quote).toBe("👩‍👩‍👧");
});
