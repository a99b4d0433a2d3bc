import { expect, test } from "vitest";
import type { RawLine } from "./engine.ts";
import type { Grey, QuarterTurn } from "./grey.ts";
import { orientationOf, sureness } from "./orientation.ts";

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

test("of a large page the part with the most print is read", async () => {
  const width = 2400;
  const pixels = new Uint8Array(width * 2400).fill(255);
  for (let y = 1600; y < 2300; y++) for (let x = 100; x < 800; x++) if (x % 6 < 3) pixels[y * width + x] = 0;
  const seen: Grey[] = [];
  await orientationOf({ width, height: 2400, pixels }, 0, async (picture) => {
    seen.push(picture);
    return [];
  });
  const [first] = seen;
  expect([first?.width, first?.height]).toEqual([700, 700]);
  const dark = first?.pixels.reduce((sum, shade) => sum + (shade === 0 ? 1 : 0), 0) ?? 0;
  expect(dark).toBeGreaterThan(700 * 700 * 0.4);
});
