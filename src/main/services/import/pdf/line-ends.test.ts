import { expect, test } from "vitest";
import { allOf, charsFrom, linesFrom } from "./fixtures/lines.ts";
import { flowOf } from "./flow.ts";
import { frameOf } from "./frame.ts";
import { linesOf } from "./lines.ts";

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
  ["see https://example.org/a/", "and the annex", "see https://example.org/a/ and the annex"],
  ["at https://example.org/well-", "known/list, page", "at https://example.org/well-known/list, page"],
  ["the commis‐", "sion met", "the commission met"],
  ["the evidence‐", "based plan", "the evidence‐based plan"],
  ["the commis-", "sion met", "the commission met"],
] as const)("%s|%s", (first, two, want) => {
  const lines = linesFrom([
    { text: first, x: 50, y: 100 },
    { text: two, x: 50, y: 88 },
  ]);
  const flow = flowOf(lines, { page: 0, frame, links: [], words }, 0);
  expect(flow.text).toBe(want);
  expect(flow.places.length).toBe(want.length);
});

test.each([
  ["without a width is left out", 0, "the document is"],
  ["with a width is a hyphen", 5, "the docu-ment is"],
] as const)("a soft hyphen within a line %s", (_name, width, want) => {
  const chars = charsFrom({ text: "the docu\u00adment is", x: 50, y: 100 });
  chars.place(8, 90, 98, 90 + width, 108);
  const lines = linesOf(chars, allOf(chars), new Map());
  expect(flowOf(lines, { page: 0, frame, links: [], words }, 0).text).toBe(want);
});
