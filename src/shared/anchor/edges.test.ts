import fc from "fast-check";
import { expect, test } from "vitest";
import { describe, widen } from "./describe.ts";
import { moveEdge, nudgeEdge, type PassageEdge, trimRanges } from "./edges.ts";

const text = "One two  three. 👩‍👩‍👧 e\u0301t\u0301 end";
const at = (words: string): { start: number; end: number } => ({
  start: text.indexOf(words),
  end: text.indexOf(words) + words.length,
});
const start: PassageEdge = { range: 0, side: "start" };
const end: PassageEdge = { range: 0, side: "end" };
const words = (ranges: readonly { start: number; end: number }[]): string[] =>
  ranges.map((range) => text.slice(range.start, range.end));

test.each([
  ["to a later end", end, text.indexOf("three") + 5, "two  three"],
  ["to an earlier start", start, 0, "One two"],
  ["into an emoji, which is taken whole", end, text.indexOf("👩") + 3, "two  three. 👩‍👩‍👧"],
  ["into an accented letter, which is taken whole", end, text.indexOf("e\u0301") + 1, "two  three. 👩‍👩‍👧 e\u0301"],
  ["past its other end", end, 0, "t"],
  ["past its other start", start, text.length, "o"],
  ["before the text", start, -5, "One two"],
  ["after the text", end, 1e9, text.slice(4)],
])("an edge moved %s", (_, edge, offset, expected) => {
  expect(words(moveEdge(text, [at("two")], edge, offset))).toEqual([expected]);
});

test("an edge stops at the neighbouring ranges of the same passage", () => {
  const ranges = [at("One"), at("two"), at("end")];
  const edges: readonly PassageEdge[] = [
    { range: 1, side: "start" },
    { range: 1, side: "end" },
  ];
  expect(edges.map((edge) => words(moveEdge(text, ranges, edge, edge.side === "start" ? 0 : 999))[1])).toEqual([
    " two",
    text.slice(at("two").start, at("end").start),
  ]);
});

test.each([
  [end, 1, "letter", "two  t"],
  [end, -1, "letter", "tw"],
  [end, 1, "word", "two  three"],
  [start, -1, "letter", "e two"],
  [start, 1, "letter", "wo"],
  [start, -1, "word", "One two"],
  [start, 1, "word", "o"],
  [end, -1, "word", "t"],
] as const)("the edge %o nudged by %i %s", (edge, direction, by, expected) => {
  expect(words(nudgeEdge(text, [at("two")], edge, direction, by))).toEqual([expected]);
});

test("an edge with only white space beyond it stays", () => {
  const padded = "  word \n ";
  for (const [edge, direction] of [
    [start, -1],
    [end, 1],
  ] as const)
    for (const by of ["letter", "word"] as const)
      expect(nudgeEdge(padded, [{ start: 2, end: 6 }], edge, direction, by)).toEqual([{ start: 2, end: 6 }]);
});

const piece = fc.constantFrom("a", "bc", " ", "\n", "\u00a0", "\u200b", "👩‍👩‍👧", "e\u0301", "🇵🇰", "سلام", "नि", "…");
const passage = fc.array(piece, { minLength: 1, maxLength: 40 }).chain((pieces) => {
  const whole = pieces.join("");
  const offsets = fc.integer({ min: -3, max: whole.length + 3 });
  return fc.record({
    whole: fc.constant(whole),
    edges: fc.array(offsets, { minLength: 2, maxLength: 6 }),
    to: offsets,
  });
});

test("whatever is moved where: ranges stay in order, whole, visible, and only one edge changes", () => {
  fc.assert(
    fc.property(passage, fc.nat(), fc.constantFrom("start" as const, "end" as const), (given, pick, side) => {
      const { whole, edges, to } = given;
      const cuts = [...new Set(edges.map((edge) => Math.min(Math.max(edge, 0), whole.length)))].sort((a, b) => a - b);
      const asked = cuts.flatMap((cut, index) =>
        index % 2 === 0 && cuts[index + 1] !== undefined ? [{ start: cut, end: cuts[index + 1] ?? cut }] : [],
      );
      const ranges = describe(whole, asked).filter(({ quote }) => /[^\s\p{DI}]/u.test(quote));
      if (ranges.length === 0) return;
      const edge = { range: pick % ranges.length, side };
      for (const moved of [
        moveEdge(whole, ranges, edge, to),
        nudgeEdge(whole, ranges, edge, 1, "letter"),
        nudgeEdge(whole, ranges, edge, -1, "word"),
      ]) {
        moved.forEach((range, index) => {
          expect(whole.slice(range.start, range.end)).toMatch(/[^\s\p{DI}]/u);
          expect(widen(whole, range)).toEqual({ start: range.start, end: range.end });
          expect(range.start).toBeGreaterThanOrEqual(moved[index - 1]?.end ?? 0);
          if (index !== edge.range) expect(range).toEqual(ranges[index]);
        });
        expect(moved[edge.range]?.[side === "start" ? "end" : "start"]).toBe(
          ranges[edge.range]?.[side === "start" ? "end" : "start"],
        );
        for (const { start: from, end: until } of trimRanges(whole, moved))
          expect(whole.slice(from, until)).toBe(whole.slice(from, until).trim());
      }
    }),
  );
});
