import fc from "fast-check";
import { expect, test } from "vitest";
import { sideBySide } from "./side-by-side.ts";

const a = "the council met in May to discuss fares";
const b = "nobody asked about the price of boats";
const c = "residents want the quiet hours back";

function shown(before: readonly string[], after: readonly string[]): [string | null, string | null][] {
  return sideBySide(before.join("\n"), after.join("\n")).map((pair) => [pair.before, pair.after]);
}

test.each<[string, string[], string[], [string | null, string | null][]]>([
  [
    "equal texts",
    [a, b],
    [a, b],
    [
      [a, a],
      [b, b],
    ],
  ],
  [
    "a line put in",
    [a, b],
    [a, c, b],
    [
      [a, a],
      [null, c],
      [b, b],
    ],
  ],
  [
    "a line left out",
    [a, c, b],
    [a, b],
    [
      [a, a],
      [c, null],
      [b, b],
    ],
  ],
  [
    "a last line left out",
    [a, b],
    [a],
    [
      [a, a],
      [b, null],
    ],
  ],
  ["a line changed", [a], [a.replace("May", "June")], [[a, a.replace("May", "June")]]],
  [
    "a line moved",
    [a, b, c],
    [c, a, b],
    [
      [c, c],
      [a, a],
      [b, b],
    ],
  ],
  ["empty lines", ["", a], [a, " "], [[a, a]]],
  ["nothing", [], [a], [[null, a]]],
])("%s", (_what, before, after, expected) => {
  expect(shown(before, after)).toEqual(expected);
});

test("only lines that are the same word for word are the same", () => {
  expect(sideBySide(a, a)).toMatchObject([{ isSame: true }]);
  expect(sideBySide(a, a.toUpperCase())).toMatchObject([{ isSame: false }]);
});

test("every line of both texts is there once", () => {
  const line = fc.array(fc.constantFrom("fare", "rises", "board", "May", "水"), { minLength: 1, maxLength: 8 });
  const text = fc.array(
    line.map((words) => words.join(" ")),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(text, text, (before, after) => {
      const pairs = shown(before, after);
      expect(pairs.flatMap(([, there]) => there ?? [])).toEqual(after);
      expect(pairs.flatMap(([own]) => own ?? []).toSorted()).toEqual(before.toSorted());
    }),
  );
});
