import { expect, test } from "vitest";
import { PageChars } from "../../pdfium/page-chars.ts";
import { withoutFigureSpaces } from "./figure-spaces.ts";
import { allOf } from "./fixtures/lines.ts";

/** Two characters of ten points with a space between, and so many points from one to the other. */
function pair(texts: readonly [string, string], gap: number, part: { made?: boolean; runs?: number } = {}): PageChars {
  const { made = true, runs = 1 } = part;
  const chars = new PageChars(3);
  const begin = (): void =>
    chars.begin({ size: 10, bold: false, italic: false, font: "Sans", turn: 0, content: -1, origin: [50, 100] });
  const add = (text: string, x: number, width: number, generated = false): void => {
    const k = chars.add(text.codePointAt(0) ?? 0, { generated, hyphen: false });
    chars.place(k, x, 98, x + width, 108);
  };
  begin();
  add(texts[0], 50, 5);
  add(" ", 55, 0, made);
  if (runs > 1) begin();
  add(texts[1], 55 + gap, 5);
  return chars;
}
const textOf = (chars: PageChars): string =>
  withoutFigureSpaces(chars, allOf(chars))
    .map((k) => chars.text(k))
    .join("");

test.each([[0], [0.4], [-0.4]])("figures %s points apart are one number", (gap) => {
  expect(textOf(pair(["2", "0"], gap))).toBe("20");
});

test.each<[string, PageChars]>([
  ["figures with a space's room between", pair(["2", "0"], 2.5)],
  ["figures far over each other", pair(["2", "0"], -2.5)],
  ["letters that touch", pair(["V", "f"], 0)],
  ["a letter before a figure", pair(["V", "2"], 0)],
  ["a letter after a figure", pair(["2", "x"], 0)],
  ["a space of the file's own", pair(["2", "0"], 0, { made: false })],
  ["figures of two operators", pair(["2", "0"], 0, { runs: 2 })],
])("%s stay apart", (_, chars) => {
  expect(textOf(chars)).toHaveLength(3);
});
