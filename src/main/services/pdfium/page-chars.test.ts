import fc from "fast-check";
import { expect, test } from "vitest";
import { type CharRun, isSpace, PageChars } from "./page-chars.ts";

const run = (font: string, x = 0, y = 0): CharRun => ({
  size: 12,
  bold: false,
  italic: false,
  font,
  turn: 0,
  content: -1,
  origin: [x, y],
});
const printed = { generated: false, hyphen: false };

test("a character is what was added, in the run that was begun last", () => {
  const chars = new PageChars(5);
  const before = chars.add(65, printed);
  chars.begin(run("A"));
  const [gap, hyphen] = [
    chars.add(32, { generated: true, hyphen: false }),
    chars.add(45, { generated: false, hyphen: true }),
  ];
  chars.begin(run("B"));
  const last = chars.add(0x1d4b3, printed);
  expect([before, gap, hyphen, last]).toEqual([0, 1, 2, 3]);
  expect(chars.length).toBe(4);
  expect([0, 1, 2, 3].map((k) => chars.text(k))).toEqual(["A", " ", "-", "𝒳"]);
  expect([0, 1, 2, 3].map((k) => chars.run(k).font)).toEqual(["", "A", "A", "B"]);
  expect([0, 1, 2, 3].map((k) => chars.isGenerated(k))).toEqual([false, true, false, false]);
  expect([0, 1, 2, 3].map((k) => chars.isHyphen(k))).toEqual([false, false, true, false]);
  expect([chars.together(1, 2), chars.together(2, 3), chars.together(0, 1)]).toEqual([true, false, false]);
});

test("each run is listed with the number of its characters, the first before any was begun", () => {
  const chars = new PageChars(4);
  chars.begin(run("A"));
  chars.add(65, printed);
  chars.add(66, printed);
  chars.begin(run("empty"));
  chars.begin(run("C"));
  chars.add(67, printed);
  expect([...chars.parts()].map(({ run: { font }, count }) => [font, count])).toEqual([
    ["", 0],
    ["A", 2],
    ["empty", 0],
    ["C", 1],
  ]);
});

test("a box is left, bottom, right and top, and belongs to its own character", () => {
  const chars = new PageChars(2);
  chars.add(65, printed);
  chars.add(66, printed);
  chars.place(0, 1, 2, 3, 4);
  chars.place(1, 5, 6, 7, 8);
  expect(chars.box(0)).toEqual([1, 2, 3, 4]);
  expect([chars.left(1), chars.bottom(1), chars.right(1), chars.top(1)]).toEqual([5, 6, 7, 8]);
  chars.setFoot(1, 5.5);
  expect([chars.foot(0), chars.foot(1)]).toEqual([0, 5.5]);
});

test.each([
  [
    [0, 0, 10, 10],
    [20, 5, 30, 15],
    [0, 0, 30, 15],
  ],
  [
    [0, 0, 10, 10],
    [2, 3, 4, 5],
    [0, 0, 10, 10],
  ],
  [
    [5, 5, 6, 6],
    [-1, -2, 9, 10],
    [-1, -2, 9, 10],
  ],
])("the box %j widened by %j is %j", (own, other, both) => {
  const chars = new PageChars(2);
  for (const [k, [x0 = 0, y0 = 0, x1 = 0, y1 = 0]] of [own, other].entries()) {
    chars.add(65, printed);
    chars.place(k, x0, y0, x1, y1);
  }
  chars.include(0, 1);
  expect([chars.box(0), chars.box(1)]).toEqual([both, other]);
});

test("another character in a place keeps box and run; a blank is a space that is not in the file", () => {
  const chars = new PageChars(2);
  chars.begin(run("A"));
  chars.add(0x2d, { generated: false, hyphen: true });
  chars.place(0, 1, 2, 3, 4);
  chars.raise(0);
  chars.write(0, 0x661);
  expect([chars.text(0), chars.isHyphen(0), chars.isRaised(0), chars.isBlank(0)]).toEqual(["١", true, true, false]);
  chars.blank(0);
  expect([chars.text(0), chars.isHyphen(0), chars.isRaised(0), chars.isGenerated(0), chars.isBlank(0)]).toEqual([
    " ",
    false,
    false,
    true,
    true,
  ]);
  expect([chars.box(0), chars.run(0).font]).toEqual([[1, 2, 3, 4], "A"]);
});

test("raising a character leaves what else is known of it", () => {
  const chars = new PageChars(1);
  chars.add(45, { generated: true, hyphen: true });
  expect(chars.isRaised(0)).toBe(false);
  chars.raise(0);
  expect([chars.isRaised(0), chars.isGenerated(0), chars.isHyphen(0)]).toEqual([true, true, true]);
});

test("all origins are moved, and nothing else of a run", () => {
  const chars = new PageChars(1);
  chars.begin(run("A", 10, 20));
  chars.add(65, printed);
  chars.moveOrigins((x, y) => [y, -x]);
  expect(chars.run(0)).toEqual({ ...run("A"), origin: [20, -10] });
});

test("what is not there is a NUL without extent", () => {
  const chars = new PageChars(0);
  expect(chars.length).toBe(0);
  for (const k of [-1, 0, 7]) {
    expect([chars.code(k), chars.box(k), chars.foot(k)]).toEqual([0, [0, 0, 0, 0], 0]);
    expect([chars.isGenerated(k), chars.isHyphen(k), chars.isRaised(k), chars.isBlank(k)]).toEqual([
      false,
      false,
      false,
      false,
    ]);
    expect(chars.run(k)).toMatchObject({ size: 10, turn: 0, content: -1, font: "" });
  }
});

test("white space is what ECMAScript's \\s has, for every code of the basic plane", () => {
  const differing = Array.from({ length: 0x10000 }, (_, code) => code).filter(
    (code) => isSpace(code) !== /^\s$/.test(String.fromCharCode(code)),
  );
  expect(differing).toEqual([]);
  fc.assert(
    fc.property(fc.integer({ min: 0x10000, max: 0x10ffff }), (code) => {
      expect(isSpace(code)).toBe(false);
    }),
  );
});

test("the places of all characters are a list of one's own, whatever page had more", () => {
  const [long, short] = [new PageChars(3), new PageChars(1)];
  for (const code of [65, 66, 67]) long.add(code, printed);
  short.add(68, printed);
  const all = long.all();
  all.push(9);
  expect([short.all(), long.all(), new PageChars(0).all()]).toEqual([[0], [0, 1, 2], []]);
});

test("the parts of a page are those of all its characters so far, and where they were moved to", () => {
  const chars = new PageChars(3);
  chars.begin(run("A"));
  chars.add(65, printed);
  expect(chars.parts().map(({ run, count }) => [run.font, count])).toEqual([
    ["", 0],
    ["A", 1],
  ]);
  chars.add(66, printed);
  chars.begin(run("B"));
  expect(chars.parts().map(({ count }) => count)).toEqual([0, 2, 0]);
  chars.moveOrigins((x, y) => [x + 1, y]);
  expect(chars.parts().map(({ run }) => run.origin[0])).toEqual([1, 1, 1]);
});

test("a box is placed by the sides that PDFium wrote, and copied in the order of a box", () => {
  const chars = new PageChars(1);
  const k = chars.add(65, printed);
  chars.placeAsRead(k, Float32Array.of(9, 1, 4, 3, 2), 1);
  const sides = new Float64Array(5);
  chars.copyBox(k, sides, 1);
  expect([...sides]).toEqual([0, 1, 2, 3, 4]);
  expect([chars.box(k), chars.foot(k)]).toEqual([[1, 2, 3, 4], 2]);
});
