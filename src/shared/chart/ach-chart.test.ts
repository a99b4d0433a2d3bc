import { expect, test } from "vitest";
import { Ach, AchMark, achResult } from "../analysis/ach.ts";
import { achChart, markLooks } from "./ach-chart.ts";
import { drawnShapes, wordsIn } from "./picture.cases.ts";
import type { Picture } from "./picture.ts";

const level = { claims: [], credibility: "medium", relevance: "medium" } as const;
const ach = Ach.parse({
  id: "why",
  question: "Why?",
  hypotheses: [
    { id: "h", name: "Money", issue: null },
    { id: "i", name: "Sand", issue: null },
  ],
  evidence: [
    { id: "e", text: "Weak", ...level },
    { id: "f", text: "Strong", ...level },
  ],
  marks: { "e:h": "C", "f:h": "II", "f:i": "CC" },
});

const draw = (some: Ach, width = 600): Picture => achChart(some, achResult(some), "Grid", width);

// Evidence has 252 of 600 units, the last column 90, so that each hypothesis has 129: their middles are 316.5 and
// 445.5.
test("a grid: most diagnostic evidence first, a square and a sign for each mark, the scores at the foot", () => {
  expect(drawnShapes(draw(ach))).toEqual([
    'text ink 316.5,22 middle: Money "Money"',
    'text ink 445.5,22 middle bold: Sand "Sand"',
    "text soft 592,22 end: diagnosticity",
    "line line 0,34 → 600,34",
    'text ink 4,53 start bold: Strong "Strong"',
    'rect opposes 297.5,40 18×18 "Strong / Money: II"',
    'text ink 320.5,53 start: −− "Strong / Money: II"',
    'rect supports 426.5,40 18×18 "Strong / Sand: CC"',
    'text ink 449.5,53 start: ++ "Strong / Sand: CC"',
    "text soft 592,53 end: 2.00",
    "line line 0,64 → 600,64",
    'text ink 4,83 start: Weak "Weak"',
    'rect supports 301,73.5 11×11 "Weak / Money: C"',
    'text ink 320.5,83 start: + "Weak / Money: C"',
    'text soft 445.5,83 middle: · "Weak / Sand: N"',
    "text soft 592,83 end: 0.50",
    "line soft 0,94 → 600,94",
    "text ink 4,114 start bold: inconsistency",
    "text ink 316.5,114 middle: −2.00",
    "text ink 445.5,114 middle bold: ▸ 0.00",
  ]);
});

test("evidence that tells as much apart keeps its order", () => {
  const words = wordsIn(draw({ ...ach, marks: {} }));
  expect(words.indexOf("Weak")).toBeLessThan(words.indexOf("Strong"));
});

test("many hypotheses make the picture wider rather than its columns narrower than 60", () => {
  const hypotheses = Array.from({ length: 10 }, (_, index) => ({
    id: `h${index}`,
    name: `Number ${index}`,
    issue: null,
  }));
  const { width, height } = draw({ ...ach, hypotheses });
  expect([width, height]).toEqual([252 + 600 + 90, 34 + 60 + 34]);
  expect(draw({ ...ach, evidence: [] }, 300)).toMatchObject({ width: 360, height: 68 });
});

test("without hypotheses there is nothing to draw", () => {
  expect(draw({ ...ach, hypotheses: [] })).toEqual({ title: "Grid", width: 600, height: 0, shapes: [] });
});

test("each mark has a sign of its own, and its side in its paint", () => {
  expect(AchMark.options.map((mark) => `${mark} ${markLooks[mark].glyph} ${markLooks[mark].paint}`)).toEqual([
    "CC ++ supports",
    "C + supports",
    "N · soft",
    "I − opposes",
    "II −− opposes",
  ]);
});
