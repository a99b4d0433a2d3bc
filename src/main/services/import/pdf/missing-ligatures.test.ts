import { expect, test } from "vitest";
import { lacksLigatures } from "./missing-ligatures.ts";

const text =
  "The first office had an effect on the officers, a specific one, and the benefit of the conflict was significant in the different fields.";

test.each([
  ["spaces", " "],
  ["nothing", ""],
])("English that has %s for its ligatures lacks them", (_, rest) => {
  expect(lacksLigatures(text.replace(/ffi|ff|fi|fl/g, rest))).toBe(true);
});

test.each([
  ["whole", text],
  ["with a few such words in a quotation", "It printed “o ce” and “e ect” for office and effect."],
  ["the same again and again", "The prefix rst, rst, rst, rst, rst is a mark."],
  ["letters of formulas", "de ne a ect if o er is in A, as S U F F I X and in e ort E."],
  ["German", "Die Offiziere fanden den Effekt. Das Profil der Pflanzen ist spezifisch und oft fein."],
])("text that is %s lacks none", (_, own) => {
  expect(lacksLigatures(own)).toBe(false);
});
