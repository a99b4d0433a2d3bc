import { expect, test } from "vitest";
import type { PaperContent } from "../../../../shared/model/content.ts";
import { onePage } from "../../pdfium/page.cases.ts";
import { wholePdf } from "../whole.cases.ts";

type At = readonly [x: number, y: number, text: string];

const shown = ([x, y, text]: At): string => `BT /F 9 Tf ${x} ${y} Td (${text}) Tj ET`;
/** Rules as programs draw them: stroked lines. */
const rule = (x0: number, y0: number, x1: number, y1: number): string => `${x0} ${y0} m ${x1} ${y1} l S`;
/** The same as thin boxes that are filled. */
const filled = (x0: number, y0: number, x1: number, y1: number): string =>
  `${x0} ${y0} ${Math.max(0.6, x1 - x0)} ${Math.max(0.6, y1 - y0)} re f`;

const words: readonly At[] = [
  [54, 409, "Issue"],
  [134, 409, "What the monitors found"],
  [264, 409, "What is to be done"],
  [54, 389, "Wages"],
  [134, 389, "The factory only hired workers"],
  [264, 389, "The factory has already"],
  [134, 378, "who were over the age of"],
  [264, 378, "changed its rules for"],
  [134, 367, "eighteen years."],
  [264, 367, "those who apply."],
  [54, 347, "Fire"],
  [134, 347, "No plan was posted in the"],
  [264, 347, "The plan is now posted."],
  [134, 336, "workshop."],
];
const xs = [50, 130, 260, 380];
const ys = [420, 400, 360, 330];
const wanted = [
  ["Issue", "What the monitors found", "What is to be done"],
  [
    "Wages",
    "The factory only hired workers who were over the age of eighteen years.",
    "The factory has already changed its rules for those who apply.",
  ],
  ["Fire", "No plan was posted in the workshop.", "The plan is now posted."],
];

const grid = (draw: typeof rule): string[] => [
  ...ys.map((y) => draw(50, y, 380, y)),
  ...xs.map((x) => draw(x, 330, x, 420)),
];

/** The rows of the tables, and the other blocks. */
function said({ text, blocks }: PaperContent): { rows: string[][]; rest: string[] } {
  const tables = blocks.filter((block) => block.kind === "table");
  return {
    rows: tables.flatMap(({ start, end }) =>
      text
        .slice(start, end)
        .split("\n")
        .map((row) => row.split("\t")),
    ),
    rest: blocks.filter((block) => block.kind !== "table").map(({ start, end }) => text.slice(start, end)),
  };
}
const read = async (...drawn: readonly string[]) =>
  said((await wholePdf(onePage({ drawn: drawn.join("\n") }))).content);

test.each([
  ["lines", grid(rule)],
  ["thin boxes", grid(filled)],
  [
    "one path",
    [`${[...ys.map((y) => `50 ${y} m 380 ${y} l`), ...xs.map((x) => `${x} 330 m ${x} 420 l`)].join(" ")} S`],
  ],
  [
    "boxes round the cells",
    ys
      .slice(1)
      .flatMap((y, n) => xs.slice(1).map((x, k) => `${xs[k]} ${y} ${x - (xs[k] ?? 0)} ${(ys[n] ?? 0) - y} re S`)),
  ],
])("words over several lines in cells that %s part are read cell by cell", async (_, drawn) => {
  expect(await read(...words.map(shown), ...drawn)).toEqual({ rows: wanted, rest: [] });
});

test("the file may have the words line by line over all cells", async () => {
  const byRow = words.toSorted((a, b) => b[1] - a[1] || a[0] - b[0]);
  expect((await read(...byRow.map(shown), ...grid(rule))).rows).toEqual(wanted);
});

test("what is over and under the rules, and a title in a box of its own, is no part of the table", async () => {
  const title: At = [160, 429, "Findings of the audit"];
  const around: readonly At[] = [
    [50, 460, "The panel heard the ministry."],
    [50, 300, "It agreed with the council."],
  ];
  const box = ["50 420 330 20 re S"];
  const { rows, rest } = await read(...[...around, title, ...words].map(shown), ...grid(rule), ...box);
  expect(rows).toEqual(wanted);
  expect(rest).toEqual(["The panel heard the ministry.", "Findings of the audit", "It agreed with the council."]);
});

