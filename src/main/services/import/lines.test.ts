import fc from "fast-check";
import { expect, test } from "vitest";
import { chooseLines, isGlued, isTurn, joinLines } from "./lines.ts";

test.each([
  "Anna: We oppose the plan.",
  "Dr. Anna O’Neil-Smith (chair): Yes",
  "ANNA:",
  "[00:12] Anna: Yes",
  "00:12:33 Anna: Yes",
  "(0:12.500) Anna: Yes",
  "  Anna : Yes",
  "安娜：我们反对",
  "رئيس: نعم",
  "Speaker 1: Yes",
  "李·安（主席）：是的",
])("%j begins a turn", (line) => {
  expect(isTurn(line)).toBe(true);
});

test.each([
  "We oppose the plan.",
  "12:30 we met",
  "https://example.org/",
  "Note:this",
  "住民反对提高水价因为他们认为不公平：他们",
  ": nothing",
  "A very long beginning of a sentence with many words: and more",
  "“Anna”: yes",
  "",
])("%j begins none", (line) => {
  expect(isTurn(line)).toBe(false);
});

const prose = [
  "The ministry holds that the present fare is too low and that the state must",
  "carry the difference for as long as it says so. The council disagrees: its",
  "members have voted against every rise since the ferry was bought, and they",
  "will do so again.",
];

test.each<[string, readonly string[], "keep" | "join", boolean]>([
  ["one line", ["Only one line"], "join", false],
  ["nothing", [], "join", false],
  ["wrapped prose", prose, "join", false],
  ["lines of cells", ["a\tb", "c\td", "e"], "keep", false],
  ["some lines of cells among prose", ["a\tb", ...prose], "join", false],
  ["cells parted by spaces", ["Year     Fare    Riders", "2021     3.10    12,000", "2022     3.40"], "keep", false],
  ["prose with one wide gap", ["a    b", ...prose], "join", false],
  ["turns", ["Anna: Yes", "Ben: No"], "keep", false],
  ["a turn and what was said", ["Anna: Yes", "and", "more", "of", "it"], "keep", false],
  ["Chinese turns", ["主席：我们开始", "部长：我们反对"], "keep", false],
  [
    "one Chinese line with a colon",
    ["住民反对提高水价的原因有以下几点：", "一是价格太高", "二是没有补贴"],
    "keep",
    true,
  ],
  ["times", ["12:30 We met", "12:45 We left"], "keep", false],
  ["dates", ["2021-03-09 We met", "2021-03-10 We left"], "keep", false],
  ["numbers", ["[1] One", "[2] Two", "3: Three"], "keep", false],
  ["an address", ["Ministry of Water", "12 High Street", "Harbour"], "keep", true],
  ["a sentence on each line", ["One is here.", "Two is here.", "Three is here."], "keep", true],
  [
    "full lines that begin in capitals",
    ["The Northern Harbour Board of Trade and Finance said", "That Nobody in the Islands would pay for the new ferry"],
    "join",
    true,
  ],
])("%s: %s to %s, unsure: %s", (_, lines, choice, unsure) => {
  expect(chooseLines(lines)).toEqual({ lines: choice, unsure });
});

const never = (): boolean => false;
const always = (): boolean => true;

test.each<[string, readonly string[], string]>([
  ["a space between words", ["one", "two"], "one two"],
  ["spaces around a line", [" one ", "  two "], "one two"],
  ["one line", ["one"], "one"],
  ["no lines", [], ""],
  ["a word parted by a hyphen", ["possi-", "ble"], "possible"],
  ["a word parted by the other hyphen", ["possi\u2010", "ble"], "possible"],
  ["a hyphen before a capital", ["Anglo-", "Saxon"], "Anglo-Saxon"],
  ["a hyphen between digits", ["2020-", "21"], "2020-21"],
  ["a hyphen after a digit, before a word", ["2020-", "und"], "2020- und"],
  ["a dash between years", ["2020–", "21"], "2020–21"],
  ["a slash", ["and/", "or"], "and/or"],
  ["a dash between words with spaces", ["one –", "two"], "one – two"],
  ["Chinese", ["水价", "改革"], "水价改革"],
  ["Japanese", ["水道の", "料金"], "水道の料金"],
  ["Thai", ["ราคา", "น้ำ"], "ราคาน้ำ"],
  ["Korean, which has spaces", ["수도", "요금"], "수도 요금"],
  ["Chinese before Latin", ["水价", "OECD"], "水价 OECD"],
  ["a full-width stop", ["水价。", "改革"], "水价。改革"],
  ["an Urdu word", ["پانی", "کی قیمت"], "پانی کی قیمت"],
])("lines with %s", (_, lines, joined) => {
  expect(joinLines(lines, never)).toBe(joined);
});

test("a hyphen stays where the words of the paper say so, and both parts are asked about", () => {
  expect(joinLines(["long-", "term plans"], always)).toBe("long-term plans");
  const asked: string[] = [];
  joinLines(["a long-", "term plan, well-", "Known"], (before, after) => {
    asked.push(`${before} ${after}`);
    return true;
  });
  expect(asked).toEqual(["long term"]);
});

test.each([
  ["水", "价", true],
  ["水", "a", false],
  ["a", "水", false],
  ["", "水", false],
  ["水", "", false],
  ["ア", "。", true],
])("%j and %j are glued: %s", (before, after, is) => {
  expect(isGlued(before, after)).toBe(is);
});

test("no letter is lost or added, whatever lines are joined", () => {
  const line = fc.string({ unit: fc.constantFrom("a", "B", "水", "ا", " ", ".", "1"), maxLength: 8 });
  fc.assert(
    fc.property(fc.array(line, { maxLength: 6 }), (lines) => {
      expect(joinLines(lines, never).replace(/\s/g, "")).toBe(lines.join("").replace(/\s/g, ""));
    }),
  );
});
