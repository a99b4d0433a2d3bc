import { expect, test } from "vitest";
import { allOf, charsFrom } from "./fixtures/lines.ts";
import { downOrder, runsDown } from "./vertical.ts";

const text = "人人生而自由在尊严和权利上一律平等他们赋有理性和良心";

test("signs under each other run down, signs beside each other do not", () => {
  const chars = charsFrom({ text, x: 50, y: 100 });
  expect(runsDown(chars, 0)).toBe(false);
  for (const k of allOf(chars)) chars.place(k, 50, 700 - k * 10, 60, 710 - k * 10);
  expect(runsDown(chars, 0)).toBe(true);
  expect(runsDown(chars, 90)).toBe(false);
});

/** Columns in their frame, in which they are lines under each other; the file has the second one first. */
function columns(...words: readonly string[]) {
  const prints = words.flatMap((word, n) =>
    [...word].map((text, index) => ({ text: text, x: 100 + index * 10, y: 300 - (words.length - n) * 20 })),
  );
  return charsFrom(...prints);
}

test("columns are read from the first, whatever their order in the file", () => {
  const chars = columns("その権力は国民", "国政は厳粛な");
  const order = downOrder(chars, allOf(chars), 600);
  expect(order.map((k) => chars.text(k)).join("")).toBe("国政は厳粛なその権力は国民");
});

test("a point whose box is beside its column belongs to where its text begins", () => {
  const chars = columns("その権力、国民", "国政は厳粛な");
  const point = allOf(chars).find((k) => chars.text(k) === "、") ?? -1;
  chars.place(point, chars.left(point), chars.bottom(point) + 9, chars.right(point), chars.top(point) + 9);
  expect(
    downOrder(chars, allOf(chars), 600)
      .map((k) => chars.text(k))
      .join(""),
  ).toBe("国政は厳粛なその権力、国民");
});
