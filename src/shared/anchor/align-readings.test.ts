import fc from "fast-check";
import iconv from "iconv-lite";
import { expect, test } from "vitest";
import { alignReadings } from "./align-readings.ts";

const text = "Résumé of the café debate: the ministry’s naïve plan. Żądają obniżki cen, says «the paper» in 2021.";

/** The words of one reading where the other has some. */
function moved(before: string, after: string, words: string): string {
  const start = before.indexOf(words);
  const { start: from, end: to } = alignReadings(before, after).move({ start, end: start + words.length });
  return after.slice(from, to);
}

test.each(["Résumé", "the café debate", "ministry’s", "naïve plan.", "Żądają obniżki", "«the paper»", "2021."])(
  "%s is found where UTF-8 was read as windows-1252, and back",
  (words) => {
    const wrong = iconv.decode(Buffer.from(text), "windows-1252");
    const mangled = iconv.decode(Buffer.from(words), "windows-1252");
    expect(moved(wrong, text, mangled)).toBe(words);
    expect(moved(text, wrong, words)).toBe(mangled);
  },
);

test.each([
  ["Жители против повышения цен. Министерство считает.", "cp866", "windows-1251", "повышения цен"],
  ["Жители против повышения цен. Министерство считает.", "koi8-r", "windows-1252", "повышения цен"],
  ["Mieszkańcy są przeciwni. Żądają obniżki.", "windows-1250", "iso-8859-2", "Żądają"],
])("%s in %s, read as %s", (words, right, wrong, some) => {
  const mangled = iconv.decode(iconv.encode(words, right), wrong);
  const part = iconv.decode(iconv.encode(some, right), wrong);
  expect(moved(mangled, words, part)).toBe(some);
});

test("lines kept or joined are the same words", () => {
  const [kept, joined] = ["One line\nand two\nlines more", "One line and two lines more"];
  expect([moved(joined, kept, "line and two"), moved(kept, joined, "two\nlines")]).toEqual([
    "line\nand two",
    "two lines",
  ]);
});

test("any range of words stays those words in a reading of the same width, and is never empty in any other", () => {
  const word = fc.constantFrom("water", "plan", "É", "naïve", "Ż", "水价", "2021", "—");
  fc.assert(
    fc.property(fc.array(word, { minLength: 2, maxLength: 20 }), fc.nat(), fc.nat(), (words, a, b) => {
      const before = words.join(" ");
      const [first, last] = [
        Math.min(a % words.length, b % words.length),
        Math.max(a % words.length, b % words.length),
      ];
      const some = words.slice(first, last + 1).join(" ");
      const start = words.slice(0, first).join(" ").length + (first > 0 ? 1 : 0);
      const range = { start, end: start + some.length };
      const lines = words.join("\n\n");
      const other = alignReadings(before, lines).move(range);
      expect(lines.slice(other.start, other.end).replace(/\s+/g, " ")).toBe(some);
      const wide = iconv.decode(Buffer.from(before), "windows-1252");
      const moved = alignReadings(before, wide).move(range);
      expect(moved.end).toBeGreaterThan(moved.start);
      expect(moved.end).toBeLessThanOrEqual(wide.length);
    }),
  );
});
