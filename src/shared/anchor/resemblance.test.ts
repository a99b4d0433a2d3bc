import { expect, test } from "vitest";
import { editText, strengths } from "./edited-text.cases.ts";
import { resemblance } from "./resemblance.ts";
import { allScripts, writtenText } from "./written-text.cases.ts";

test.each(allScripts)(
  "an edited text in %s resembles the one before, another text of the same words does not",
  (script) => {
    const text = writtenText(script, 8000, 1);
    expect(resemblance(text, text)).toBe(1);
    expect(resemblance(text, editText(text, strengths.light, 1).text)).toBeGreaterThan(0.5);
    expect(resemblance(text, writtenText(script, 8000, 2))).toBeLessThan(0.05);
  },
);

test.each([
  ["", ""],
  ["One two three", "One two three"],
  ["", "One two three four five six"],
])("texts that are too short resemble nothing: %j and %j", (text, other) => {
  expect(resemblance(text, other)).toBe(0);
});
