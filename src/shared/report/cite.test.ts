import { expect, test } from "vitest";
import { inUrdu } from "../messages/urdu.ts";
import { CitationStyle, citationStyles, citationsOf, dayInWords, pagePlace, uncited } from "./cite.ts";
import { lettersOf, plain } from "./tree.ts";
import { englishWords, reportWordsIn } from "./words.ts";

test.each([
  ["01", "January"],
  ["02", "February"],
  ["03", "March"],
  ["04", "April"],
  ["05", "May"],
  ["06", "June"],
  ["07", "July"],
  ["08", "August"],
  ["09", "September"],
  ["10", "October"],
  ["11", "November"],
  ["12", "December"],
])("month %s is %s", (month, name) => {
  expect(dayInWords(`2021-${month}-05`)).toBe(`5 ${name} 2021`);
});

test.each([
  ["2021-10-31", "31 October 2021"],
  ["0099", "0099"],
  ["2021-13", "2021"],
])("the date %s is %j in words", (date, words) => {
  expect(dayInWords(date)).toBe(words);
});

test.each(["4", "$&", "A$$1", "$'", "a b c"])("the page %j is printed as it is", (page) => {
  const cited = { full: [plain(`Ann, ${pagePlace}.`)], again: [plain(pagePlace)], short: `(${pagePlace})` };
  const { cite, citeAgain, short } = citationsOf({ papers: { a: cited }, entries: [] });
  expect(lettersOf(cite("a", page))).toBe(`Ann, p.\u00a0${page}.`);
  expect(lettersOf(citeAgain("a", page))).toBe(`p.\u00a0${page}`);
  expect(short("a", page)).toBe(`(p.\u00a0${page})`);
});

test.each([
  ["Nobody, n.d.", "Nobody, n.d.", "Nobody, تاریخ ندارد"],
  ["(One et al. 2020)", "(One et al. 2020)", "(One وغیرہ 2020)"],
  ["One et al., n.d.", "One et al., n.d.", "One وغیرہ, تاریخ ندارد"],
  ["London.d. Betal. 2", "London.d. Betal. 2", "London.d. Betal. 2"],
])("the terms of %j are those of the report's language", (text, english, urdu) => {
  const papers = { a: { full: [plain(text)], again: [plain(text)], short: text } };
  const inBoth = [englishWords, reportWordsIn(inUrdu)].map((words) => {
    const { cite, citeAgain, short, entries } = citationsOf({ papers, entries: [[plain(text)]] }, words);
    return [lettersOf(cite("a", "1")), lettersOf(citeAgain("a", "1")), short("a", "1"), ...entries.map(lettersOf)];
  });
  expect(inBoth).toEqual([Array(4).fill(english), Array(4).fill(urdu)]);
});

test("a citation without a place for the page has none", () => {
  const { short } = citationsOf({ papers: { a: { full: [], again: [], short: "Ann 2021" } }, entries: [] });
  expect(short("a", "7")).toBe("Ann 2021");
});

test("what is not cited is named by its page, and by its section where it has no pages", () => {
  const { cite, citeAgain, short, entries } = citationsOf(uncited);
  expect([lettersOf(cite("a", "12")), lettersOf(citeAgain("a", "§3")), short("a", "iv")]).toEqual([
    "p.\u00a012",
    "§3",
    "p.\u00a0iv",
  ]);
  expect(entries).toEqual([]);
});

test("every style is itself; three plain names stand for one each; all else is no style", () => {
  for (const style of citationStyles) expect(CitationStyle.parse(style)).toBe(style);
  expect(["author-date", "notes", "numbers"].map((name) => CitationStyle.parse(name))).toEqual([
    "chicago-author-date",
    "chicago-notes",
    "ieee",
  ]);
  for (const wrong of ["vancouver", "", null, ["notes"], 1, "constructor"])
    expect(CitationStyle.safeParse(wrong).success).toBe(false);
});
