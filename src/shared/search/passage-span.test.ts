import { expect, test } from "vitest";
import { type PassageSpan, passageAround } from "./passage-span.ts";

const text = "Before.\nDr. Ilves wants lower dues. The council does not!  Nobody asks.\nAfter.";
const paragraph = { start: 8, end: text.lastIndexOf("\n") };

test.each<readonly [string, PassageSpan, string]>([
  ["lower", "words", "lower"],
  ["lower", "sentence", "Dr. Ilves wants lower dues."],
  ["council", "sentence", "The council does not!"],
  ["dues. The council", "sentence", "Dr. Ilves wants lower dues. The council does not!"],
  ["Nobody", "sentence", "Nobody asks."],
  ["lower", "paragraph", "Dr. Ilves wants lower dues. The council does not!  Nobody asks."],
])("“%s”, its %s", (words, span, passage) => {
  const start = text.indexOf(words);
  const found = passageAround(text, paragraph, { start, end: start + words.length }, span);
  expect(text.slice(found.start, found.end)).toBe(passage);
});
