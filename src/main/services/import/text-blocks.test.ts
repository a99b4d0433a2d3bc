import { expect, test } from "vitest";
import { message } from "../../../shared/messages/message.ts";
import type { Lines } from "../../../shared/model/paper.ts";
import { hasUnsureLines, importText } from "./text.ts";

const read = (source: string, lines: Lines | null = null) => importText(source, { warnings: [], lines });
const blocks = (source: string, lines: Lines | null = null): string[] => {
  const { content } = read(source, lines);
  return content.blocks.map((block) => {
    const words = content.text.slice(block.start, block.end).replaceAll("\t", " | ");
    if (block.kind === "heading") return `h${block.level} ${words}`;
    return block.kind === "listItem" ? `${block.depth} ${block.marker} ${words}` : `${block.kind} ${words}`;
  });
};
const prose = "Residents oppose the tariff because of its cost.";

test.each<[string, string, readonly string[]]>([
  ["paragraphs by blank lines", `${prose}\n\n${prose}`, [`paragraph ${prose}`, `paragraph ${prose}`]],
  ["blank lines with spaces in them", `${prose}\n \t \n${prose}`, [`paragraph ${prose}`, `paragraph ${prose}`]],
  [
    "a title and a heading",
    `The Port\n\n${prose}\n\nFares\n\n${prose}`,
    ["h1 The Port", `paragraph ${prose}`, "h2 Fares", `paragraph ${prose}`],
  ],
  ["a last line that looks like a heading", `${prose}\n\nFares`, [`paragraph ${prose}`, "paragraph Fares"]],
  ["bullets", "- One\n- Two", ["0 • One", "0 • Two"]],
  ["other bullets", "• One\n▪ Two\n* Three\n– Four", ["0 • One", "0 • Two", "0 • Three", "0 • Four"]],
  ["numbers", "1. One\n2) Two\n10. Ten", ["0 1. One", "0 2) Two", "0 10. Ten"]],
  ["indents", "- One\n  - Two\n    - Three", ["0 • One", "1 • Two", "2 • Three"]],
  ["an item of several lines", "- One\n  more\n- Two", ["0 • One more", "0 • Two"]],
  [
    "items of two lines, the second in capitals or figures",
    "1. The fare shall not exceed\n   $4.00 in any year.\n2. The concession is extended to\n   2030.",
    ["0 1. The fare shall not exceed $4.00 in any year.", "0 2. The concession is extended to 2030."],
  ],
  [
    "an address for each item",
    "1. Ada Lind\n   Harbour Street 12\n   Oldtown\n2. Ben Ray\n   Mill Lane 3",
    ["0 1. Ada Lind", "paragraph Harbour Street 12", "paragraph Oldtown", "0 2. Ben Ray", "paragraph Mill Lane 3"],
  ],
  ["words before items", "They said:\n- One\n- Two", ["paragraph They said:", "0 • One", "0 • Two"]],
  [
    "a number that is no item's",
    "1234. Street is closed.\n\nOne more.",
    ["paragraph 1234. Street is closed.", "paragraph One more."],
  ],
  [
    "a word parted at a line's end",
    "a pos-\nsible word that is possible",
    ["paragraph a possible word that is possible"],
  ],
  ["nothing but white space around", `\n\n  ${prose}  \n\n`, [`paragraph ${prose}`]],
])("%s", (_, source, wanted) => {
  expect(blocks(source)).toEqual(wanted);
});

test("a group of more lines than a function takes arguments is read", () => {
  expect(blocks("A line\n".repeat(200_000))).toHaveLength(200_000);
});

test.each<[string, string, Lines | null, readonly string[]]>([
  ["turns", "Anna: Yes\nBen: No", null, ["paragraph Anna: Yes", "paragraph Ben: No"]],
  [
    "a turn that goes on",
    "Anna: We say\nno to it.\nBen: No",
    null,
    ["paragraph Anna: We say no to it.", "paragraph Ben: No"],
  ],
  [
    "a turn that goes on, with lines kept",
    "Anna: We say\nno.\nBen: No",
    "keep",
    ["paragraph Anna: We say", "paragraph no.", "paragraph Ben: No"],
  ],
  ["Chinese turns", "主席：我们开始\n部长：我们反对", null, ["paragraph 主席：我们开始", "paragraph 部长：我们反对"]],
  [
    "an address",
    "Ministry of Water\n12 High Street\nHarbour",
    null,
    ["paragraph Ministry of Water", "paragraph 12 High Street", "paragraph Harbour"],
  ],
  [
    "an address, with lines joined",
    "Ministry of Water\n12 High Street",
    "join",
    ["paragraph Ministry of Water 12 High Street"],
  ],
  ["cells", "a\tb\nc\td", null, ["table a | b\nc | d"]],
  [
    "rows of unlike length",
    "a\tb\nc\td\te",
    null,
    ["paragraph a\tb", "paragraph c\td\te"].map((text) => text.replaceAll("\t", " | ")),
  ],
  [
    "items among kept lines",
    "One of them\n- Two\nThree",
    "keep",
    ["paragraph One of them", "0 • Two", "paragraph Three"],
  ],
])("lines: %s", (_, source, lines, wanted) => {
  expect(blocks(source, lines)).toEqual(wanted);
});

test("a paragraph over a page's end goes on in a second block of its sentence", () => {
  const [before, after] = ["the board of the northern islands has said to the", "ministry that it will not pay"];
  const { content } = read(`${before}\n\n${after}`);
  expect(content.text).toBe(`${before} ${after}`);
  expect(content.blocks.map(({ continues }) => continues)).toEqual([false, true]);
  expect(read(`${before}\n\n${after}`, "keep").content.blocks.map(({ continues }) => continues)).toEqual([
    false,
    false,
  ]);
});

test("a form feed begins a section, an empty one none", () => {
  const { content } = read(`${prose}\f${prose}\f\f${prose}`);
  expect(content.blocks.map(({ page }) => page)).toEqual([0, 1, 3]);
  expect(content.pages.at(-1)?.label).toBe("§4");
});

test.each([
  [`The Port\n\n${prose}`, "The Port"],
  [`${prose}\n\nThe Port\n\n${prose}`, null],
  [prose, null],
])("a text is called by its first line where that is a heading", (source, title) => {
  expect(read(source).title).toBe(title);
});

test.each([
  [`The Port\n\n9 March 2021\n\n${prose}`, "2021-03-09"],
  [`${`${prose}\n\n`.repeat(12)}9 March 2021`, null],
  [`The Port\n\n2021-13-45\n\n${prose}`, null],
])("a day alone on one of its first lines is its date", (source, date) => {
  expect(read(source).date).toBe(date);
});

test("warnings that came along are kept, and there are no authors and no geometry", () => {
  const warnings = [message("import.cutOff")];
  const { content, authors, geometry, format } = importText(prose, { warnings, lines: null });
  expect([content.warnings, authors, geometry, format]).toEqual([warnings, [], null, "text"]);
});

test.each([
  ["Ministry of Water\n12 High Street\nHarbour", true],
  [`${prose}\n\nMinistry of Water\n12 High Street\nHarbour`, true],
  [prose, false],
  ["- One\n- Two\n- Three", false],
  ["Anna: Yes\nBen: No", false],
  ["a\tb\nc\td", false],
  ["", false],
])("the lines of %j could be either: %s", (source, unsure) => {
  expect(hasUnsureLines(source)).toBe(unsure);
});
