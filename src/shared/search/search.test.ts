import fc from "fast-check";
import { expect, test } from "vitest";
import { anyContent } from "../fixtures/content.cases.ts";
import type { Block, PaperContent } from "../model/content.ts";
import { plainWords } from "../text/words.ts";
import { holdsTerm, rangesIn, rangesOf, searchable, searchPlaces, searchTerms, snippetOf } from "./search.ts";

/** A paper of these paragraphs; one that begins with a bar continues the one before. */
function paper(...paragraphs: readonly string[]): PaperContent {
  let text = "";
  const blocks = paragraphs.map((paragraph, index): Block => {
    const continues = paragraph.startsWith("|");
    if (index > 0) text += continues ? " " : "\n";
    const start = text.length;
    text += paragraph.replace("|", "");
    return { kind: "paragraph", start, end: text.length, page: 0, continues, direction: "ltr", marks: [] };
  });
  return { text, blocks, pages: [{ label: "1", width: 0, height: 0, rotation: 0 }], warnings: [] };
}

/** What is found, mark by mark, a place in each list. */
function found(content: PaperContent, query: string): string[][] {
  const index = searchable(content);
  return searchPlaces(index, searchTerms(query)).map((place) =>
    rangesOf(content.text, index, place).map(([start, end]) => content.text.slice(start, end)),
  );
}

test.each([
  ["C++", ["C++", "c++"]],
  ["C#", ["C#"]],
  [".NET", [".NET", ".NET"]],
  ["50%", ["50%"]],
  ["$5.00", ["$5.00"]],
])("%s is found as it is written", (query, expected) => {
  const content = paper(
    "In C++ and C# and .NET, ASP.NET or c++11; costs $5.00 for 50% of C code, c, 150% and 50 of 5.00.",
  );
  expect(found(content, query).flat()).toEqual(expected);
});

test.each([
  ["", []],
  ["Harbour  BOARD", ["harbour", "board"]],
  ['"harbour board" dues dues', ["*harbour board", "dues"]],
  ["(dues), l’été", ["dues", "l'ete"]],
  ["§", ["*§"]],
  ["C++, (C#) and .NET: 50%.", ["c++", "c#", "and", "*.net", "50%"]],
  ["$5.00 #budget R&D …end", ["*$5.00", "*#budget", "r&d", "end"]],
  // Arabic glues "the" and "and" to its words.
  ["الميناء", ["*الميناء"]],
  ["परिषद", ["परिषद"]],
  ["港口费应按长度收取", ["*港口", "*费", "*应", "*按", "*长度", "*收取"]],
])("%j is searched as %j", (typed, terms) => {
  expect(searchTerms(typed).map((term) => `${term.anywhere ? "*" : ""}${term.words}`)).toEqual(terms);
});

test.each([
  ["the beginning of a word", ["The art of the party."], "art", [["art"]]],
  ["in quotes also inside of one", ["The art of the party."], '"art"', [["art", "art"]]],
  ["without regard to case and accents", ["The Café, the CAFE"], "cafe", [["Café", "CAFE"]]],
  ["all words in one paragraph", ["dues of the harbour", "dues", "harbour"], "harbour dues", [["dues", "harbour"]]],
  ["words side by side", ["dues of the harbour dues"], '"harbour dues"', [["harbour dues"]]],
  ["words far apart are places of their own", [`weir ${"x ".repeat(80)}weir`], "weir", [["weir"], ["weir"]]],
  ["over a page break", ["the harbour", "|board meets"], '"harbour board"', [["harbour board"]]],
  ["not over the end of a paragraph", ["the harbour", "board meets"], '"harbour board"', []],
  ["Arabic without vowel signs, after its article", ["شَرِبَ المـاءَ"], "ماء", [["مـاءَ"]]],
  ["the forms of alef and yeh", ["إلى الأمام"], "الامام الي", [["إلى", "الأمام"]]],
  ["Urdu typed on an Arabic keyboard", ["پانی کی کمی"], "پاني", [["پانی"]]],
  ["Devanagari, nukta or not", ["ज़मीन का गाँव"], "जमीन गांव", [["ज़मीन", "गाँव"]]],
  ["but not another vowel", ["की"], "कि", []],
  ["Chinese inside of a sentence", ["理事会认为，港口费应按船只长度收取。"], "港口费", [["港口", "费"]]],
  ["Chinese words apart from each other", ["理事会认为，港口费应按船只长度收取。"], "长度港口", [["港口", "长度"]]],
  ["Chinese in quotes side by side only", ["港口费"], '"港费"', []],
  ["a Latin word after Chinese", ["使用Typst排版"], "typst", [["Typst"]]],
  ["the beginning of a word beyond the first plane too", ["𐌰𐌱𐌲 𐌱𐌲"], "𐌱", [["𐌱"]]],
  ["a sign of several letters once", ["the oﬃce and the ﬀ"], '"f"', [["ﬃ", "ﬀ"]]],
  [
    "the place where they are nearest",
    ["a fee and any word; accept a higher fare; a fair"],
    "accept a fare",
    [["accept", "a", "fare"]],
  ],
  ["far apart where most are", [`weir gate ${"x ".repeat(200)}weir pier`], "weir gate pier", [["weir", "gate"]]],
  ["nothing", ["words"], "   ", []],
])("%s", (_name, paragraphs, query, expected) => {
  expect(found(paper(...paragraphs), query)).toEqual(expected);
});

