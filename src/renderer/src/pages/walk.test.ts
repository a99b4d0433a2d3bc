import { expect, test } from "vitest";
import { drawnPage, twoColumns } from "../../../shared/page-view/page.cases.ts";
import { caretX, lineEdge, lineIndex, onLine, stepIn, wordAt } from "./walk.ts";

const walk = (text: string, direction: 1 | -1, by: "letter" | "word"): number[] => {
  const stops = [direction === 1 ? 0 : text.length];
  while ((stops.at(-1) ?? 0) !== (direction === 1 ? text.length : 0))
    stops.push(stepIn(text, stops.at(-1) ?? 0, direction, by));
  return stops;
};

test.each([
  ["letters", "ae\u0301👩‍🌾b", 1, "letter", [0, 1, 3, 8, 9]],
  ["letters back", "ae\u0301👩‍🌾b", -1, "letter", [9, 8, 3, 1, 0]],
  ["words", "The port, then", 1, "word", [0, 3, 8, 14]],
  ["words back", "The port, then", -1, "word", [14, 10, 4, 0]],
] as const)("the caret goes by %s", (_name, text, direction, by, stops) => {
  expect(walk(text, direction, by)).toEqual(stops);
});

test("a double click takes the word", () => {
  const text = "The port, then";
  expect([0, 5, 8].map((index) => text.slice(wordAt(text, index).start, wordAt(text, index).end))).toEqual([
    "The",
    "port",
    ",",
  ]);
});

test("down from the foot of the left column is the head of the right one, at the same distance from the line's beginning", () => {
  const { text, page } = drawnPage(twoColumns);
  const foot = text.indexOf("on at the head");
  const index = lineIndex(page, foot);
  const down = onLine(page, index + 1, 245) ?? 0;
  expect(text.slice(down, down + 6)).toBe(" colum");
  expect(caretX(page, down)).toBe(245);
  expect(text.slice(lineEdge(page, foot + 4, "start"), lineEdge(page, foot + 4, "end"))).toBe("on at the head of the");
  expect(onLine(page, page.lines.length, 0)).toBeNull();
  expect(lineIndex(page, 5000)).toBe(-1);
});
