import { expect, test } from "vitest";
import { wholeSource } from "./whole.cases.ts";

async function blocksOf(lines: readonly string[]): Promise<string[]> {
  const { content } = await wholeSource({ name: "paper.md", bytes: Buffer.from(`${lines.join("\n")}\n`) });
  return content.blocks.map(
    (block) =>
      `${block.kind}: ${content.text.slice(block.start, block.end).replaceAll("\n", "⏎").replaceAll("\t", "|")}`,
  );
}

const simple = [
  "  Port     Share     Fare",
  "-------  -------  -------",
  "Aldra      34.8%        2",
  "            8.0%       12",
  "Night        *0*",
];

// Pandoc User's Guide: simple_tables, multiline_tables.
test.each<[string, readonly string[], readonly string[]]>([
  ["with a header, up to an empty line", [...simple, "", "Then."], ["A", "paragraph: Then."]],
  ["with a header, up to dashes", [...simple, "-------  -------  -------", "", "Then."], ["A", "paragraph: Then."]],
  [
    "after a paragraph and before a caption",
    ["So:", "", ...simple, "", "Table: Shares"],
    ["paragraph: So:", "A", "paragraph: Table: Shares"],
  ],
  [
    "without a header",
    ["-----  ----", "Aldra  34.8", "Night   8.0", "-----  ----", "", "Then."],
    ["table: Aldra|34.8⏎Night|8.0", "paragraph: Then."],
  ],
  [
    "with rows of several lines",
    [
      "------------------------------",
      " Port    What was",
      "         said",
      "-------- ---------------------",
      "Aldra    The fare is",
      "         34.8% higher.",
      "",
      "Night    Nothing",
      "boat",
      "------------------------------",
      "",
      "Then.",
    ],
    ["table: Port|What was said⏎Aldra|The fare is 34.8% higher.⏎Night boat|Nothing", "paragraph: Then."],
  ],
  [
    "with rows of several lines, without a header",
    ["----- -----", "Aldra 34.8", "", "Night 8.0", "boat", "----- -----"],
    ["table: Aldra|34.8⏎Night boat|8.0"],
  ],
  [
    "in a frame",
    [
      "+--------+------------+",
      "| Port   | What was   |",
      "|        | said       |",
      "+:=======+===========:+",
      "| Aldra  | The fare   |",
      "|        | is 34.8%   |",
      "|        | higher.    |",
      "+--------+------------+",
      "| Night  | - Nothing  |",
      "| boat   | - No *fare*|",
      "|        |            |",
      "|        | Later.     |",
      "+--------+------------+",
      "",
      "Then.",
    ],
    [
      "table: Port|What was said⏎Aldra|The fare is 34.8% higher.⏎Night boat|- Nothing⏎- No fare⏎Later.",
      "paragraph: Then.",
    ],
  ],
  ["in a frame, without a header", ["+---+----+", "| A | 12 |", "+---+----+"], ["table: A|12"]],
])("a table %s", async (_name, source, blocks) => {
  const wanted = blocks.map((block) => (block === "A" ? whole : block));
  expect(await blocksOf(source)).toEqual(wanted);
});

const whole = "table: Port|Share|Fare⏎Aldra|34.8%|2⏎|8.0%|12⏎Night|0|";

test.each<[string, readonly string[]]>([
  ["words that cross the columns", ["Ports and what", "----- ---", "they take from", "everybody"]],
  ["a break drawn with two runs of dashes", ["First.", "", "--- ---", "", "Second, and more."]],
  ["dashes that never end", ["----- -----", "Aldra 34.8", "Night 8.0"]],
  ["a line with dashes of its own", ["Aldra -- Night", "goes on"]],
  ["a frame with cells joined", ["+---+---+", "| A | B |", "+---+---+", "| over both |", "+-------+"]],
  ["a frame that never ends", ["+---+---+", "| A | B |", "and more"]],
  ["a header and nothing under it", ["Port  Fare", "----- ----", "", "Then."]],
])("%s are no table, and nothing is lost", async (_name, source) => {
  const found = await blocksOf(source);
  expect(found.filter((block) => block.startsWith("table"))).toEqual([]);
  const words = (lines: readonly string[]): string[] => lines.join(" ").match(/[\p{L}\d.]+/gu) ?? [];
  expect(words(found.map((block) => block.slice(block.indexOf(": "))))).toEqual(words(source));
});
