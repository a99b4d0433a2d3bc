import { expect, test } from "vitest";
import { hasTextOf } from "./copied-text.ts";

const text = "The panel met.\nIt agreed.";

test.each([
  ["the same text", text, [], true],
  ["another text", "The panel met.\nIt refused.", [], false],
  ["a box of text at the end", `${text}\nDid it?`, ["Did it?"], true],
  ["boxes between its words", "The panel met. When?\nIt agreed.\nDid it?", ["Did it?", "When?"], true],
  ["words that no box holds", `${text}\nDid it really?`, ["Did it?"], false],
  ["the words of a box twice", `${text}\nWhen? When?`, ["When?"], false],
  ["less text, in spite of a box", "The panel met.", ["It agreed."], false],
  ["a box with words of the text", "The panel met.\nIt agreed.\nIt agreed.", ["It agreed."], true],
])("%s", (_, copy, added, expected) => {
  expect(hasTextOf(copy, text, added)).toBe(expected);
});
