import { expect, test } from "vitest";
import { withCells } from "./cells.ts";
import { linesFrom, type Print } from "./fixtures/lines.ts";
import { downFrom, proseLines } from "./fixtures/read-pages.ts";

type At = readonly [x: number, text: string];
/** Rows of print, each with the distance to the one above it. */
const printed = (rows: readonly (readonly [step: number, ...cells: At[]])[], top = 400): Print[] => {
  let y = top;
  return rows.flatMap(([step, ...cells]) => {
    y -= step;
    return cells.map(([x, text]) => ({ x, text, y }));
  });
};
/** The first table that some prints hold, and the texts of all other lines. */
function read(prints: readonly Print[]): { rows: string[][] | null; rest: string[] } {
  const lines = withCells(linesFrom(prints));
  const index = lines.findIndex((line) => line.table !== undefined);
  const table = lines[index]?.table;
  if (table === undefined) return { rows: null, rest: lines.map(({ text }) => text) };
  return {
    rows: table.rows.map((row) => row.map((cell) => cell.lines.map(({ text }) => text).join(" "))),
    rest: [...lines.slice(0, index), ...lines.slice(index + table.taken)].map(({ text }) => text),
  };
}

const rows = [
  [0, [50, "Port"], [150, "2019"], [220, "2020"]],
  [16, [50, "North"], [150, "12"], [220, "13"]],
  [16, [50, "South"], [150, "7"], [220, "8"]],
  [16, [50, "East"], [150, "101"], [220, "102"]],
] as const satisfies readonly (readonly [number, ...At[]])[];
const cells = [
  ["Port", "2019", "2020"],
  ["North", "12", "13"],
  ["South", "7", "8"],
  ["East", "101", "102"],
];

test.each<[string, readonly (readonly [number, ...At[]])[], readonly string[]]>([
  ["a source", [[16, [50, "Source: Institute of Ports"]]], ["Source: Institute of Ports"]],
  ["a note", [[16, [50, "Note: fares of the winter"]]], ["Note: fares of the winter"]],
  [
    "a sentence over its columns",
    [[16, [50, "The fares of the winter are those of the summer."]]],
    ["The fares of the winter are those of the summer."],
  ],
  ["a paragraph far below", [[60, [50, "The council says so."]]], ["The council says so."]],
])("what follows a table is no row of it: %s", (_, after, rest) => {
  expect(read(printed([...rows, ...after]))).toEqual({ rows: cells, rest });
});

test("a paragraph over a table is no row of it", () => {
  const before = downFrom(450, proseLines(3));
  expect(read([...before, ...printed(rows)])).toEqual({ rows: cells, rest: before.map(({ text }) => text) });
});

test("a heading over the columns that leaves the first one free is the table's first row", () => {
  const headed = printed([[0, [177.5, "Fares"]], [16, ...rows[0].slice(1)] as [number, ...At[]], ...rows.slice(1)]);
  const { rows: found } = read(headed);
  expect(found?.slice(1)).toEqual(cells);
  expect(found?.[0]?.join("")).toBe("Fares");
});

test("rules written between rows are nothing", () => {
  const ruled = printed([
    rows[0],
    [8, [50, "________________________________"]],
    [8, ...rows[1].slice(1)] as [number, ...At[]],
    ...rows.slice(2),
  ]);
  expect(read(ruled).rows).toEqual(cells);
});

test("a heading of a group is a row with one cell", () => {
  const grouped = printed([...rows, [16, [50, "Islands"]], ...rows.slice(1)]);
  const { rows: found } = read(grouped);
  expect(found?.[4]?.filter((cell) => cell !== "")).toEqual(["Islands"]);
  expect(found?.length).toBe(8);
});

test.each<[string, readonly (readonly [number, ...At[]])[]]>([
  [
    "two rows",
    [
      [0, [50, "Port"], [150, "2019"]],
      [60, [50, "North"], [150, "12"]],
    ],
  ],
  [
    "rows of one piece",
    [
      [0, [50, "Port"]],
      [16, [50, "North"]],
      [16, [50, "South"]],
    ],
  ],
  [
    "rows farther apart than a table's",
    [
      [0, [50, "Port"], [150, "2019"]],
      [60, [50, "North"], [150, "12"]],
      [60, [50, "South"], [150, "7"]],
    ],
  ],
])("%s are no table", (_, own) => {
  const { rows: found, rest } = read(printed(own));
  expect(found).toBeNull();
  expect(rest.join(" ")).toBe(own.flatMap(([, ...all]) => all.map(([, text]) => text)).join(" "));
});

