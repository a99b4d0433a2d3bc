import { expect, test } from "vitest";
import { allOf, charsFrom, type Print } from "./fixtures/lines.ts";
import { linesOf } from "./lines.ts";

/** A line of letters of ten points, each five wide and with its own width of gap after it, in points. */
function spacedOut(text: string, gapAfter: (sign: string, index: number) => number): Print[] {
  const prints: Print[] = [];
  let x = 20;
  for (const [index, sign] of [...text].entries()) {
    const gap = gapAfter(sign, index);
    if (sign !== " ") prints.push({ text: sign, x, y: 100 });
    if (sign !== " " && gap > 0) prints.push({ text: " ", x: x + 5, y: 100, generated: true });
    x += sign === " " ? gap : 5 + gap;
  }
  return prints;
}

const readOf = (prints: readonly Print[]): string[] => {
  const chars = charsFrom(...prints);
  return linesOf(chars, allOf(chars), new Map()).map((line) => line.text);
};
/** Three points after a letter, and five more between words. */
const even = (text: string): Print[] => spacedOut(text, (sign) => (sign === " " ? 5 : 3));

test.each([
  "SUMMARY",
  "SUMMARY OF FINDINGS",
  "POLICY BRIEF No. 3",
  "CIVIC EDUCATION 2025",
  "RÉSUMÉ",
  "ЗАКЛЮЧЕНИЕ",
  "gesperrt",
  "EINFÜHRUNG: KOSTEN",
])("%s, spaced out, is read as words", (text) => {
  expect(readOf(even(text))).toEqual([text]);
});

test.each(["A B C D E F", "X Y Z X Y Z", "U S A", "1 2 3 4 5 6", "R T S P K L"])("%s stays as it is", (text) => {
  const close = text.replaceAll(" ", "");
  expect(readOf(even(close))).toEqual([text]);
});

test("letters within a sentence that are spaced out are one word of it", () => {
  const spaced = even("gesperrt").map((print) => ({ ...print, x: print.x + 60 }));
  const [before, after]: Print[] = [
    { text: "Das ist ", x: 40, y: 100 },
    { text: " gesetzt.", x: 145, y: 100 },
  ];
  expect(readOf([before as Print, ...spaced.slice(0, -1), after as Print])).toEqual(["Das ist gesperrt gesetzt."]);
});

test("two kerned letters without a space between are of their word", () => {
  expect(readOf(spacedOut("FRAMEWORK", (_, index) => (index === 5 ? 0 : 3)))).toEqual(["FRAMEWORK"]);
});

test("words as far apart as their letters stay as they are where they are too long for one", () => {
  expect(readOf(spacedOut("SUMMARYOFFINDINGS", () => 3))).toEqual(["S U M M A R Y O F F I N D I N G S"]);
});

test("spaces of the file show where words end, whatever their width", () => {
  const text = "W A T E R  A C T";
  expect(readOf([{ text, x: 20, y: 100 }])).toEqual(["WATER  ACT"]);
});

test("letters far apart are cells of a table", () => {
  expect(readOf(spacedOut("AYEAYE", () => 12))).toEqual(["A Y E A Y E"]);
});
