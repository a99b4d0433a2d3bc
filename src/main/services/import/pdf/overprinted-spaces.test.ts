import fc from "fast-check";
import { expect, test } from "vitest";
import { PageChars } from "../../pdfium/page-chars.ts";
import { allOf } from "./fixtures/lines.ts";
import { withoutOverprintedSpaces } from "./overprinted-spaces.ts";

/**
 * Letters five points wide and spaces of 2.5. `_` is a space that the next letter is printed over, `~` one that it is
 * printed over by half a point, `|` the end of a text operator.
 */
function line(text: string): PageChars {
  const chars = new PageChars(text.length);
  const begin = (): void =>
    chars.begin({ size: 10, bold: false, italic: false, font: "Serif", turn: 0, content: -1, origin: [50, 100] });
  let x = 50;
  begin();
  for (const sign of text) {
    if (sign === "|") {
      begin();
      continue;
    }
    const isSpace = sign === " " || sign === "_" || sign === "~";
    const width = isSpace ? 2.5 : 5;
    const k = chars.add(isSpace ? 32 : (sign.codePointAt(0) ?? 0), { generated: false, hyphen: false });
    chars.place(k, x, 98, x + width, 108);
    x += sign === "_" ? 0 : sign === "~" ? 2 : width;
  }
  return chars;
}

function read(text: string): string {
  const chars = line(text);
  return withoutOverprintedSpaces(chars, allOf(chars))
    .map((k) => chars.text(k))
    .join("");
}

test.each([
  [
    "a figure",
    "on 3_0_/_0_5_/_2_0_1_8 the sum was paid to the council",
    "on 30/05/2018 the sum was paid to the council",
  ],
  ["letters two of which are kerned", "of LT_D_A and S_A_NTOS in the city", "of LTDA and SANTOS in the city"],
  [
    "a space alone beside those",
    "S_A_N_TOS of the city, the symbol D_FA of it",
    "SANTOS of the city, the symbol DFA of it",
  ],
])("letters that are spaced out are one word: %s", (_, text, wanted) => {
  expect(read(text)).toBe(wanted);
});

test.each([
  ["one space under a letter, which may part two words", "go fast, go alone. If_you want to go far"],
  ["spaces under letters far apart", "go_fast, go alone. If_you want to go_far and so on"],
  ["spaces that letters are printed over by little", "the sum of 1~0~0~0 in the city of the council"],
  ["spaces of words that OCR has one by one", "the |S_|A_|B of the city in the north"],
  ["a page of which most spaces are so, whose font has no widths", "t_h_e_c_i_t_y_o_f t_h_e_n_o_r_t_h"],
])("%s stay", (_, text) => {
  expect(read(text)).toBe(text.replaceAll(/[_~]/g, " ").replaceAll("|", ""));
});

test("no letter is lost or moved, whatever the spaces", () => {
  const sign = fc.constantFrom("a", "b", "7", " ", "_", "~", "|");
  fc.assert(
    fc.property(fc.string({ unit: sign, maxLength: 40 }), (text) => {
      expect(read(text).replaceAll(" ", "")).toBe(text.replaceAll(/[ _~|]/g, ""));
    }),
  );
});
