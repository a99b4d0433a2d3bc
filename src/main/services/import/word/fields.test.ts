import { expect, test } from "vitest";
import { Fields, isContentsField, linkOfField } from "./fields.ts";

test.each([
  ['HYPERLINK "https://example.org/"', "https://example.org/"],
  [' hyperlink  "https://example.org/"  \\l "part" \\o "tip"', "https://example.org/"],
  ["HYPERLINK https://example.org/ \\h", "https://example.org/"],
  ['HYPERLINK \\l "part"', null],
  ['HYPERLINK ""', ""],
  ["REF _Ref12 \\h", null],
  ["", null],
])("the field %j leads to %s", (code, expected) => {
  expect(linkOfField(code)).toBe(expected);
});

test.each([
  ['TOC \\o "1-3"', true],
  ["  toc", true],
  ['TOC \\c "Figure"', true],
  ["TOCX", false],
  ["PAGEREF _Toc1", false],
])("%j is a table of contents: %s", (code, expected) => {
  expect(isContentsField(code)).toBe(expected);
});

test("a field has an instruction, then a result, and ends", () => {
  const fields = new Fields();
  expect([fields.isInstruction, fields.href, fields.isBroken]).toEqual([false, null, false]);
  fields.begin();
  expect(fields.isInstruction).toBe(true);
  fields.instruction('HYPERLINK "https://a.org/"');
  expect(fields.separate()).toBe(false);
  expect([fields.isInstruction, fields.href]).toEqual([false, "https://a.org/"]);
  fields.end();
  expect([fields.href, fields.isBroken]).toEqual([null, false]);
});

test("of fields in each other, the innermost link counts, and one in an instruction is part of it", () => {
  const fields = new Fields();
  fields.begin();
  fields.instruction('HYPERLINK "https://a.org/"');
  fields.separate();
  fields.begin();
  fields.instruction("PAGE");
  fields.separate();
  expect(fields.href).toBe("https://a.org/");
  fields.end();
  fields.begin();
  fields.instruction("IF ");
  fields.begin();
  fields.instruction("DATE");
  fields.separate();
  expect(fields.isInstruction).toBe(true);
  fields.swallow("2020");
  expect(fields.isBroken).toBe(true);
});

test("marks that are missing or too many break nothing", () => {
  const fields = new Fields();
  fields.end();
  expect(fields.separate()).toBe(false);
  fields.instruction("TOC");
  fields.begin();
  fields.instruction("TOC");
  expect([fields.separate(), fields.separate()]).toEqual([true, false]);
  expect([fields.isContents, fields.isBroken]).toEqual([true, true]);
  fields.end();
  expect([fields.isContents, fields.isBroken]).toEqual([false, false]);
});

test("an instruction without words that were taken for it is not broken", () => {
  const fields = new Fields();
  fields.begin();
  fields.instruction("FORMTEXT".repeat(5000));
  expect(fields.isBroken).toBe(false);
});
