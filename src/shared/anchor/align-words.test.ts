import fc from "fast-check";
import { expect, test } from "vitest";
import { alignWords, type WordAlignment } from "./align-words.ts";
import { Vocabulary } from "./text-words.ts";

function aligned(before: string, after: string): WordAlignment {
  const vocabulary = new Vocabulary();
  return alignWords(vocabulary.read(before), vocabulary.read(after));
}

/** The words that those of the first text became, `–` for none, `*` after one that was moved, `~` after one edited. */
function shown(before: string, after: string): string {
  const { image, isMoved, isAltered, after: words } = aligned(before, after);
  return Array.from(image, (there, index) => {
    if (there < 0) return "–";
    const word = after.slice(words.starts[there], words.ends[there]);
    return `${word}${isMoved[index] === 1 ? "*" : ""}${isAltered[index] === 1 ? "~" : ""}`;
  }).join(" ");
}

const sentence = "the council met in May";
const two = "nobody asked about the fare";

test.each([
  ["equal texts", sentence, sentence, sentence],
  ["a word replaced", sentence, "the council sat in May", "the council – in May"],
  ["a word left out", sentence, "the council in May", "the council – in May"],
  ["a word put in", sentence, "the council met again in May", sentence],
  ["a word at the beginning", sentence, `Yesterday ${sentence}`, sentence],
  [
    "a word written otherwise",
    "the organisation met in May",
    "the organization met in May",
    "the organization~ met in May",
  ],
  ["a word parted", "the harbour met in May", "the har bour met in May", "the har~ met in May"],
  ["nothing in common", sentence, "quite another story", "– – – – –"],
  ["an empty text", sentence, "", "– – – – –"],
])("%s", (_what, before, after, expected) => {
  expect(shown(before, after)).toBe(expected);
});

test("a sentence that went over another is moved, the rest is in order", () => {
  const rest = "and so it stays for all the years that come after this one";
  const moved = shown(`${two}. ${sentence}. ${rest}.`, `${sentence}. ${rest}. ${two}.`);
  expect(moved).toBe(`${two.replace(/\w+/g, "$&*")} ${sentence} ${rest}`);
});

test("a moved sentence is found though words of it were changed", () => {
  const rest = "and so it stays for all the years that come after this one";
  const changed = "nobody asked about the price of that long ferry";
  const moved = shown(`nobody asked about the fare of that long ferry. ${rest}.`, `${rest}. ${changed}.`);
  expect(moved.startsWith("nobody* asked* about* the* – of* that* long* ferry*")).toBe(true);
});

test("texts that repeat themselves are aligned in order", () => {
  const line = "the fare is low. ";
  const { image } = aligned(line.repeat(40), `New. ${line.repeat(40)}`);
  expect(Array.from(image)).toEqual(Array.from(image.keys(), (index) => index + 1));
});

test("very different long texts end in bounded time, with nothing invented", () => {
  const words = (from: number): string => Array.from({ length: 3000 }, (_, index) => `w${from + index}`).join(" ");
  expect(aligned(words(0), words(10_000)).image.every((there) => there === -1)).toBe(true);
});

test("every image has the word as its origin, and is the same word unless it was edited", () => {
  const word = fc.constantFrom(
    "the",
    "fare",
    "board",
    "rises",
    "in",
    "水",
    "價",
    "June",
    "organisation",
    "organization",
  );
  const text = fc.array(word, { maxLength: 60 }).map((words) => words.join(" "));
  fc.assert(
    fc.property(text, text, (before, after) => {
      const { image, origin, isAltered, before: own, after: other } = aligned(before, after);
      for (const [index, there] of image.entries()) {
        if (there < 0) continue;
        expect(origin[there]).toBe(index);
        if (isAltered[index] === 0) expect(other.ids[there]).toBe(own.ids[index]);
      }
      for (const [index, here] of origin.entries()) if (here >= 0) expect(image[here]).toBe(index);
    }),
  );
});
