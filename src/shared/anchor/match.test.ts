import fc from "fast-check";
import { expect, test } from "vitest";
import { describe as anchor } from "./describe.ts";
import { findQuote, match } from "./match.ts";

const text = "The fare is too low. The board says the fare is right.\nNobody asked the “crew” about it – not once.";

/** The passage of `text` from the first of `words` on, as it was described there. */
function passage(whole: string, words: string) {
  const start = whole.indexOf(words);
  const [range] = anchor(whole, [{ start, end: start + words.length }]);
  if (start < 0 || range === undefined) throw new Error(`“${words}” is not in the text.`);
  return range;
}

test.each([
  ["exactly", "The board says", 1],
  ["through other quotes and dashes", 'the "crew" about it - not once', 1],
  ["over line feeds", "is right. Nobody asked", 1],
  ["without regard to case", "THE BOARD SAYS", 1],
  ["each time it occurs", "fare is", 2],
  ["nowhere", "the harbour", 0],
  ["nowhere when it is only white space", " \n", 0],
])("a quote is found %s", (_how, quote, times) => {
  expect(findQuote(text, quote)).toHaveLength(times);
});

test.each([
  ["a ligature", "the ﬁsh market", "the fish market"],
  ["a soft hyphen", "the har­bour", "the harbour"],
  ["a no-break space", "10 000 marks", "10 000 marks"],
  ["an accent, without regard to case", "Le Café", "le cafe"],
  ["an ellipsis", "it was … said", "it was ... said"],
  ["a sigma at the end of a word", "ο δρόμος", "Ο ΔΡΌΜΟΣ"],
  ["a sharp s", "die Straße", "DIE STRASSE"],
  ["a dotless i", "ISPARTA ılıca", "isparta ilica"],
  ["an accent encoded otherwise", "Le Cafe\u0301", "Le Café"],
  ["vowel signs and tatweel", "شَرِبَ المـاءَ", "شرب الماء"],
  ["Hangul in its parts", "\u1112\u1161\u11ab국", "한국"],
])("%s does not hide a quote, and the range found is the one in the text", (_what, there, asked) => {
  const whole = `Before. ${there} After.`;
  const [found] = findQuote(whole, asked);
  expect(whole.slice(found?.start, found?.end)).toBe(there);
});

const story =
  "The council met in May. It rejects any further rise of the fare, and it will say so again in June. The rest was silence.";

test.each([
  ["stays where it was", story, "exact", "It rejects any further rise"],
  ["moves when words come before it", `A new first sentence. ${story}`, "moved", "It rejects any further rise"],
  ["keeps to its place when its words are said again", `${story} It rejects any further rise`, "exact", null],
  ["is found though words were changed", story.replace("further", "future"), "moved", "It rejects any future rise"],
  ["is found though its end is gone", story.replace(" rise of", " of"), "moved", null],
  ["is found far away", `${"Quite another tale. ".repeat(1000)}${story}`, "moved", "It rejects any further rise"],
  ["is lost when it is gone", "Another text about fish and their season in the bay of the north.", "lost", null],
  ["is lost in an empty text", "", "lost", null],
])("a passage %s", (_what, now, kind, words) => {
  const found = match(now, passage(story, "It rejects any further rise"));
  expect(found.kind).toBe(kind);
  if (words !== null && found.kind !== "lost") expect(now.slice(found.start, found.end)).toBe(words);
});

test("words in several places with equal surroundings are lost, not guessed", () => {
  const sentence = "The same words stand here again and again. ";
  const range = { ...passage(sentence, "words stand here again"), start: 5000, end: 5022 };
  expect(match(sentence.repeat(20), range)).toMatchObject({ kind: "lost", reason: expect.stringContaining("several") });
});

test("of equal words the surroundings choose", () => {
  const before = "In May the fare was raised at once. In June the board met. Later the fare was raised with regret.";
  const range = passage(before, "the fare was raised with");
  const found = match(`Preface of some length. ${before}`, {
    ...range,
    quote: "the fare was raised",
    suffix: " with regret.",
  });
  expect(found).toMatchObject({ kind: "moved", start: 24 + range.start });
});

test("a short word alone is no proof", () => {
  expect(match("Quite another fare in another text altogether.", passage(story, "fare")).kind).toBe("lost");
});

test("a quote of nothing is lost", () => {
  expect(match(story, { start: 3, end: 3, quote: "", prefix: "", suffix: "" }).kind).toBe("lost");
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

test("what is described is found again after any words were put in and taken out elsewhere", () => {
  const filler = fc.lorem({ maxCount: 60 });
  fc.assert(
    fc.property(filler, filler, filler, filler, (before, after, newBefore, newAfter) => {
      const range = passage(`${before}. ${story} ${after}`, "It rejects any further rise of the fare");
      const now = `${newBefore}. ${story} ${newAfter}`;
      const found = match(now, range);
      expect(found.kind === "lost" ? found.reason : now.slice(found.start, found.end)).toBe(range.quote);
    }),
  );
});
