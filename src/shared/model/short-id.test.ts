import fc from "fast-check";
import { expect, test } from "vitest";
import { AnnotationId, newId } from "./ids.ts";
import { meansId, meantById, shortId } from "./short-id.ts";

const id = "01a220ba-e087-7c31-9f00-2b5c531d0a43";

test.each([
  [id, true],
  ["531d0a43", true],
  ["#531d0a43", true],
  [" #531D0A43 ", true],
  ["01a220ba-e087", true],
  ["0a43", true],
  ["a43", false],
  ["e087", false],
  ["", false],
  ["#", false],
  ["531d0a44", false],
])("%j means it: %s", (wanted, means) => {
  expect(meansId(id, wanted)).toBe(means);
});

test("what is made in one instant has names apart, and each leads back to its record", () => {
  const made = Array.from({ length: 500 }, () => newId(AnnotationId));
  expect(new Set(made.map(shortId)).size).toBe(made.length);
  for (const annotation of made)
    expect(meantById(made, (value) => value, shortId(annotation), "claim")).toBe(annotation);
});

test("no match and several matches are reported; one that is there twice counts once", () => {
  const other = `01a220ba-${id.slice(9, -8)}00000000`;
  const find = (wanted: string, values = [id, other]): string => meantById(values, (text) => text, wanted, "claim");
  expect(() => find("ffff")).toThrow("There is no claim “ffff”.");
  expect(() => find("01a220ba")).toThrow("“01a220ba” matches 2 identifiers.");
  expect(find("531d0a43", [id, id])).toBe(id);
});

test("a whole identifier always means itself alone", () => {
  fc.assert(
    fc.property(fc.array(fc.uuid(), { minLength: 1, maxLength: 30 }), (ids) => {
      for (const text of ids) expect(meantById(ids, (value) => value, text, "claim")).toBe(text);
    }),
  );
});
