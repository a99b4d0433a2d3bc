import { expect, test } from "vitest";
import { libraryOf, named } from "../../../../shared/analysis/library.cases.ts";
import type { Paper } from "../../../../shared/model/paper.ts";
import { citingWork, cslItem } from "./csl-item.ts";

const library = libraryOf([
  { actor: "A", issues: ["W +"], paper: "One" },
  { actor: "A", issues: ["W +"], paper: "Two" },
]);
const [first] = Object.values(library.papers);
const item = (part: Partial<Paper>) => {
  if (first === undefined) throw new Error("there is no paper");
  return cslItem(library, { ...first, authors: [], date: null, ...part });
};

test("papers are cited in the order they are given, each once, those that are gone not at all", () => {
  const [paper, two, gone] = [named.paper("One"), named.paper("Two"), named.paper("gone")];
  expect(citingWork(library, [two, gone, paper, two], "apa").items.map(([id]) => id)).toEqual([two, paper]);
});

test.each([
  ["A short title", undefined],
  ["The Weir: what a harbour costs", "{The Weir}"],
  ["The Weir – what a harbour costs", "{The Weir}"],
  ["The Weir — what a harbour costs", "{The Weir}"],
  ["Well-known costs", undefined],
  ["Ratio 1:2", undefined],
  [": odd", undefined],
  ["One: two: three", "{One}"],
  ["x".repeat(60), undefined],
  [`${"word ".repeat(11)}and more words`, `{${"word ".repeat(11).trim()}…}`],
  [`${"word ".repeat(20)}: more`, `{${"word ".repeat(11).trim()}…}`],
  ["x".repeat(61), `{${"x".repeat(58)}…}`],
  [`${"x".repeat(57)}😀😀😀`, `{${"x".repeat(57)}…}`],
])("the short title of %j is %j", (title, short) => {
  expect(item({ title }).title.short).toBe(short);
});

test.each([
  ["A {B} C", "{A \\{B\\} C}"],
  ["100 $ \\ more", "{100 \\$ \\\\ more}"],
  ["", "{}"],
])("the title %j is cited as it is: %j", (title, value) => {
  expect(item({ title }).title.value).toBe(value);
});

test.each([
  ["http://example.org/", true],
  ["HTTPS://example.org/", true],
  ["ftp://example.org/", false],
  ["javascript:alert(1)", false],
  ["example.org", false],
  ["", false],
])("the link %j is cited: %s", (link, cited) => {
  const { url } = item({ link, added: "2026-01-02T03:04:05Z" });
  expect(url).toEqual(cited ? { value: link, date: "2026-01-02" } : undefined);
});

test.each([
  [["doi:10.1000/1"], { doi: "10.1000/1" }],
  [["DOI: 10.1000/1"], { doi: "10.1000/1" }],
  [["isbn:1", "report:R-2", "doi:3"], { serial: "R-2", doi: "3", isbn: "1" }],
  [["doi:1", "doi:2"], { doi: "1" }],
  [["issn:1"], undefined],
  [["doi:"], undefined],
  [[], undefined],
])("of the identifiers %j these are cited: %j", (identifiers, numbers) => {
  expect(item({ identifiers })["serial-number"]).toEqual(numbers);
});

test("nothing is made up for what is not known", () => {
  expect(Object.keys(item({ publisher: "", link: "" })).sort()).toEqual(["title", "type"]);
  expect(item({ publisher: "Town Press", date: "2021", authors: ["Board"] })).toMatchObject({
    publisher: "{Town Press}",
    date: "2021",
    author: [{ name: "Board" }],
  });
});
