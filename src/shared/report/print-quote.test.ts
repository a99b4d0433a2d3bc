import { expect, test } from "vitest";
import { type CitedPapers, citationsOf, pagePlace, uncited } from "./cite.ts";
import { printQuote } from "./print-quote.ts";

const cited = (text: string): CitedPapers => {
  const full = [{ kind: "text", text } as const];
  return { papers: { p: { full, again: full, short: text } }, entries: [] };
};

test.each([
  ["author and date", `(Ilves 2021, ${pagePlace})`, "4", "“Fares rise.” (Ilves 2021, p.\u00a04)"],
  ["a number", `[1, ${pagePlace}]`, "4", "“Fares rise.” [1, p.\u00a04]"],
  ["a section of a paper without pages", `(Ilves 2021, ${pagePlace})`, "§3", "“Fares rise.” (Ilves 2021, §3)"],
  ["a note", `Marta Ilves, The Strait, ${pagePlace}.`, "iv", "“Fares rise.”\nMarta Ilves, The Strait, p.\u00a0iv."],
])("a quote is cited by %s", (_, text, page, printed) => {
  expect(printQuote(" Fares rise. ", citationsOf(cited(text)), "p", page)).toBe(printed);
});

test("a paper that nobody cites is identified by its page", () => {
  expect(printQuote("Fares rise.", citationsOf(uncited), "p", "4")).toBe("“Fares rise.”\np.\u00a04");
});
