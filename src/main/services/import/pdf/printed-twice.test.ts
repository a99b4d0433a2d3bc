import { expect, test } from "vitest";
import { onePage } from "../../pdfium/page.cases.ts";
import { wholePdf } from "../whole.cases.ts";
import { allOf, charsFrom, type Print } from "./fixtures/lines.ts";
import { withoutTwice } from "./printed-twice.ts";

const left = (...prints: readonly Print[]): string => {
  const chars = charsFrom(...prints);
  return withoutTwice(chars, allOf(chars))
    .map((k) => chars.text(k))
    .join("")
    .replace(/ +/g, " ");
};

test("letters that are printed again at their place, by another operator, are read once", () => {
  const line = { text: "Institutions.", x: 50, y: 400 };
  expect(left(line, { ...line, x: 50.4, y: 400.3 })).toBe(line.text);
  // A part of a line, and one that goes on.
  expect(left({ text: "(1) The word is", x: 50, y: 400 }, { text: "The word is used", x: 70, y: 400 })).toBe(
    "(1) The word is used",
  );
  expect(left(line, { ...line, x: 53 })).toBe(line.text + line.text);
  expect(left(line, { ...line, y: 396 })).toBe(line.text + line.text);
  expect(left(line, { ...line, text: "Constitution." })).toContain("C");
});

test("a letter or two at one place are chance", () => {
  expect(left({ text: "On", x: 50, y: 400 }, { text: "On", x: 50, y: 400 })).toBe("OnOn");
});

test("a heading that is bold by printing twice, and a line that is printed again with its mark", async () => {
  const at = (text: string, x: number, y: number): string => `BT /F 12 Tf ${x} ${y} Td (${text}) Tj ET`;
  const drawn = [
    at("The charges", 50, 400),
    at("The charges", 50.3, 400),
    at("The panel met in the old hall and it", 50, 370),
    at("panel met in the old hall and it", 73.352, 370),
  ];
  const { content } = await wholePdf(onePage({ drawn: drawn.join("\n") }));
  expect(content.text.split("\n")).toEqual(["The charges", "The panel met in the old hall and it"]);
});
