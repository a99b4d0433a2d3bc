import fc from "fast-check";
import { expect, test } from "vitest";
import type { PdfChar } from "../../pdfium.ts";
import { turnBox, turnOf } from "./turn.ts";

const page = { width: 400, height: 600 };
const back = { 0: 0, 90: 270, 180: 180, 270: 90 } as const;
const coordinate = fc.integer({ min: 0, max: 300 });

test("a box turned there and back is the same box, and stays upright between", () => {
  fc.assert(
    fc.property(
      coordinate,
      coordinate,
      coordinate,
      coordinate,
      fc.constantFrom(0, 90, 180, 270),
      (x, y, w, h, turn) => {
        const there = turnBox([x, y, x + w, y + h], page, turn);
        const size = turn === 90 || turn === 270 ? { width: page.height, height: page.width } : page;
        expect(there[0] <= there[2] && there[1] <= there[3]).toBe(true);
        expect(turnBox(there, size, back[turn])).toEqual([x, y, x + w, y + h]);
      },
    ),
  );
});

test.each([
  [10, 0, 0],
  [-10, 0, 180],
  [0, 10, 90],
  [0, -10, 270],
] as const)("text that runs by %i, %i asks for a turn of %i", (dx, dy, turn) => {
  const chars = Array.from({ length: 9 }, (_, k): PdfChar => {
    const [x, y] = [200 + k * dx, 200 + k * dy];
    return {
      text: "a",
      box: [x, y, x + 8, y + 8],
      foot: y,
      size: 8,
      bold: false,
      italic: false,
      generated: false,
      hyphen: false,
    };
  });
  expect(turnOf(chars)).toBe(turn);
});