test("two tables apart from each other are two", () => {
  const lines = withCells(linesFrom([...printed(rows), ...downFrom(300, proseLines(3)), ...printed(rows, 220)]));
  expect(lines.filter((line) => line.table !== undefined)).toHaveLength(2);
});

test("a table's lines come in the order of its rows, and it counts as many as it has", () => {
  const lines = withCells(linesFrom(printed(rows)));
  expect(lines.map(({ text }) => text)).toEqual(cells.flat());
  expect(lines[0]?.table?.taken).toBe(12);
  expect(lines.slice(1).every((line) => line.table === undefined)).toBe(true);
});

test("whatever the page, no letter is lost", () => {
  const pages: readonly (readonly Print[])[] = [
    printed(rows),
    [...downFrom(480, proseLines(4)), ...printed(rows, 400), ...downFrom(300, proseLines(4, 2))],
    printed([...rows, [16, [50, "Islands"]], [10, [60, "and more"]], ...rows.slice(1)]),
    printed([
      [0, [50, "a"], [60, "b"]],
      [5, [55, "c"]],
      [5, [50, "1"], [300, "2"]],
    ]),
    [],
  ];
  const letters = (texts: readonly string[]): string => [...texts.join("").replace(/\s/g, "")].sort().join("");
  for (const prints of pages)
    expect(letters(withCells(linesFrom(prints)).map(({ text }) => text))).toBe(letters(prints.map(({ text }) => text)));
});

test("narrow justified prose whose first gaps are under each other is no table", () => {
  const lines = ["instant  appeal also stands in", "limine   being barred by a law", "Section  on which the party is"];
  expect(read(downFrom(400, lines)).rows).toBeNull();
  // Where the rows end at other places, no sentence goes on from most of them.
  const labels = ["instant  appeal", "limine   being barred by a law", "Section  on which"];
  expect(read(downFrom(400, labels)).rows).toHaveLength(3);
});

/** A title in large print and a journal's small print beside it, row by row. */
const masthead = (title: readonly string[], beside: readonly string[], size = 16): Print[] =>
  title.flatMap((text, n) => [
    { text, x: 50, y: 400 - n * 18, size },
    { text: beside[n] ?? "", x: 300, y: 400 - n * 18, size: 7 },
  ]);
const imprint = ["Harbour Review", "Volume 52", "© The Authors", "DOI: 10.1177/10780"];

test("a title and the small print beside it are no table: the title is read first", () => {
  const title = ["Pushing the Limits:", "Fares and Costs", "in the Ports of", "the Islands"];
  expect(read(masthead(title, imprint))).toEqual({ rows: null, rest: [...title, ...imprint] });
  expect(read(masthead(title, imprint, 8)).rows).toHaveLength(4);
});

test("large figures beside what they count are a table", () => {
  const figures = ["62 %", "1.4 m", "305", "7.2"];
  expect(read(masthead(figures, ["of households", "of people", "ports", "million dollars"])).rows).toEqual([
    ["62 %", "of households"],
    ["1.4 m", "of people"],
    ["305", "ports"],
    ["7.2", "million dollars"],
  ]);
});

test("the short last line of a title is no head of the table of authors under it", () => {
  const title: Print = { text: "of the ports", x: 160, y: 420, size: 16 };
  const authors = printed([
    [0, [50, "Ada Lane"], [150, "Ben Shore"], [250, "Cem Kaya"]],
    [12, [50, "ada@e.org"], [150, "ben@e.org"], [250, "cem@e.org"]],
    [12, [50, "Northport"], [150, "Southport"], [250, "Eastport"]],
  ]);
  const { rows, rest } = read([title, ...authors]);
  expect(rows?.[0]).toEqual(["Ada Lane", "Ben Shore", "Cem Kaya"]);
  expect(rest).toEqual(["of the ports"]);
});

test("two rows that one sentence runs through are prose that somebody recognised, two rows of names are a table", () => {
  const row = (y: number, ...cells: At[]): Print[] => cells.map(([x, text]) => ({ text, x, y }));
  const prose = [
    ...row(400, [50, "to be dissolved"], [140, "and"], [180, "absorbed by the roots. The bones, when"]),
    ...row(386, [50, "the ships have"], [140, "been"], [180, "buried in a dry place, are as they were"]),
  ];
  expect(read(prose).rows).toBeNull();
  const names = [
    ...row(400, [50, "council of ports"], [140, "Ada"], [180, "Lane, who is in the chair and"]),
    ...row(386, [50, "ministry of sea"], [140, "Ben"], [180, "Shore, who is not in the chair"]),
  ];
  expect(read(names).rows).toHaveLength(2);
});
