import { expect, test } from "vitest";
import { inFixedPitch, isCodeWord, isMathFont } from "./code-words.ts";
import { allOf, charsFrom } from "./fixtures/lines.ts";

test.each([
  ['"db030"=x$db030,', true],
  ["factor(x$rb090),", true],
  ["x<-c(1,2)", true],
  ["tariff_rate", true],
  ["std::vector", true],
  ["rb030", true],
  ["pb220a", true],
  ["re$port", false],
  ["re9port", false],
  ["co*uncil", false],
  ["ea=ky;é", false],
])("%s is a word of a program: %s", (word, isCode) => {
  expect(isCodeWord(word)).toBe(isCode);
});

test.each([
  ["CMMI10", true],
  ["CMSY7", true],
  ["CambriaMath", true],
  ["STIXMath-Regular", true],
  ["CMR10", false],
  ["Helvetica", false],
  ["Preeti", false],
])("%s is a font of formulas: %s", (font, isMath) => {
  expect(isMathFont(font)).toBe(isMath);
});

test("a font is of one pitch where hardly any letter is wider or narrower than the others", () => {
  const chars = charsFrom({ text: "families will walk in mills", x: 50, y: 100 });
  const all = allOf(chars);
  expect(inFixedPitch(chars, all)(0)).toBe(true);
  expect(inFixedPitch(chars, all.slice(0, 8))(0)).toBe(false);
  for (const k of all) if ("il".includes(chars.text(k))) chars.place(k, chars.left(k), 98, chars.left(k) + 2, 108);
  expect(inFixedPitch(chars, all)(0)).toBe(false);
});