test("a cell over several columns or rows has its place in the first of them", async () => {
  const merged: readonly At[] = [
    [54, 409, "Findings of the audit and what follows"],
    ...words.filter(([, y]) => y < 400),
  ];
  const rules = [
    ...ys.map((y) => rule(50, y, 380, y)),
    rule(50, 330, 50, 420),
    rule(380, 330, 380, 420),
    rule(130, 330, 130, 400),
    rule(260, 330, 260, 400),
  ];
  const { rows, rest } = await read(...merged.map(shown), ...rules);
  expect(rows).toEqual(wanted.slice(1));
  expect(rest).toEqual(["Findings of the audit and what follows"]);
});

test("rows that no rule parts stay rows", async () => {
  const rows: readonly At[] = ["North", "South", "East"].flatMap((name, n): At[] => [
    [54, 389 - n * 20, name],
    [134, 389 - n * 20, `${n + 3}.5`],
    [264, 389 - n * 20, `${n + 7}.1`],
  ]);
  const heads: readonly At[] = [
    [54, 409, "Port"],
    [134, 409, "2019"],
    [264, 409, "2020"],
  ];
  const rules = [
    rule(50, 420, 380, 420),
    rule(50, 400, 380, 400),
    rule(50, 330, 380, 330),
    ...xs.map((x) => rule(x, 330, x, 420)),
  ];
  const { rows: found } = await read(...[...heads, ...rows].map(shown), ...rules);
  expect(found).toEqual([
    ["Port", "2019", "2020"],
    ["North", "3.5", "7.1"],
    ["South", "4.5", "8.1"],
    ["East", "5.5", "9.1"],
  ]);
});

test("figures under each other that are level with words beside them are rows, though no rule parts them", async () => {
  const rows = ["Direct taxes", "Mining tax", "Value added tax"].flatMap((name, n): At[] => [
    [54, 389 - n * 11, name],
    [134, 389 - n * 11, `${n + 3},${n}00.8`],
    [264, 389 - n * 11, ["Paid by those who", "earn more than most", "of their kind"][n] ?? ""],
  ]);
  const heads: readonly At[] = [
    [54, 409, "Tax"],
    [134, 409, "2010"],
    [264, 409, "Who pays"],
  ];
  const rules = [420, 400, 360, 330].map((y) => rule(50, y, 380, y)).concat(xs.map((x) => rule(x, 330, x, 420)));
  const total: readonly At[] = [
    [54, 345, "Total"],
    [134, 345, "12,903.2"],
  ];
  const { rows: found } = await read(...[...heads, ...rows, ...total].map(shown), ...rules);
  expect(found.map((row) => row.slice(0, 2))).toEqual([
    ["Tax", "2010"],
    ["Direct taxes", "3,000.8"],
    ["Mining tax", "4,100.8"],
    ["Value added tax", "5,200.8"],
    ["Total", "12,903.2"],
  ]);
});

test.each([
  ["on the same lines", 0],
  ["on lines of their own", 7],
])("tables beside each other in columns of the page are read one after the other: %s", async (_, shift) => {
  const names = ["Harbour works", "Ferry lines", "Winter roads", "Island schools", "Village halls"];
  const tableAt = (x: number, from: number, down: number): { words: At[]; rules: string[] } => ({
    words: names.flatMap((name, n): At[] => [
      [x + 4, 389 - down - n * 20, `${from + n}/2018`],
      [x + 54, 389 - down - n * 20, name],
    ]),
    rules: [
      ...[400, 380, 360, 340, 320, 300].map((y) => rule(x, y - down, x + 150, y - down)),
      ...[x, x + 50, x + 150].map((at) => rule(at, 300 - down, at, 400 - down)),
    ],
  });
  const [left, right] = [tableAt(40, 100, 0), tableAt(210, 200, shift)];
  const { rows } = await read(...[...left.words, ...right.words].map(shown), ...left.rules, ...right.rules);
  expect(rows).toEqual([100, 200].flatMap((from) => names.map((name, n) => [`${from + n}/2018`, name])));
});

test("rules around some columns of a table leave its rows whole", async () => {
  const names = ["Research", "Sales", "Harbours", "Ferries", "Total"];
  const cells = names.flatMap((name, n): At[] => [
    [44, 389 - n * 20, name],
    [134, 389 - n * 20, `1,${n}36`],
    [204, 389 - n * 20, `2,${n}32`],
  ]);
  const rules = [
    ...[400, 380, 360, 340, 320, 300].map((y) => rule(40, y, 170, y)),
    ...[40, 120, 170].map((x) => rule(x, 300, x, 400)),
  ];
  const { rows } = await read(...cells.map(shown), ...rules);
  expect(rows).toEqual(names.map((name, n) => [name, `1,${n}36`, `2,${n}32`]));
});
