import { expect, test } from "vitest";
import { loadLanguage } from "../messages/languages.ts";
import { message } from "../messages/message.ts";
import { inUrdu } from "../messages/urdu.ts";
import { isolate } from "../text/isolate.ts";
import { englishWords, ownDirection, reportWordsIn } from "./words.ts";

const urdu = reportWordsIn(inUrdu);

test.each([
  ["a name from left to right in Urdu", "rtl", "Board", "\u2068Board\u2069"],
  ["a date in Urdu", "rtl", "2026-01-02", "\u20682026-01-02\u2069"],
  ["an Urdu name in Urdu", "rtl", "بورڈ", "بورڈ"],
  ["an Urdu name in English", "ltr", "بورڈ", "\u2068بورڈ\u2069"],
  ["a date in English", "ltr", "2026-01-02", "2026-01-02"],
  ["nothing", "rtl", "", ""],
] as const)("%s is isolated where it would turn what is around it", (_case, around, text, isolated) => {
  expect(isolate(text, around)).toBe(isolated);
});

test("values of a message are isolated once, and what they hide is written out where nobody has checked them", () => {
  const place = message("report.place", { paper: "A paper", page: message("report.page", { page: "4" }) });
  expect(urdu.say(place)).toBe("\u2068A paper\u2069، ص \u20684\u2069");
  expect(englishWords.say(place)).toBe("A paper, p. 4");
  const uncited = message("report.uncited", { text: "a\u202eb" });
  expect(englishWords.sayUnchecked(uncited)).toBe("Cites no claim: “a⟨U+202E⟩b”");
});

test.each([
  [urdu, "پانی", "”پانی“"],
  [urdu, "Water", "“Water”"],
  [englishWords, "پانی", "“پانی”"],
] as const)("quotation marks are those of the words between them", (words, text, quoted) => {
  expect(words.quoted(text)).toBe(quoted);
});

test("a line without letters runs as the report does", () => {
  expect(["12 %", "پانی", "Water"].map((text) => ownDirection(text, urdu))).toEqual(["rtl", "rtl", "ltr"]);
  expect(ownDirection("12 %", englishWords)).toBe("ltr");
});

test("a language is loaded by its tag", async () => {
  expect((await loadLanguage("ur")).locale).toBe("ur");
  expect((await loadLanguage("en")).locale).toBe("en");
});
