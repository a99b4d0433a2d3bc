import fc from "fast-check";
import { expect, test } from "vitest";
import type { Lines } from "../../../shared/model/paper.ts";
import { importWords } from "./plain-source.ts";
import { hasUnsureLines } from "./text.ts";

/** The blocks of a text, a line each: `#` before a heading, `•` or a number before an item, `|` between cells. */
function blocks(text: string, lines: Lines | null = null): string[] {
  const { content } = importWords("a.txt", Buffer.from(text), { encoding: null, lines });
  return content.blocks.map((block) => {
    const words = content.text.slice(block.start, block.end);
    if (block.kind === "heading") return `# ${words}`;
    if (block.kind === "listItem") return `${block.marker} ${words}`;
    return block.kind === "table" ? words.replaceAll("\t", " | ") : words;
  });
}

const prose = [
  "The ministry holds that the present fare is too low and that the state must",
  "carry the difference for as long as it says so. The council disagrees: its",
  "members have voted against every rise since the ferry was bought, and they",
  "will do so again.",
];
const log = Array.from({ length: 30 }, (_, index) => `Line ${index} of the log: value=${index}.`);
const sentences = [
  "Residents of the northern districts oppose the new tariff because of its cost.",
  "Farmers in the valley want a delay of two years before anything is charged.",
  "The union of water workers supports the plan of the ministry in every point.",
];

test.each<readonly [string, readonly string[], readonly string[]]>([
  ["wrapped prose is one paragraph", prose, [prose.join(" ")]],
  [
    "turns of a transcript are kept",
    ["Anna: We oppose the plan.", "Ben: I support it.", "Anna: Why"],
    ["Anna: We oppose the plan.", "Ben: I support it.", "Anna: Why"],
  ],
  [
    "a wrapped turn is one",
    ["Chair: We begin with the", "tariffs of last year.", "Minister: We support them.", "Chair: Thank you"],
    ["Chair: We begin with the tariffs of last year.", "Minister: We support them.", "Chair: Thank you"],
  ],
  [
    "turns with times are kept",
    ["[00:12] Anna: We oppose it", "[00:15] Ben: I do not"],
    ["[00:12] Anna: We oppose it", "[00:15] Ben: I do not"],
  ],
  [
    "an address is kept",
    ["Ministry of Water", "12 High Street", "Aldra"],
    ["Ministry of Water", "12 High Street", "Aldra"],
  ],
  ["a log is kept", log, log],
  [
    "so are times before words",
    ["10:02 opened the session", "10:04 read the minutes", "10:09 voted"],
    ["10:02 opened the session", "10:04 read the minutes", "10:09 voted"],
  ],
  ["and one sentence a line", sentences, sentences],
  [
    "lines of cells are a table",
    ["Name\tStance", "Farmers\toppose", "Ministry\tsupport"],
    ["Name | Stance\nFarmers | oppose\nMinistry | support"],
  ],
  [
    "Chinese prose is joined without spaces",
    [
      "住民反对提高水价，因为他们认为这样的措施对于低收入家庭来说",
      "是不公平的。政府认为提高水价是必要的，并且已经准备了补贴计划",
      "以帮助他们。",
    ],
    [
      "住民反对提高水价，因为他们认为这样的措施对于低收入家庭来说是不公平的。政府认为提高水价是必要的，并且已经准备了补贴计划以帮助他们。",
    ],
  ],
  [
    "a word parted at a line's end is whole",
    ["The ministry supports a higher tar-", "iff than the farmers."],
    ["The ministry supports a higher tariff than the farmers."],
  ],
  [
    "a hyphen that the paper shows to belong to a word stays",
    ["A long-term plan. The long-", "term plan is a plan."],
    ["A long-term plan. The long-term plan is a plan."],
  ],
  [
    "a span of years has no space",
    ["in the years 2020–", "21 and later, it was said by some of them"],
    ["in the years 2020–21 and later, it was said by some of them"],
  ],
])("%s", (_name, lines, expected) => {
  expect(blocks(lines.join("\n"))).toEqual(expected);
});

test.each<readonly [string, Lines, readonly string[]]>([
  [prose.join("\n"), "keep", prose],
  [prose.join("\n"), "join", [prose.join(" ")]],
  ["Anna: We oppose it.\nBen: I do not.", "join", ["Anna: We oppose it. Ben: I do not."]],
  ["Ministry of Water\n12 High Street", "join", ["Ministry of Water 12 High Street"]],
  ["1. One\n   goes on\n2. Two", "join", ["1. One goes on", "2. Two"]],
])("%j with lines %s", (text, lines, expected) => {
  expect(blocks(text, lines)).toEqual(expected);
});

test("in any text, whatever becomes of its lines, every word is there once and in order", () => {
  const line = fc.array(fc.constantFrom("Water", "tariff", "Anna:", "2020", "水价", "پانی", "- ", "a\tb", "is.", "#"), {
    minLength: 1,
    maxLength: 9,
  });
  const text = fc.array(
    fc.oneof(
      line.map((words) => words.join(" ")),
      fc.constant(""),
    ),
    { minLength: 1, maxLength: 12 },
  );
  fc.assert(
    fc.property(text, fc.constantFrom<Lines | null>("keep", "join", null), (lines, choice) => {
      const source = lines.join("\n");
      const words = (some: string): string => some.replace(/[\s•|#-]/gu, "");
      fc.pre(words(source) !== "" && !/^#/m.test(source));
      expect(words(blocks(source, choice).join(""))).toBe(words(source));
    }),
  );
});

test.each([
  ["住民は値上げに反対している。"],
  ["居民反对提高水价，政府认为提高水价是必要的"],
  ["وزارت زیادہ نرخ کی حمایت کرتی ہے۔"],
  ["ترى الوزارة أنها ضرورية؟"],
  ["ترى الوزارة أن زيادة الأسعار ضرورية لتمويل شبكة المياه الجديدة في الجنوب"],
  ["मंत्रालय अधिक शुल्क का समर्थन करता है।"],
  ["किसान इसे अस्वीकार करते हैं क्योंकि वे अधिक शुल्क नहीं दे सकते"],
  ["Who is to pay?"],
  ["ஊரில் மக்கள் எதிர்க்கிறார்கள்."],
])("%s is no heading", (paragraph) => {
  expect(blocks(`${paragraph}\n\n${prose.join("\n")}`)[0]).toBe(paragraph);
});

test.each([
  ["水价报告"],
  ["報告"],
  ["پانی کی رپورٹ"],
  ["تقرير المياه"],
  ["जल रिपोर्ट"],
  ["물 보고서"],
  ["Water report"],
  ["1.2 Who pays"],
  ["٢ المقدمة"],
])("%s is a heading", (heading) => {
  expect(blocks(`${heading}\n\n${prose.join("\n")}`)[0]).toBe(`# ${heading}`);
});

test("turns with blank lines between them are no headings", () => {
  const turns = ["Chair: Order", "Minister: We support the rise", "Chair: Thank you", "Minister: It is needed"];
  expect(blocks(turns.join("\n\n"))).toEqual(turns);
});

test("a choice is asked for only where lines could be either", () => {
  expect([prose.join("\n"), sentences.join("\n"), "Anna: No.\nBen: Yes.", "One line."].map(hasUnsureLines)).toEqual([
    false,
    true,
    false,
    false,
  ]);
});

test("two million characters in one paragraph are read in time", () => {
  const text = Array.from({ length: 60_000 }, (_, index) => `and line ${index} of the log says that`).join("\n");
  expect(blocks(text).join("")).toBe(text.replaceAll("\n", " "));
});
