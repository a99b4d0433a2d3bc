import { expect, test } from "vitest";
import { allOf, charsFrom, type Print } from "./fixtures/lines.ts";
import { linesOf } from "./lines.ts";

const textOf = (...prints: readonly Print[]): string => {
  const chars = charsFrom(...prints);
  return linesOf(chars, allOf(chars), new Map())
    .map((line) => line.text)
    .join(" | ");
};
const small = 7;
const [up, down] = [104, 97];

test.each<[string, string, readonly Print[]]>([
  [
    "a superscript after its subscript",
    "of SO42− fell",
    [
      { text: "of SO", x: 50, y: 100 },
      { text: "4", x: 75, y: down, size: small },
      { text: "2−", x: 78.5, y: up, size: small },
      { text: " fell", x: 86, y: 100 },
    ],
  ],
  [
    "a superscript over its subscript, before it in the file",
    "of SO42− fell",
    [
      { text: "of SO", x: 50, y: 100 },
      { text: "2−", x: 75, y: up, size: small },
      { text: "4", x: 75, y: down, size: small },
      { text: " fell", x: 82, y: 100 },
    ],
  ],
  [
    "a subscript that follows a superscript",
    "X2i is",
    [
      { text: "X", x: 50, y: 100 },
      { text: "2", x: 55, y: up, size: small },
      { text: "i", x: 58.5, y: down, size: small },
      { text: " is", x: 62, y: 100 },
    ],
  ],
  [
    "text after a superscript that is wider than the subscript under it",
    "w1(ij), w2",
    [
      { text: "w", x: 50, y: 100 },
      { text: "(ij)", x: 55, y: up, size: small },
      { text: "1", x: 55, y: down, size: small },
      { text: ", w", x: 69, y: 100 },
      { text: "2", x: 84, y: down, size: small },
    ],
  ],
  [
    "a subscript alone",
    "CO2 in",
    [
      { text: "CO", x: 50, y: 100 },
      { text: "2", x: 60, y: down, size: small },
      { text: " in", x: 63.5, y: 100 },
    ],
  ],
])("%s", (_name, want, prints) => {
  expect(textOf(...prints)).toBe(want);
});
