import { expect, test } from "vitest";
import { openGeometry, placeAt } from "../../geometry/geometry.ts";
import { onePage, reading } from "../../pdfium/page.cases.ts";
import type { TextTurn } from "../../pdfium/page-chars.ts";
import { wholePdf } from "../whole.cases.ts";
import { proseLines } from "./fixtures/read-pages.ts";
import { frameOf, fromFrame } from "./frame.ts";
import { turnedLines } from "./turned.ts";

const shown = (text: string, x: number, y: number): string => `BT /F 10 Tf ${x} ${y} Td (${text}) Tj ET`;
/** Text that runs up the page, or down it. */
const up = (text: string, x: number, y: number): string => `BT /F 10 Tf 0 1 -1 0 ${x} ${y} Tm (${text}) Tj ET`;
const down = (text: string, x: number, y: number): string => `BT /F 10 Tf 0 -1 1 0 ${x} ${y} Tm (${text}) Tj ET`;
const prose = [
  "The panel met in the old hall and heard the ministry on charges",
  "for water in the villages of the north.",
];
const page = [...prose.map((text, n) => shown(text, 50, 400 - n * 12)), shown("Source: the ministry.", 50, 200)];

async function read(...more: readonly string[]): Promise<string[]> {
  const { content } = await wholePdf(onePage({ drawn: [...page, ...more].join("\n") }));
  return content.blocks.map(({ start, end }) => content.text.slice(start, end));
}

test("words that run up or down within a page are after its other text", async () => {
  const wanted = [prose.join(" "), "Source: the ministry."];
  expect(await read(up("Share of villages", 70, 250))).toEqual([...wanted, "Share of villages"]);
  expect(await read(down("Share of villages", 70, 350))).toEqual([...wanted, "Share of villages"]);
  expect(await read(up("Share of", 70, 250), up("villages", 82, 250))).toEqual([...wanted, "Share of villages"]);
});

test("words that run up a margin are furniture", async () => {
  expect(await read(up("archive:0801.1234 1 Mar 2008", 30, 250))).toEqual([prose.join(" "), "Source: the ministry."]);
});

test("paragraphs that run up beside all other text are text, and stamps of three lines are furniture", async () => {
  const beside = [
    "The panel heard the harbour council in",
    "the second week of its visit and asked",
    "for the accounts of both ferries since",
    "the year in which the first was bought.",
  ];
  const own = proseLines(8).map((text, n) => (n === 7 ? `${text}.` : text));
  const drawn = (count: number): string =>
    [
      ...own.map((text, n) => shown(text, 50, 400 - n * 12)),
      ...beside.slice(0, count).map((text, n) => up(text, 352 + n * 12, 100)),
    ].join("\n");
  const textsOf = async (count: number): Promise<string[]> => {
    const { content } = await wholePdf(onePage({ drawn: drawn(count) }));
    return content.blocks.map(({ start, end }) => content.text.slice(start, end));
  };
  expect(await textsOf(4)).toEqual([own.join(" "), beside.join(" ")]);
  expect(await textsOf(3)).toEqual([own.join(" ")]);
  beside.fill("Share of the villages that have a harbour");
  expect(await textsOf(4)).toEqual([own.join(" ")]);
});

test("a claim on words that run up has its place there", async () => {
  const { content, geometry } = await wholePdf(onePage({ drawn: [...page, up("Share", 70, 250)].join("\n") }));
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] =
    placeAt(openGeometry(geometry ?? new Uint8Array()), content.text.indexOf("Share"))?.box ?? [];
  expect([x0 > 58, y0 > 248, x1 < 75, y1 < 260]).toEqual([true, true, true, true]);
});

const over = (text: string, x: number, y: number): string => `BT /F 10 Tf -1 0 0 -1 ${x} ${y} Tm (${text}) Tj ET`;
const askew = (text: string, x: number, y: number): string =>
  `BT /F 10 Tf 0.7071 0.7071 -0.7071 0.7071 ${x} ${y} Tm (${text}) Tj ET`;

type Found = Readonly<{ turn: TextTurn; texts: string[]; corners: number[][] }>;

/** The lines of a page that run another way than `main`, with the corners of each in user space. */
function turnedOn(main: TextTurn, ...drawn: readonly string[]): Promise<Found[]> {
  return reading(onePage({ drawn: drawn.join("\n") }), (reader) => {
    const { chars, visible } = reader.page(0);
    return turnedLines(chars, frameOf(visible, { 0: 0, 90: 0, 180: 0, 270: 0, [main]: 1 })).map(({ frame, lines }) => ({
      turn: frame.turn,
      texts: lines.map(({ text }) => text),
      corners: lines.map(({ box }) => fromFrame(box, frame).map(Math.round)),
    }));
  });
}
const found = async (main: TextTurn, ...drawn: readonly string[]): Promise<[TextTurn, string[]][]> =>
  (await turnedOn(main, ...drawn)).map(({ turn, texts }) => [turn, texts]);

test.each<[string, string[], [TextTurn, string[]][]]>([
  ["upright alone are none", [], []],
  ["up", [up("Share", 70, 250)], [[90, ["Share"]]]],
  ["upside down", [over("Share", 170, 250)], [[180, ["Share"]]]],
  ["down", [down("Share", 70, 350)], [[270, ["Share"]]]],
  ["askew, which are no lines", [askew("Draft", 100, 250)], []],
  [
    "all ways",
    [down("south", 90, 350), up("north", 70, 250), over("west", 170, 250)],
    [
      [90, ["north"]],
      [180, ["west"]],
      [270, ["south"]],
    ],
  ],
  ["up, in two lines", [up("Share of", 70, 250), up("villages", 82, 250)], [[90, ["Share of", "villages"]]]],
  ["up, one of them in the margin", [up("archive", 30, 250), up("Share", 70, 250)], [[90, ["Share"]]]],
  ["up, over the page’s other text", [up("archive", 70, 430)], []],
  ["up, under it", [up("archive", 70, 150)], []],
  ["up, to the right of it", [up("archive", 380, 250)], []],
  ["up, with nothing but a space", [up(" ", 70, 250)], []],
])("turned lines: those that run %s", async (_, drawn, wanted) => {
  expect(await found(0, ...page, ...drawn)).toEqual(wanted);
});

test("on a page that runs up, upright lines are the turned ones", async () => {
  const prosaic = prose.map((text, n) => up(text, 100 + n * 12, 50));
  expect(await found(90, ...prosaic, up("Source", 200, 50), shown("Share", 140, 200))).toEqual([[0, ["Share"]]]);
});

test("a turned line has its place on the page", async () => {
  const [lines] = await turnedOn(0, ...page, up("Share", 70, 250));
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = lines?.corners[0] ?? [];
  expect([x0 >= 60 && x0 < 65, x1 > 70 && x1 <= 74]).toEqual([true, true]);
  // Helvetica's S, h, a, r, e are 2668 thousandths wide together (Adobe Font Metrics).
  expect([y0, y1]).toEqual([250, 277]);
});

test("characters and lines of the page itself are left as they are", async () => {
  await reading(onePage({ drawn: [...page, up("Share", 70, 250)].join("\n") }), (reader) => {
    const { chars, visible } = reader.page(0);
    const boxes = chars.all().map((k) => chars.box(k));
    turnedLines(chars, frameOf(visible, { 0: 1, 90: 0, 180: 0, 270: 0 }));
    expect(chars.all().map((k) => chars.box(k))).toEqual(boxes);
  });
});
