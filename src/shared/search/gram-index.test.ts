import fc from "fast-check";
import { expect, test } from "vitest";
import type { Block, PaperContent } from "../model/content.ts";
import { atOnce } from "../model/steps.ts";
import { plainWords } from "../text/words.ts";
import { candidates, gramIndexSteps, gramsOf } from "./gram-index.ts";
import { findPlaces, holdsTerm, type Searchable, searchable, searchPlaces, searchTerms, type Term } from "./search.ts";

/** Words of every script that is searched, short and long, with signs, marks and what is folded. */
const scripts = [
  ["the", "The", "harbour", "dues", "C++", ".NET", "50%", "$5", "café", "ﬀ", "ß", "l’été", "re-open", "a", "A1", "x"],
  ["الميناء", "رسوم", "شَرِبَ", "و", "إلى", "١٢"],
  ["بندرگاہ", "کے", "محصول", "ہے۔", "پانی", "۵۰"],
  ["परिषद", "का", "शुल्क", "गाँव", "ज़मीन", "क", "५"],
  ["港口费", "应按", "长度", "。", "河", "理事会认为"],
  ["港湾", "料金は", "カタカナ", "ひらがな", "長さ", "の"],
  ["항만", "이사회는", "요금을", "가", "길이"],
  ["𐌰𐌱𐌲", "🙂", "“dues”", "—", "ﺍ", "…"],
];
const word = fc.oneof(
  ...scripts.map((words) => fc.constantFrom(...words)),
  fc.string({ unit: "grapheme", maxLength: 6 }),
);
const separator = fc.constantFrom(" ", " ", "", "\u00ad", "  ", ", ", "\n");
const paragraph = fc.array(fc.tuple(word, separator), { maxLength: 30 }).map((pairs) => pairs.flat().join(""));
/** Some paragraphs are so long that a paper has several stretches. */
const text = fc
  .array(fc.tuple(paragraph, fc.constantFrom(1, 1, 1, 200)), { minLength: 1, maxLength: 12 })
  .map((all) => all.map(([words, times]) => words.repeat(times)));

function paper(paragraphs: readonly string[]): PaperContent {
  let text = "";
  const blocks = paragraphs.map((words): Block => {
    const start = text.length;
    text += `${words}\n`;
    return {
      kind: "paragraph",
      start,
      end: start + words.length,
      page: 0,
      continues: false,
      direction: "ltr",
      marks: [],
    };
  });
  return { text, blocks, pages: [{ label: "1", width: 0, height: 0, rotation: 0 }], warnings: [] };
}

/** A query: words, or any run of the text itself, bare or in quotes, down to a single character. */
const query = (paragraphs: readonly string[]): fc.Arbitrary<string> => {
  const run = fc.tuple(fc.constantFrom(...paragraphs), fc.nat(), fc.integer({ min: 1, max: 12 }), fc.boolean());
  const cut = run.map(([words, from, length, quoted]) => {
    const all = [...words];
    const start = from % Math.max(1, all.length);
    const part = all.slice(start, start + length).join("");
    return quoted ? `"${part}"` : part;
  });
  return fc.array(fc.oneof(word, cut), { minLength: 1, maxLength: 3 }).map((words) => words.join(" "));
};

test("the index leaves out no paragraph that has the words", () => {
  const cases = text.chain((paragraphs) => fc.tuple(fc.constant(paragraphs), query(paragraphs)));
  fc.assert(
    fc.property(cases, ([paragraphs, typed]) => {
      const words = searchable(paper(paragraphs));
      const terms = searchTerms(typed);
      const ranges = candidates(atOnce(gramIndexSteps(words)), gramsOf(terms));
      expect(atOnce(findPlaces(words, terms, ranges))).toEqual(atOnce(findPlaces(words, terms)));
    }),
    { numRuns: 300 },
  );
});

test("places are in just the paragraphs that have all words, and counted beyond those that are wanted", () => {
  const cases = text.chain((paragraphs) => fc.tuple(fc.constant(paragraphs), query(paragraphs), fc.nat({ max: 3 })));
  fc.assert(
    fc.property(cases, ([paragraphs, typed, most]) => {
      const words = searchable(paper(paragraphs));
      const terms = searchTerms(typed);
      const all = searchPlaces(words, terms);
      expect([...new Set(all.map((place) => place.paragraph))]).toEqual(paragraphsWith(words, terms));
      expect(atOnce(findPlaces(words, terms, undefined, most))).toEqual({
        places: all.slice(0, most),
        count: all.length,
      });
    }),
    { numRuns: 200 },
  );
});

function paragraphsWith({ folded }: Searchable, terms: readonly Term[]): number[] {
  if (terms.length === 0) return [];
  return folded.split("\n").flatMap((line, index) => (terms.every((term) => holdsTerm(line, term)) ? [index] : []));
}

test("a word that is in one stretch of many is looked for there only", () => {
  const filler = "The council holds that the dues of the harbour should follow the length of a boat. ".repeat(250);
  const lines = Array.from({ length: 40 }, (_, index) => (index === 17 ? `${filler}zymurgy` : filler));
  const words = searchable(paper(lines));
  const index = atOnce(gramIndexSteps(words));
  const among = (typed: string) => candidates(index, gramsOf(searchTerms(typed)));
  expect(among("zymurgy")).toEqual([{ from: 17, to: 18 }]);
  expect(among("zymu")).toEqual([{ from: 17, to: 18 }]);
  expect(among("harbour")).toEqual([{ from: 0, to: 40 }]);
  expect(index.bits.byteLength).toBeLessThan(plainWords(lines.join(" ")).length / 8);
});

test("a paper without words has nothing to look for", () => {
  const words = searchable({ ...paper([]), text: "" });
  expect(candidates(atOnce(gramIndexSteps(words)), gramsOf(searchTerms("x")))).toEqual([]);
});
