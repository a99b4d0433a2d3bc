import fc from "fast-check";
import { expect, test } from "vitest";
import { paragraphAt, sentenceAt } from "./sentences.ts";

const text = "The port is full. Nobody, they say, will pay! Why?\nA new paragraph stands alone\n\nLast one.";

const sentences: readonly (readonly [string, number, string])[] = [
  ["at the start", 0, "The port is full."],
  ["inside the first", 6, "The port is full."],
  ["at the first letter of the second", 18, "Nobody, they say, will pay!"],
  ["inside the third", text.indexOf("Why") + 1, "Why?"],
  ["a paragraph without a full stop", text.indexOf("stands"), "A new paragraph stands alone"],
  ["the end of the text", text.length, "Last one."],
];

test.each(sentences)("the sentence: %s", (_name, offset, wanted) => {
  const { start, end } = sentenceAt(text, offset);
  expect(text.slice(start, end)).toBe(wanted);
});

test("the paragraph is what lies between line feeds", () => {
  const { start, end } = paragraphAt(text, text.indexOf("paragraph"));
  expect(text.slice(start, end)).toBe("A new paragraph stands alone");
  expect(paragraphAt(text, 0)).toEqual({ start: 0, end: text.indexOf("\n") });
});

test("a sentence in Arabic ends at its own mark", () => {
  const arabic = "هل تدفع الموانئ؟ لا تدفع.";
  const { start, end } = sentenceAt(arabic, 2);
  expect(arabic.slice(start, end)).toBe("هل تدفع الموانئ؟");
});

test("a sentence never leaves its paragraph, whatever the text", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 120 }), fc.nat(120), (any, at) => {
      const offset = Math.min(at, any.length);
      const paragraph = paragraphAt(any, offset);
      const sentence = sentenceAt(any, offset);
      expect(sentence.start).toBeGreaterThanOrEqual(paragraph.start);
      expect(sentence.end).toBeLessThanOrEqual(paragraph.end);
      expect(sentence.start).toBeLessThanOrEqual(sentence.end);
    }),
  );
});
