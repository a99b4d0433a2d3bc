import { expect, test } from "vitest";
import { linesFrom } from "./fixtures/lines.ts";
import { flowOf } from "./flow.ts";
import { frameOf } from "./frame.ts";

const frame = frameOf([0, 0, 600, 800], { 0: 1, 90: 0, 180: 0, 270: 0 });
const words = new Map([
  ["evidence", 2],
  ["commission", 1],
]);

test.each([
  ["models 737–8 and 737–", "9 of Boeing", "models 737–8 and 737–9 of Boeing"],
  ["since 2018–23", "–51 was issued", "since 2018–23–51 was issued"],
  ["call 206–231–", "3500 by noon", "call 206–231–3500 by noon"],
  ["it fell – as said –", "by half", "it fell – as said – by half"],
  ["go to https://", "www.regulations.gov.", "go to https://www.regulations.gov."],
  ["go to https://www.", "regulations.gov and write", "go to https://www.regulations.gov and write"],
  ["see www.faa.gov.", "The office is open", "see www.faa.gov. The office is open"],
  ["write to Inquiry@", "faa.gov today", "write to Inquiry@faa.gov today"],
  ["yes and/", "or no", "yes and/or no"],
  ["km per hour /", "day", "km per hour / day"],
  ["the evidence-", "based plan", "the evidence-based plan"],
  ["the commis-", "sion met", "the commission met"],
] as const)("%s|%s", (one, two, want) => {
  const lines = linesFrom([
    { text: one, x: 50, y: 100 },
    { text: two, x: 50, y: 88 },
  ]);
  const flow = flowOf(lines, { page: 0, frame, links: [], words }, 0);
  expect(flow.text).toBe(want);
  expect(flow.places.length).toBe(want.length);
});
