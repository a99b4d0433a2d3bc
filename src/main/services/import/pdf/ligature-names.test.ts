import { expect, test } from "vitest";
import { PageChars } from "../../pdfium/page-chars.ts";
import { letters } from "./glyphs.ts";
import { nameLigatures } from "./ligature-names.ts";

/** Texts one after the other, each in a font. */
function read(...parts: readonly (readonly [text: string, font?: string])[]): string {
  const chars = new PageChars(parts.reduce((sum, [text]) => sum + text.length + 1, 0));
  for (const [text, font = "Calibri"] of parts) {
    chars.begin({ size: 10, bold: false, italic: false, font, turn: 0, content: -1, origin: [50, 100] });
    for (const sign of `${text} `) chars.add(sign.codePointAt(0) ?? 0, { generated: false, hyphen: false });
  }
  nameLigatures(chars);
  return chars
    .all()
    .map((k) => letters(chars.text(k)))
    .join("")
    .trim();
}

test.each([
  ["acƟvity", "activity"],
  ["Ɵme and acƟon", "time and action"],
  ["hƩps", "https"],
  ["aƩenƟon", "attention"],
  ["the acƟon of MicrosoŌ", "the action of Microsoft"],
  ["the acƟon had an eīect", "the action had an effect"],
  ["the acƟon of the oĸce", "the action of the office"],
  ["the Įrst acƟon", "the first action"],
  ["acƟon on inŇaƟon", "action on inflation"],
])("names that Windows gives to ligatures are ligatures: %s", (text, wanted) => {
  expect(read([text])).toBe(wanted);
});

test.each([
  ["letters of Latvian, Lithuanian and Czech", "tīkls, Įmonė, Ňadra, Ōmura"],
  ["capitals at the head of words", "Ɵ, Ʃ and Ʃeme"],
])("%s stay where the font has no such names within words", (_, text) => {
  expect(read([text])).toBe(text);
});

test("other fonts of the page keep their letters", () => {
  expect(read(["the acƟon"], ["tīkls", "Serif"])).toBe("the action tīkls");
});
