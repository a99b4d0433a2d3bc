import fc from "fast-check";
import { expect, test } from "vitest";
import { onePage } from "../../pdfium/page.cases.ts";
import { wholePdf } from "../whole.cases.ts";
import { allOf, charsFrom, type Print } from "./fixtures/lines.ts";
import { withoutTwice } from "./printed-twice.ts";

const left = (...prints: readonly Print[]): string => {
  const chars = charsFrom(...prints);
  return withoutTwice(chars, allOf(chars))
    .map((k) => chars.text(k))
    .join("")
    .replace(/ +/g, " ");
};

test("letters that are printed again at their place, by another operator, are read once", () => {
  const line = { text: "Institutions.", x: 50, y: 400 };
  expect(left(line, { ...line, x: 50.4, y: 400.3 })).toBe(line.text);
  // A part of a line, and one that goes on.
  expect(left({ text: "(1) The word is", x: 50, y: 400 }, { text: "The word is used", x: 70, y: 400 })).toBe(
    "(1) The word is used",
  );
  expect(left(line, { ...line, x: 53 })).toBe(line.text + line.text);
  expect(left(line, { ...line, y: 396 })).toBe(line.text + line.text);
  expect(left(line, { ...line, text: "Constitution." })).toContain("C");
});

test("a letter or two at one place are chance", () => {
  expect(left({ text: "On", x: 50, y: 400 }, { text: "On", x: 50, y: 400 })).toBe("OnOn");
});

test("letters that are at the place of the same letters of a watermark stay, however many there are", () => {
  const mark = { text: "commission office", x: 50, y: 400 };
  const line = { text: "a common mission is", x: 50.5, y: 400.5 };
  expect(left(mark, line)).toBe(mark.text + line.text);
  expect(left({ ...mark, text: "สำนักงานคณะ" }, { ...line, text: "มานะนำกินงาน" })).toBe("สำนักงานคณะมานะนำกินงาน");
});

test.each<[string, Partial<Print>, number]>([
  ["a little to the right", { x: 51.4 }, 1],
  ["a little to the left", { x: 48.6 }, 1],
  ["a little higher", { y: 401.4 }, 1],
  ["a little lower", { y: 398.6 }, 1],
  ["as a shadow", { x: 51.4, y: 398.6 }, 1],
  ["too far to the right", { x: 51.6 }, 2],
  ["too far up", { y: 401.6 }, 2],
  ["in another size", { size: 14 }, 2],
])("a word that is printed again %s", (_, again, times) => {
  const word = { text: "Summary", x: 50, y: 400 };
  expect(left(word, { ...word, ...again })).toBe(word.text.repeat(times));
});

test("signs are twins only when they are closer than letters", () => {
  const rule = { text: "-----", x: 50, y: 400 };
  expect(left(rule, { ...rule, x: 50.7 })).toBe(rule.text);
  expect(left(rule, { ...rule, x: 50.8 })).toBe(rule.text + rule.text);
});

test("spaces at one place are none of the three letters that it takes", () => {
  const words = { text: "a b   ", x: 50, y: 400 };
  expect(left(words, words)).toBe("a b a b ");
});

const heading = fc.record({
  text: fc.stringMatching(/^[A-Za-z]{3,12}( [a-z]{1,9}){0,4}$/),
  size: fc.integer({ min: 6, max: 36 }),
  x: fc.double({ min: 0, max: 200, noNaN: true }),
  y: fc.double({ min: 0, max: 700, noNaN: true }),
});
const share = fc.double({ min: -0.14, max: 0.14, noNaN: true });

test("whatever is printed twice is read once, of any size, anywhere on the page", () => {
  fc.assert(
    fc.property(heading, share, share, (own, dx, dy) => {
      const again = { ...own, x: own.x + dx * own.size, y: own.y + dy * own.size };
      // Spaces are no twins; they stay and are put together with others.
      expect(left(own, again).trim()).toBe(own.text);
      expect(left(own, again, own).trim()).toBe(own.text);
    }),
  );
});

test("a page without twins is read as it is, and what is left of others has its order", () => {
  const print = fc.record({
    text: fc.stringMatching(/^[abc-]{1,6}$/),
    x: fc.integer({ min: 50, max: 60 }),
    y: fc.integer({ min: 400, max: 403 }),
  });
  fc.assert(
    fc.property(fc.array(print, { maxLength: 6 }), (prints) => {
      const chars = charsFrom(...prints);
      const order = allOf(chars);
      const read = withoutTwice(chars, order);
      expect(read).toEqual(order.filter((k) => read.includes(k)));
      // What has gone has one that is left where it was, of another operator.
      for (const k of order.filter((place) => !read.includes(place)))
        expect(
          read.some(
            (other) =>
              chars.code(other) === chars.code(k) &&
              !chars.together(other, k) &&
              Math.abs(chars.left(other) - chars.left(k)) < 1.5 &&
              Math.abs(chars.bottom(other) - chars.bottom(k)) < 1.5,
          ),
        ).toBe(true);
      if (read.length === order.length) expect(read).toBe(order);
    }),
  );
});

test("a heading that is bold by printing twice, and a line that is printed again with its mark", async () => {
  const at = (text: string, x: number, y: number): string => `BT /F 12 Tf ${x} ${y} Td (${text}) Tj ET`;
  const drawn = [
    at("The charges", 50, 400),
    at("The charges", 50.3, 400),
    at("The panel met in the old hall and it", 50, 370),
    at("panel met in the old hall and it", 73.352, 370),
  ];
  const { content } = await wholePdf(onePage({ drawn: drawn.join("\n") }));
  expect(content.text.split("\n")).toEqual(["The charges", "The panel met in the old hall and it"]);
});
