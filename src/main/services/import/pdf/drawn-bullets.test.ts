import { expect, test } from "vitest";
import type { PaperContent } from "../../../../shared/model/content.ts";
import { onePage } from "../../pdfium/page.cases.ts";
import { wholePdf } from "../whole.cases.ts";

const shown = (text: string, x: number, y: number, font = "/F 10 Tf"): string =>
  `BT ${font} ${x} ${y} Td (${text}) Tj ET`;
const square = (x: number, y: number, side = 4): string => `${x} ${y} ${side} ${side} re f`;
/** A circle of a radius of two, as programs draw it. */
const disc = (x: number, y: number): string =>
  `${x + 4} ${y + 2} m ${x + 4} ${y + 3.1} ${x + 3.1} ${y + 4} ${x + 2} ${y + 4} c ${x + 0.9} ${y + 4} ${x} ${y + 3.1} ${x} ${y + 2} c ${x} ${y + 0.9} ${x + 0.9} ${y} ${x + 2} ${y} c ${x + 3.1} ${y} ${x + 4} ${y + 0.9} ${x + 4} ${y + 2} c f`;

const said = ({ text, blocks }: PaperContent): string[] =>
  blocks.map((block) => {
    const marker = block.kind === "listItem" ? ` ${block.marker}` : "";
    return `${block.kind}${marker}: ${text.slice(block.start, block.end)}`;
  });
const read = async (...drawn: readonly string[]): Promise<string[]> =>
  said((await wholePdf(onePage({ drawn: drawn.join("\n") }))).content);

const items = [
  "Meters are not read in the villages of",
  "the north, whatever the ministry says.",
  "Villages pay twice.",
];
const wanted = [
  "listItem •: Meters are not read in the villages of the north, whatever the ministry says.",
  "listItem •: Villages pay twice.",
];

test.each([
  ["squares", square],
  ["discs", disc],
])("words after %s that are drawn are list items", async (_, mark) => {
  const lines = items.map((text, n) => shown(text, 70, 400 - n * 12));
  expect(await read(mark(55, 401), mark(55, 377), ...lines)).toEqual(wanted);
});

test("a bullet far from its words is one of theirs, too", async () => {
  const lines = items.map((text, n) => shown(text, 90, 400 - n * 12));
  expect(await read(square(55, 401), square(55, 377), ...lines)).toEqual(wanted);
});

test("items of an item are deeper", async () => {
  const lines = ["The panel found that", "meters are not read,", "villages pay twice,", "and proposes an end to this."];
  const at = [70, 90, 90, 70];
  const drawn = lines.flatMap((text, n) => [
    square((at[n] ?? 0) - 14, 401 - n * 14),
    shown(text, at[n] ?? 0, 400 - n * 14),
  ]);
  const { content } = await wholePdf(onePage({ drawn: drawn.join("\n") }));
  expect(content.blocks.map((block) => (block.kind === "listItem" ? block.depth : -1))).toEqual([0, 1, 1, 0]);
});

test.each([
  ["one shape alone", [square(55, 401), shown("Meters are not read in the villages.", 70, 400)]],
  [
    "shapes as large as letters",
    [square(55, 398, 11), square(55, 374, 11), shown("Meters", 70, 400), shown("Villages", 70, 376)],
  ],
  [
    "shapes between words",
    [
      shown("A", 44, 400),
      shown("B", 44, 376),
      square(55, 401),
      square(55, 377),
      shown("Meters are", 70, 400),
      shown("Villages pay", 70, 376),
    ],
  ],
  ["dots in a row", [400, 376].flatMap((y) => [square(50, y + 1), square(58, y + 1), shown("Meters are", 70, y)])],
  ["shapes beside figures", [square(55, 401), square(55, 377), shown("34.5", 70, 400), shown("12.0", 70, 376)]],
  [
    "shapes before bold heads",
    [
      square(55, 401),
      square(55, 377),
      shown("Meters are", 70, 400, "/B 10 Tf"),
      shown("Villages pay", 70, 376, "/B 10 Tf"),
    ],
  ],
])("%s make no items", async (_, drawn) => {
  for (const line of await read(...drawn)) expect(line).not.toMatch(/^listItem|•/);
});
