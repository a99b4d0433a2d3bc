import { expect, test } from "vitest";
import { alignWords } from "./align-words.ts";
import { findSimilar } from "./find-similar.ts";
import { Vocabulary, wordsIn } from "./text-words.ts";

/** The words that are most like a passage, in a later text none of which is aligned with anything. */
function similar(passage: string, after: string): string | null {
  const vocabulary = new Vocabulary();
  const before = vocabulary.read(passage);
  const later = vocabulary.read(after);
  const bare = alignWords(before, vocabulary.read(""));
  const alignment = { ...bare, after: later, origin: new Int32Array(later.ids.length).fill(-1) };
  const found = findSimilar(alignment, ...wordsIn(before, { start: 0, end: passage.length }));
  return found === null ? null : after.slice(later.starts[found.from], later.ends[found.to - 1]);
}

const passage = "the board rejects any further rise of the fare in June";
const filler = "Nobody else had much to say on boats or weather. ".repeat(20);

test.each([
  ["with every second word replaced", "the body rejects a further hike of this fare next June"],
  ["with words put in", "the board firmly rejects any and every further rise of the ferry fare in early June"],
  ["with words left out", "the board rejects any rise of the fare"],
])("a passage %s is found among other words", (_what, there) => {
  expect(similar(passage, `${filler}${there}. ${filler}`)).toBe(there);
});

test("the place with most of its words wins", () => {
  const poor = "the board rejects the talk of a rise";
  const good = "the board rejects any new rise of the fare in June";
  expect(similar(passage, `${poor}. ${filler}${good}. ${filler}`)).toBe(good);
});

test("nothing is found of a passage of few words, or in a text without any of them", () => {
  expect(similar("any further rise of fares", `${filler}any further rise of fares`)).toBeNull();
  expect(similar(passage, "水價上漲")).toBeNull();
  expect(similar(passage, "")).toBeNull();
});