test("each word of a text is found at its place, whatever the script", () => {
  const words = fc.constantFrom("weir", "Café", "الماء", "ज़मीन", "港口", "straße", "پانی");
  fc.assert(
    fc.property(fc.array(fc.array(words, { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 6 }), (lists) => {
      const content = paper(...lists.map((list) => list.join(" ")));
      for (const word of new Set(lists.flat())) {
        const marks = found(content, word).flat();
        expect(marks).toEqual(lists.flat().filter((list) => list === word));
      }
    }),
  );
});

test("every word of any paper is found in each paragraph that has it, and nothing is found that does not say it", () => {
  const queries = fc.constantFrom("weir", "cafe", "éa", "𝒳", "الماء", "港口", "is it", '"a b"', "weir 港口", "nowhere");
  fc.assert(
    fc.property(anyContent, queries, (content, query) => {
      const index = searchable(content);
      const terms = searchTerms(query);
      const places = searchPlaces(index, terms);
      const paragraphs: string[] = [];
      for (const { start, end, continues } of content.blocks)
        paragraphs.push(`${continues ? `${paragraphs.pop() ?? ""} ` : ""}${content.text.slice(start, end)}`);
      const wanted = paragraphs.flatMap((words, index) =>
        terms.every((term) => holdsTerm(plainWords(words), term)) ? [index] : [],
      );
      expect([...new Set(places.map((place) => place.paragraph))]).toEqual(wanted);
      for (const place of places)
        for (const [start, end] of rangesOf(content.text, index, place)) {
          const words = plainWords(content.text.slice(start, end));
          expect(terms.some((term) => words.includes(term.words))).toBe(true);
        }
    }),
  );
});

test("ranges of a text are apart and say a term", () => {
  const units = fc.constantFrom("we", "ir", "é", "ﬀ", "…", " ", "𝐰", "港口", "\u00ad");
  fc.assert(
    fc.property(
      fc.array(units, { maxLength: 20 }),
      fc.constantFrom('"f"', "we", '"."', "港口 weir", '"i" "r"'),
      (text, query) => {
        const whole = text.join("");
        const terms = searchTerms(query);
        let reached = 0;
        for (const [start, end] of rangesIn(whole, terms)) {
          expect(start).toBeGreaterThanOrEqual(reached);
          expect(terms.some((term) => plainWords(whole.slice(start, end)).includes(term.words))).toBe(true);
          reached = end;
        }
        expect(reached > 0).toBe(terms.some((term) => holdsTerm(plainWords(whole), term)));
      },
    ),
  );
});

test("a snippet is cut between words and says where its marks are", () => {
  const text = `${"before ".repeat(30)}the weir ${"after ".repeat(40)}\nnext`;
  const offset = text.indexOf("weir");
  const { snippet, marks } = snippetOf(text, [[offset, offset + 4]]);
  expect(snippet).toMatch(/^…before .*the weir after .*after…$/);
  expect(snippet.length).toBeLessThan(180);
  expect(marks.map(([start, end]) => snippet.slice(start, end))).toEqual(["weir"]);
  expect(snippetOf("one\ttwo", [[4, 7]])).toEqual({ snippet: "one two", marks: [[4, 7]] });
  const chinese = snippetOf("港".repeat(300), [[150, 152]]);
  expect(chinese.snippet.length).toBeLessThan(160);
  expect(chinese.marks).toEqual([[61, 63]]);
});
