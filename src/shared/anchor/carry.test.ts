import fc from "fast-check";
import { expect, test } from "vitest";
import { addQuality, noQuality } from "./carried-quality.cases.ts";
import { type Carried, carryPassages } from "./carry.ts";
import { editText, strengths } from "./edited-text.cases.ts";
import { allScripts, someSpans, writtenText } from "./written-text.cases.ts";

const first =
  "The council met in May to discuss the fares of the ferry line. It rejects any further rise of the fare, and it will say so again in June.";
const second =
  "The harbour board holds that dredging costs more than the port earns. No member asked for another study of the channel.";
const third =
  "Residents of the northern quarter want the quiet hours back, as the ministry promised them three years ago.";
const paper = [first, second, third].join("\n\n");

/** The passage of `words` in a later text. */
function carried(after: string, words: string, before = paper): Carried & { quotes: string[] } {
  const start = before.indexOf(words);
  if (start < 0) throw new Error(`“${words}” is not in the text.`);
  const [found] = carryPassages(before, after, [[{ start, end: start + words.length }]]);
  if (found === undefined) throw new Error("Each passage has an answer.");
  return { ...found, quotes: found.ranges.map((range) => after.slice(range.start, range.end)) };
}

const claim = "It rejects any further rise of the fare";

test.each<[string, string, string, Carried["status"], boolean, string[]]>([
  ["in an identical text", paper, claim, "same", true, [claim]],
  ["after a new beginning", `A new preface.\n\n${paper}`, claim, "same", true, [claim]],
  [
    "in a paragraph that was moved",
    [second, third, first].join("\n\n"),
    "No member asked for another study",
    "same",
    true,
    ["No member asked for another study"],
  ],
  [
    "in the paragraph that was moved over others",
    [third, first, second].join("\n\n"),
    "want the quiet hours back",
    "moved",
    true,
    ["want the quiet hours back"],
  ],
  [
    "through other quotes, line ends and case",
    paper.replace("any further rise", "any\nfurther RISE"),
    claim,
    "same",
    true,
    ["It rejects any\nfurther RISE of the fare"],
  ],
  [
    "with a word replaced",
    paper.replace("further", "future"),
    claim,
    "changed",
    true,
    ["It rejects any future rise of the fare"],
  ],
  [
    "with a word put in",
    paper.replace("any further", "any and every further"),
    claim,
    "changed",
    true,
    ["It rejects any and every further rise of the fare"],
  ],
  [
    "with its first word replaced",
    paper.replace("It rejects", "Council refuses"),
    claim,
    "changed",
    false,
    ["Council refuses any further rise of the fare"],
  ],
  [
    "with half its words left",
    paper.replace("It rejects any further", "The body accepts one"),
    claim,
    "changed",
    false,
    ["The body accepts one rise of the fare"],
  ],
  [
    "torn apart by a new paragraph",
    paper.replace(
      "of the fare, and",
      `of the fare.\n\n${"Quite other words stand here now instead of those. ".repeat(3)}\n\nAnd`,
    ),
    "It rejects any further rise of the fare, and it will say so again in June.",
    "changed",
    false,
    ["It rejects any further rise of the fare", "And it will say so again in June."],
  ],
  ["deleted with its paragraph", [second, third].join("\n\n"), claim, "lost", false, []],
  [
    "replaced by quite another sentence",
    paper.replace(/It rejects[^.]*/, "Nobody had a word to say on what came up next"),
    claim,
    "lost",
    false,
    [],
  ],
  ["in an empty text", "", claim, "lost", false, []],
  ["in another script", "经济增长".repeat(50), claim, "lost", false, []],
])("a passage %s", (_what, after, words, status, isCertain, quotes) => {
  expect(carried(after, words)).toMatchObject({ status, isCertain, quotes });
});

test("the marks around words come along where they are still there", () => {
  const before = "He said “the fare is too high!” and left the room in a hurry.";
  expect(carried(`So ${before}`, "“the fare is too high!”", before).quotes).toEqual(["“the fare is too high!”"]);
  const plain = before.replace(/[“”!]/g, "");
  expect(carried(plain, "“the fare is too high!”", before).quotes).toEqual(["the fare is too high"]);
});

test.each([
  ["only beside its neighbours", "The fare is high. The fare is low.", "The fare is high. The fare is low.", 2, true],
  [
    "not where they changed",
    "One says the fare is low today.",
    "Nobody asked whether boats sail. Fare or not.",
    1,
    false,
  ],
])("a short word is placed %s", (_what, before, after, nth, found) => {
  const start = [...before.matchAll(/fare/g)][nth - 1]?.index ?? 0;
  const [answer] = carryPassages(before, after, [[{ start, end: start + 4 }]]);
  expect(answer?.isCertain).toBe(found);
  if (found) expect(answer?.ranges).toEqual([{ start, end: start + 4 }]);
});

test.each([
  [
    "where another sentence begins with the same word",
    "The council holds that nobody can pay before the next election.",
  ],
  ["where nothing is like it", "Nobody can pay."],
])("a sentence whose words are all there once is there: %s", (_where, other) => {
  const board = "The harbour board says that the fee should follow the length of a ship.";
  const before = `Who pays\n\n${board}\n\nThe council holds that nobody can pay this year.\n\nFishermen ask for a fund.`;
  const after = `Who pays\n\n${other}\n\n${board}\n\nFishermen ask for a fund.`;
  const [start, place] = [before.indexOf(board), after.indexOf(board)];
  const [carried] = carryPassages(before, after, [[{ start, end: start + board.length }]]);
  expect(carried).toMatchObject({ isCertain: true, ranges: [{ start: place, end: place + board.length }] });
  expect(["same", "moved"]).toContain(carried?.status);
});

