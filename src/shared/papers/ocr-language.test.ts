import { expect, test } from "vitest";
import { languageName } from "./ocr-language.ts";

test.each([
  ["eng", "en", "English"],
  ["urd", "ur", "اردو"],
  ["chi_sim", "en", "Chinese (chi_sim)"],
  ["aze_cyrl", "en", "Azerbaijani (aze_cyrl)"],
  ["equ", "en", "equ"],
])("%s in %s is %s", (code, locale, name) => {
  expect(languageName(code, locale)).toBe(name);
});
