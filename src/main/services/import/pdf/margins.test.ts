import { expect, test } from "vitest";
import { linesFrom, type Print } from "./fixtures/lines.ts";
import { downFrom, proseLines, readPageOf } from "./fixtures/read-pages.ts";
import { bodyOf, distance, edgeRows, isRule, mayBeHead, sideLines } from "./margins.ts";

const { frame } = readPageOf(0, []);
const prose = downFrom(520, proseLines(20));

test("the body of a page is where most of its prose is, in the size and leading of most lines", () => {
  const body = bodyOf(linesFrom([...prose, { text: "Heading", x: 50, y: 560, size: 20 }]), frame);
  expect([body.x0, body.size, body.leading]).toEqual([50, 10, 14]);
  expect(body.x1).toBeGreaterThan(200);
  expect(body.x1).toBeLessThan(400);
});

test("one line that runs out into the margin does not widen the body", () => {
  const wide: Print = { text: "x".repeat(70), x: 5, y: 100 };
  const [plain, wider] = [prose, [...prose, wide]].map((prints) => bodyOf(linesFrom(prints), frame));
  expect([wider?.x0, wider?.x1]).toEqual([plain?.x0, plain?.x1]);
});

test("a page with little prose has a body as wide as the page", () => {
  expect(bodyOf(linesFrom(prose.slice(0, 3)), frame)).toMatchObject({ x0: 0, x1: 400 });
  expect(bodyOf([], frame)).toMatchObject({ x0: 0, x1: 400, size: 10 });
});

test("rows are those of one height, from the edge inwards, from left to right, five at most", () => {
  const lines = linesFrom([
    { text: "right", x: 300, y: 570 },
    { text: "left", x: 50, y: 571 },
    { text: "second", x: 50, y: 550 },
    ...downFrom(500, ["a", "b", "c", "d", "e"]),
  ]);
  const texts = (side: "top" | "bottom"): string[][] => edgeRows(lines, side).map((row) => row.map(({ text }) => text));
  expect(texts("top")).toEqual([["left", "right"], ["second"], ["a"], ["b"], ["c"]]);
  expect(texts("bottom")).toEqual([["e"], ["d"], ["c"], ["b"], ["a"]]);
  expect(edgeRows([], "top")).toEqual([]);
});

test("lines beside all prose are in a side margin, unless they are as many as a column", () => {
  const notes = (count: number): Print[] =>
    downFrom(
      520,
      Array.from({ length: count }, () => "note"),
      { x: 5, size: 4 },
    );
  const inMargin = (count: number): number => {
    const lines = linesFrom([...prose, ...notes(count)]);
    return sideLines(lines, bodyOf(lines, frame)).size;
  };
  expect([inMargin(0), inMargin(1), inMargin(12), inMargin(13)]).toEqual([0, 1, 12, 0]);
});

test.each([
  ["________", true],
  ["————", true],
  ["─────", true],
  ["_ _ _ _ ____", true],
  ["___", false],
  ["----", true],
  ["-- --", false],
  ["____ Fares", false],
  ["–", false],
])("%j is a written rule: %s", (text, is) => {
  const [line] = linesFrom([{ text, x: 50, y: 100 }]);
  expect(line !== undefined && isRule(line)).toBe(is);
});

test("rows are apart by their baselines; after the last there is no end", () => {
  const [first, two] = linesFrom(downFrom(500, ["one", "two"], {}, 23));
  if (first === undefined || two === undefined) throw new Error("there are two lines");
  expect([distance([first], [two]), distance([two], [first]), distance([first], undefined)]).toEqual([
    23,
    23,
    Infinity,
  ]);
});

test.each([
  ["The Harbour Review", true],
  ["水价评论", true],
  ["12", true],
  ["– xii –", true],
  ["A-12", true],
  ["Table 3. Fares", false],
  ["Figure 1", false],
  ["Abbildung 4", false],
  ["e", false],
  ["x", true],
  ["•", false],
  ["3.5", false],
  ["12 %", false],
])("%j may be a running head: %s", (text, may) => {
  expect(mayBeHead(text)).toBe(may);
});
