import fc from "fast-check";
import { expect, test } from "vitest";
import { wordDifference } from "./word-difference.ts";

/** As it might be written: -old-, +new+. */
function shown(before: string, after: string): string {
  const signs = { same: "", old: "-", new: "+" };
  return wordDifference(before, after)
    .map(({ kind, text }) => `${signs[kind]}${text}${signs[kind]}`)
    .join("");
}

test.each([
  ["nothing", "It rejects it.", "It rejects it.", "It rejects it."],
  ["a word", "It rejects any rise.", "It rejects every rise.", "It rejects -any-+every+ rise."],
  ["a word put in", "It rejects it.", "It firmly rejects it.", "It +firmly +rejects it."],
  ["a word left out", "It firmly rejects it.", "It rejects it.", "It -firmly -rejects it."],
  [
    "neighbouring words as one",
    "It rejects any rise.",
    "It accepts every rise.",
    "It -rejects any-+accepts every+ rise.",
  ],
  ["a mark", "It is right.", "It is right?", "It is right-.-+?+"],
  ["white space not at all", "It is\nright.", "It is right.", "It is right."],
  ["a Chinese letter", "经济增长", "经济负长", "经济-增-+负+长"],
  ["everything", "One", "Two", "-One-+Two+"],
  ["something out of nothing", "", "New", "+New+"],
])("what differs is %s", (_what, before, after, expected) => {
  expect(shown(before, after)).toBe(expected);
});

test("both texts can be read in the difference, white space aside", () => {
  const words = fc.array(fc.constantFrom("a", "b", "c", " ", "  ", ".", "水", "價"), { maxLength: 40 });
  fc.assert(
    fc.property(words, words, (own, other) => {
      const parts = wordDifference(own.join(""), other.join(""));
      const read = (kind: "old" | "new"): string =>
        parts.flatMap((part) => (part.kind === "same" || part.kind === kind ? [part.text] : [])).join("");
      const plain = (text: string): string => text.replace(/\s+/g, " ");
      expect(plain(read("old"))).toBe(plain(own.join("")));
      expect(plain(read("new"))).toBe(plain(other.join("")));
    }),
  );
});
