import fc from "fast-check";
import { expect, test } from "vitest";
import { caretOn, offsetAt } from "./hit.ts";
import { drawnPage, twoColumns } from "./page.cases.ts";
import { openPageText, packBoxes, rectsOf } from "./page-text.ts";

const rect = fc
  .tuple(fc.nat(60_000), fc.nat(60_000), fc.nat(900), fc.nat(900))
  .map(([x, y, w, h]) => ({ x0: x / 100, y0: y / 100, x1: (x + w) / 100, y1: (y + h) / 100 }));

test("boxes come out as they went in, to a hundredth of a point", () => {
  fc.assert(
    fc.property(fc.array(fc.option(rect), { maxLength: 30 }), fc.nat(500), (boxes, start) => {
      const ranges = [{ start, end: start + boxes.length }];
      const sheet = { width: 600, height: 600, matrix: [1, 0, 0, 1, 0, 0] };
      const page = openPageText({ ...sheet, ranges, boxes: packBoxes(boxes) }, [0]);
      expect(boxes.map((_, index) => page.boxOf(start + index))).toEqual(boxes);
      expect(page.boxOf(start - 1)).toBeNull();
      expect(page.boxOf(start + boxes.length)).toBeNull();
    }),
  );
});

test("lines end where lines end, columns where columns end", () => {
  const { text, page } = drawnPage(twoColumns);
  const stretches = page.stretches.map(({ lines }) => lines.map(({ start, end }) => text.slice(start, end)));
  expect(stretches).toEqual([
    ["A title that runs over both of the columns of this page here"],
    ["Left column begins here", "and has a second line"],
    ["Its last paragraph goes", "on at the head of the"],
    ["right column and ends", "there."],
    ["Right column closes."],
  ]);
});

test("cells of a table's row are parted", () => {
  const { text, page } = drawnPage([
    [
      [20, 40, "Port"],
      [120, 40, "supports"],
      [20, 60, "Union"],
      [120, 60, "opposes"],
    ],
  ]);
  expect(page.lines.map(({ start, end }) => text.slice(start, end))).toEqual(["Port", "supports", "Union", "opposes"]);
});

test("a range has one box for each line it touches, and none elsewhere", () => {
  const { text, page } = drawnPage(twoColumns);
  const start = text.indexOf("begins");
  expect(rectsOf(page, { start, end: text.indexOf("second") + 6 })).toEqual([
    { x0: 80, y0: 40, x1: 135, y1: 50 },
    { x0: 20, y0: 52, x1: 100, y1: 62 },
  ]);
  expect(rectsOf(page, { start: 5000, end: 5010 })).toEqual([]);
});

test("a line that runs up or down the sheet is one, with one box, and is pointed at as it runs", () => {
  const words = "Joint Committee";
  for (const up of [true, false]) {
    const boxes = [...words].map((char, n) =>
      char === " " ? null : { x0: 50, x1: 60, y0: up ? 300 - n * 5 : 100 + n * 5, y1: up ? 305 - n * 5 : 105 + n * 5 },
    );
    const ranges = [{ start: 0, end: words.length }];
    const page = openPageText(
      { width: 400, height: 600, matrix: [1, 0, 0, 1, 0, 0], ranges, boxes: packBoxes(boxes) },
      [0],
    );
    expect(rectsOf(page, { start: 0, end: words.length })).toHaveLength(1);
    const second = boxes[6];
    if (second == null) throw new Error("The second word has a first letter");
    expect(offsetAt(page, 55, up ? second.y1 - 1 : second.y0 + 1)).toBe(6);
    expect(caretOn(page, 6)).toEqual({
      x0: 50,
      x1: 60,
      y0: up ? second.y1 : second.y0,
      y1: up ? second.y1 : second.y0,
    });
  }
});
