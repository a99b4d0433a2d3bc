import { expect, test } from "vitest";
import { onePage } from "../pdfium/page.cases.ts";
import type { RawLine } from "./engine.ts";
import { type Grey, type QuarterTurn, whitened } from "./grey.ts";
import { linesOf, orientationOf, sureness } from "./orientation.ts";
import { drawnPage, textLines, worn } from "./scan.cases.ts";

const box = { x0: 0, y0: 0, x1: 1, y1: 1 };
const line = (...words: [string, number][]): RawLine => ({
  bbox: box,
  baseline: box,
  rowAttributes: { rowHeight: 1, descenders: 0, ascenders: 0 },
  words: words.map(([text, confidence]) => ({ text, confidence, bbox: box })),
});
const sentence = "The company withdrew it after two groundings within one month";

/** A picture with a mark in its upper left corner, and a reader that reads well where `turn` has brought it. */
function scan(turn: QuarterTurn, confidences: Readonly<Record<"right" | "wrong", number>>) {
  const picture: Grey = { width: 4, height: 4, pixels: new Uint8Array(16).fill(255) };
  picture.pixels[0] = 0;
  const corners = { 0: 0, 90: 3, 180: 15, 270: 12 };
  let tried = 0;
  const read = async ({ pixels }: Grey): Promise<RawLine[]> => {
    tried++;
    return [line([sentence, pixels[corners[turn]] === 0 ? confidences.right : confidences.wrong])];
  };
  return { picture, read, tried: () => tried };
}

test.each([0, 90, 180, 270] as const)("the turn that is read best is %i", async (turn) => {
  const { picture, read } = scan(turn, { right: 89, wrong: 37 });
  expect(await orientationOf(picture, 0, read)).toBe(turn);
});

test("what is read surely in the likely direction is not tried in others", async () => {
  const { picture, read, tried } = scan(90, { right: 92, wrong: 37 });
  expect(await orientationOf(picture, 90, read)).toBe(90);
  expect(tried()).toBe(1);
});

test("a page that can't be read in any direction stays as it is", async () => {
  const { picture, read } = scan(270, { right: 30, wrong: 30 });
  expect(await orientationOf(picture, 180, read)).toBe(180);
  expect(await orientationOf(picture, 90, async () => [])).toBe(90);
});

test("a little more confidence in another direction is chance", async () => {
  const { picture, read } = scan(90, { right: 40, wrong: 37 });
  expect(await orientationOf(picture, 0, read)).toBe(0);
});

test("confidence is that of letters and figures; signs alone say nothing", () => {
  expect(sureness([line(["ab", 90], ["||—", 10]), line(["12", 50])])).toEqual({ confidence: 70, letters: 4 });
  expect(sureness([])).toEqual({ confidence: 0, letters: 0 });
});

/** A page of lines of text, as a scanner turns it. */
const printed = async (turn: QuarterTurn, skew = 0): Promise<Grey> => {
  // No two lines have the same letters below each other.
  const lines = Array.from({ length: 24 }, (_, n) => `${sentence.slice(n)} ${sentence.slice(0, n)}`);
  return worn(await drawnPage(onePage({ drawn: textLines(lines) }), 0, 200), { turn, skew, noise: 14, paper: 225 });
};

test.each([
  [0, 0, "across"],
  [90, 0, "down"],
  [180, 4, "across"],
  [270, -4, "down"],
] as const)("lines of a page turned by %i° and skewed by %i° run %s", async (turn, skew, lines) => {
  expect(linesOf(whitened(await printed(turn, skew)))).toBe(lines);
});

test("lines are not seen where there are none", () => {
  const noise = Uint8Array.from({ length: 700 * 700 }, (_, n) => (Math.imul(n, 2_654_435_761) >>> 16) % 256);
  expect(linesOf({ width: 700, height: 700, pixels: noise })).toBeNull();
  expect(linesOf({ width: 700, height: 700, pixels: new Uint8Array(490_000).fill(255) })).toBeNull();
});

test("of a page that is turned, a few lines are read in the two directions that its lines can run in", async () => {
  const seen: Grey[] = [];
  const turn = await orientationOf(whitened(await printed(90)), 0, async (picture) => {
    seen.push(picture);
    return [line([sentence, seen.length === 2 ? 60 : 25])];
  });
  expect(turn).toBe(270);
  expect(seen.map(({ width, height }) => [width, height])).toEqual([
    [704, 264],
    [704, 264],
  ]);
});

test("a page whose few lines say too little is read in all directions", async () => {
  let tried = 0;
  const turn = await orientationOf(whitened(await printed(90)), 0, async () => {
    tried++;
    return [line([sentence, tried === 5 ? 60 : 25])];
  });
  // The two of its lines, then all four, of which the third is the last but one quarter turn.
  expect([turn, tried]).toEqual([270, 6]);
});

test("of a large page the part with the most print is read, and not a printed picture", async () => {
  const width = 2400;
  const pixels = new Uint8Array(width * 2400).fill(255);
  for (let y = 1600; y < 2300; y++) for (let x = 100; x < 800; x++) if (x % 6 < 3) pixels[y * width + x] = 0;
  for (let y = 100; y < 900; y++)
    for (let x = 1200; x < 2200; x++) if (x % 4 < 2 && y % 4 < 2) pixels[y * width + x] = 0;
  const seen: Grey[] = [];
  await orientationOf({ width, height: 2400, pixels }, 0, async (picture) => {
    seen.push(picture);
    return [];
  });
  const last = seen.at(-1);
  expect([last?.width, last?.height]).toEqual([704, 704]);
  const dark = last?.pixels.reduce((sum, shade) => sum + (shade === 0 ? 1 : 0), 0) ?? 0;
  expect(dark).toBeGreaterThan(704 * 704 * 0.4);
});
