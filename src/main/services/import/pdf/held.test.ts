import fc from "fast-check";
import { expect, test } from "vitest";
import { linesFrom } from "./fixtures/lines.ts";
import { heldPage, pageOfHeld } from "./held.ts";
import type { Letter, Line } from "./lines.ts";
import type { ReadPage } from "./page.ts";

const letter: fc.Arbitrary<Letter> = fc.record({
  text: fc.constantFrom("a", "ﬁ", "字", "𠀀", " ", "لا"),
  box: fc.tuple(fc.double({ noNaN: true }), fc.double(), fc.double({ max: 1e6 }), fc.double()),
  size: fc.double({ min: 1, max: 2000, noNaN: true }),
  bold: fc.boolean(),
  italic: fc.boolean(),
  generated: fc.boolean(),
  hyphen: fc.boolean(),
  power: fc.boolean(),
});

const pageWith = (lines: Line[]): ReadPage => ({
  index: 3,
  frame: { visible: [0, 0, 612, 792], turn: 0, width: 612, height: 792 },
  rotation: 0,
  label: "iv",
  links: [],
  annotations: [],
  hasText: true,
  lines,
});

test("a page that was put by is the same afterwards", () => {
  const [like] = linesFrom([{ text: "x", x: 10, y: 20 }]);
  if (like === undefined) throw new Error("there is a line");
  fc.assert(
    fc.property(fc.array(fc.array(letter, { maxLength: 12 }), { maxLength: 6 }), (letters) => {
      const lines = letters.map((chars) => ({ ...like, chars, text: chars.map((char) => char.text).join("") }));
      const page = pageWith([...lines]);
      const held = heldPage(page);
      expect(page.lines).toEqual([]);
      expect(pageOfHeld(held)).toEqual(pageWith(lines));
    }),
  );
});
