import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import fc from "fast-check";
import { expect, test } from "vitest";
import { installedFonts } from "./fonts.ts";
import { lineSize, readLetters } from "./letter-widths.ts";
import { faces, inner } from "./typst.ts";

/** What the typesetter says of the width of texts, in ems. */
function typesetWidths(texts: readonly string[], bold: boolean): readonly number[] {
  const cells = texts.map(
    (text) => `measure(text(100pt, ${bold ? `strong(${inner(text)})` : inner(text)})).width.pt(),`,
  );
  const source = `${faces}#context [#metadata((${cells.join("")})) <widths>]`;
  const compiler = NodeCompiler.create({ fontArgs: [...installedFonts().args] });
  const [{ value }] = compiler.query({ mainFileContent: source }, { selector: "<widths>" });
  return (value as number[]).map((width) => width / 100);
}

/** Letters with many kerned pairs, joined ones, and those of numbers and identifiers. */
const alphabets = [
  "0123456789",
  "0123456789.-−% ",
  "0123456789abcdef#",
  "abcdefghijklmnopqrstuvwxyzßéöñ",
  "AVWTYLFPKRvwytfx.,'’-– ",
  "абвгдежзийклмнопрстуфхцчшщъыьэюяАГТУФЬ",
  "αβγδεΑΓΔΛΡΤΥο",
  "ffil",
  "“Water” › (12): + supports, 4 %",
];
const texts = fc.constantFrom(...alphabets).chain((letters) => {
  const letter = fc.constantFrom(...letters);
  return fc.array(letter, { minLength: 1, maxLength: 30 }).map((all) => all.join("").trim());
});

test.each([false, true])("a line is as wide as its size says, bold: %s", (bold) => {
  const [samples, sizes] = [fc.sample(texts, { numRuns: 800, seed: 1 }), [] as [string, number, number, number][]];
  for (const [index, width] of typesetWidths(samples, bold).entries()) {
    const text = samples[index] ?? "";
    const { least, most, capital } = lineSize(text, bold);
    expect([text, capital !== null]).toEqual([text, true]);
    if (width < least - 1e-6 || width > most + 1e-6) sizes.push([text, width, least, most]);
  }
  expect(sizes).toEqual([]);
});

test.each(["پانی", "水", "नदी", "e\u0301", "a\u2068b", "○", "😀", "עם"])(
  "more must be known of %s than its letters",
  (text) => {
    expect(lineSize(`a ${text}`, false)).toMatchObject({ least: 0, capital: null });
  },
);

test.each(["水是大家的", "המים של כולם", "○ ◌ ±", "پانی سب کا حق ہے", "नदी का पानी"])(
  "%s is no wider than its size says",
  (text) => {
    expect(typesetWidths([text], false)[0]).toBeLessThan(lineSize(text, false).most);
  },
);

test("a font that can't be read has no letters, and the typesetter may say that it is missing", () => {
  expect(readLetters("/no/such/font.ttf").widths.size).toBe(0);
});