test("a passage of several ranges is as certain as the least certain of them", () => {
  const at = (words: string) => ({ start: paper.indexOf(words), end: paper.indexOf(words) + words.length });
  const ranges = [at("The council met in May"), at("dredging costs more than the port earns")];
  const [same] = carryPassages(paper, paper, [ranges]);
  expect(same).toMatchObject({ status: "same", isCertain: true, ranges });
  const [half] = carryPassages(paper, [first, third].join("\n\n"), [ranges]);
  expect(half).toMatchObject({ status: "changed", isCertain: false, ranges: [ranges[0]] });
  expect(carryPassages(paper, third, [ranges])).toMatchObject([{ status: "lost", ranges: [] }]);
  expect(carryPassages(paper, paper, [[]])).toMatchObject([{ status: "lost" }]);
});

test("marks without a word are found between the same words", () => {
  const before = "The formula → ∑ is used here. Nothing else is.";
  expect(carried(`New. ${before}`, "→ ∑", before)).toMatchObject({ status: "same", quotes: ["→ ∑"] });
  expect(carried(before.replace("→ ∑ ", ""), "→ ∑", before).status).toBe("lost");
});

test("readings of the same bytes line up by character where no word is the same", () => {
  const [before, after] = ["Æhïóåëè ïpoòèâ ïoâûøåíèÿ öåí", "Жители против повышения цены".slice(0, 28)];
  const words = "ïpoòèâ";
  const start = before.indexOf(words);
  const ranges = [{ start, end: start + words.length }];
  expect(carryPassages(before, after, [ranges])).toMatchObject([{ status: "lost" }]);
  const [read] = carryPassages(before, after, [ranges], { isReading: true });
  expect(read).toMatchObject({ status: "changed", isCertain: true });
  expect(carryPassages(before, before, [ranges], { isReading: true })).toMatchObject([{ status: "same", ranges }]);
});

test("readings that do not line up by character are compared word by word", () => {
  const [read] = carryPassages(paper, `Page 1 ${paper}`, [[{ start: 0, end: 22 }]], { isReading: true });
  expect(read).toMatchObject({ status: "same", isCertain: true, ranges: [{ start: 7, end: 29 }] });
});

test("readings that are alike in nothing share the text out evenly, and are never certain", () => {
  const [before, after] = ["水価の上昇に反対するA", "B住民は値上げに反対、町は賛成"];
  const [read] = carryPassages(before, after, [[{ start: 0, end: 5 }]], { isReading: true });
  expect(read).toMatchObject({ status: "changed", isCertain: false, ranges: [{ start: 0 }] });
  expect(carryPassages(before, "", [[{ start: 0, end: 5 }]], { isReading: true })).toMatchObject([{ status: "lost" }]);
});

test("letters that were read wrongly hide no passage", () => {
  const after = paper.replace(/rn|ri|c(?=o)/g, (letters) => ({ rn: "m", ri: "n", c: "e" })[letters] ?? letters);
  const found = carried(after, claim);
  expect(found).toMatchObject({ status: "changed", isCertain: true });
  expect(found.quotes).toEqual(["It rejects any further nse of the fare"]);
});

test.each(allScripts)("passages of a text in %s letters survive editing; none is invented", (script) => {
  for (const [name, least] of [
    ["light", 0.95],
    ["medium", 0.9],
    ["heavy", 0.84],
  ] as const) {
    const sum = noQuality();
    for (let seed = 1; seed <= 3; seed++) {
      const text = writtenText(script, 12_000, seed);
      const edited = editText(text, strengths[name], seed);
      const spans = someSpans(text, 46, seed);
      addQuality(
        sum,
        text,
        edited,
        spans,
        carryPassages(
          text,
          edited.text,
          spans.map((span) => [span]),
        ),
      );
    }
    const failures = sum.wrong.join("\n");
    expect(sum.right / sum.all, `${name}\n${failures}`).toBeGreaterThanOrEqual(least);
    expect(sum.certainRight / sum.certain, `${name}\n${failures}`).toBeGreaterThanOrEqual(0.98);
    expect(sum.invented, `${name}\n${failures}`).toBeLessThanOrEqual(1);
  }
});

test("ranges are within the text, in order and not empty, whatever both texts are", () => {
  const word = fc.constantFrom("the", "fare", "rises", "水", "價", "م", "كتاب", ".", "”", " ", "\n", "re", "fa");
  const text = fc.array(word, { maxLength: 60 }).map((words) => words.join(" "));
  fc.assert(
    fc.property(text, text, fc.nat(), fc.nat(), (before, after, a, b) => {
      const [low, high] = [a % (before.length + 1), b % (before.length + 1)].toSorted((x, y) => x - y);
      if (low === undefined || high === undefined || low === high) return;
      const [found] = carryPassages(before, after, [[{ start: low, end: high }]]);
      expect(found?.status === "lost").toBe(found?.ranges.length === 0);
      for (const { start, end } of found?.ranges ?? []) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(after.length);
      }
    }),
  );
});

test("every passage of a text is at its own place in the same text", () => {
  fc.assert(
    fc.property(fc.constantFrom(...allScripts), fc.nat(1000), (script, seed) => {
      const text = writtenText(script, 1500, seed);
      const spans = someSpans(text, 10, seed);
      for (const [index, found] of carryPassages(
        text,
        text,
        spans.map((span) => [span]),
      ).entries())
        expect(found).toEqual({ status: "same", score: 1, isCertain: true, ranges: [spans[index]] });
    }),
    { numRuns: 30 },
  );
});
