import { expect, test } from "vitest";
import { paragraphsByIndent } from "./indents.ts";

const split = (text: string): string[] =>
  paragraphsByIndent(text.split("\n")).map((lines) => lines.map((line) => line.trim()).join(" "));

test.each([
  [
    "first lines that are further in",
    [
      "    The Committee met on the third of March to hear about",
      "the tariff for water.",
      "    The Chairman said that the farmers had rejected it, and",
      "that the board would meet again.",
    ],
    [
      "The Committee met on the third of March to hear about the tariff for water.",
      "The Chairman said that the farmers had rejected it, and that the board would meet again.",
    ],
  ],
  [
    "entries whose further lines are further in",
    [
      "Adams, J. (2001). The price of water in dry countries and",
      "    what it does to farmers. London.",
      "Baker, R. (2004). Tariffs and their critics in the regions",
      "    of the south. Oxford.",
    ],
    [
      "Adams, J. (2001). The price of water in dry countries and what it does to farmers. London.",
      "Baker, R. (2004). Tariffs and their critics in the regions of the south. Oxford.",
    ],
  ],
  [
    "a term with what is said of it",
    ["tariff", "       the price of water for farmers, as the board has set", "       it for a year"],
    ["tariff", "the price of water for farmers, as the board has set it for a year"],
  ],
  [
    "a heading above a paragraph of its own indent",
    ["DESCRIPTION", "       Shows what the board has decided and what it has not", "       decided."],
    ["DESCRIPTION", "Shows what the board has decided and what it has not decided."],
  ],
  [
    "one line that is further in by chance",
    [
      "The board said that it would meet again in the month of",
      "  March, and that the farmers should come to the meeting and",
      "speak.",
    ],
    [
      "The board said that it would meet again in the month of March, and that the farmers should come to the meeting and speak.",
    ],
  ],
  [
    "a word that goes on in a line further in",
    ["The board met to hear about the ta-", "    riffs for farmers and those of", "    the towns."],
    ["The board met to hear about the ta- riffs for farmers and those of the towns."],
  ],
  ["no indent at all", ["The board", "met again."], ["The board met again."]],
])("%s", (_, lines, paragraphs) => {
  expect(split(lines.join("\n"))).toEqual(paragraphs);
});

test("hundreds of thousands of lines are read", () => {
  const lines = Array.from({ length: 300_000 }, (_, index) => (index % 3 === 0 ? "    The board met." : "It ended."));
  expect(paragraphsByIndent(lines).length).toBe(100_000);
});
