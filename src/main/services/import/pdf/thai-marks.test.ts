import fc from "fast-check";
import { expect, test } from "vitest";
import type { PageChars } from "../../pdfium/page-chars.ts";
import { allOf, charsFrom, type Print } from "./fixtures/lines.ts";
import { withThaiMarks } from "./thai-marks.ts";

const read = (chars: PageChars): string =>
  withThaiMarks(chars, allOf(chars))
    .map((k) => chars.text(k))
    .join("");

/** Letters five points wide in a line, and signs printed over the letter with the number `over`, from 0. */
const at = (text: string, n: number, y = 400): Print => ({ text, x: 50 + n * 5, y });
const over = at;
const end: Print = { text: "\r\n", x: 50, y: 400, generated: true };
const gap: Print = { text: " ", x: 50, y: 400, generated: true };

test.each<[string, readonly Print[], string]>([
  ["a mark after the next letter", [at("อจ", 0), over("ั", 0), at("ฉ", 2)], "อัจฉ"],
  ["a mark before its letter", [at("น", 0), over("ี", 2), over("่", 2), at("ว", 1), at("ท", 2)], "นวที่"],
  ["a mark on a line of its own", [at("นม", 0), end, over("ี", 0, 400.6), end], "นีม\r\n\r\n"],
  ["a line end after a mark", [at("ภ", 0), end, over("ู", 0), end, at("ม", 1)], "ภูม"],
  ["a gap between letters that touch", [at("ม", 0), at("ง", 1), gap, at("ต", 2)], "มงต"],
  ["a gap between words", [at("ม", 0), gap, at("ต", 2)], "ม ต"],
  ["a vowel sign after a tone mark", [at("ผ", 0), over("้", 0), over("ู", 0)], "ผู้"],
  ["marks in their order", [at("ช", 0), over("ื", 0), over("่", 0), at("อ", 1)], "ชื่อ"],
  ["marks of Windows’ code page", [at("ไม", 0), over("\uf70a", 1), at("ฟ", 2), over("\uf710", 2)], "ไม่ฟั"],
  ["sara am in two glyphs", [at("น", 0), over("ํ", 0), over("้", 0), at("า", 1)], "น้ำ"],
  ["sara am with a space for its first glyph", [at("จ", 0), at("า", 1), over(" ", 0), at("ลา", 2)], "จำลา"],
  ["sara am with a space, and sara aa named so", [at("ค", 0), over(" ", 0), at("ำ", 1), at("กำ", 2)], "คำกา"],
  ["Lao", [at("ນ", 0), over("ໍ", 0), over("້", 0), at("າ", 1)], "ນ້ຳ"],
  ["a mark over no letter", [at("น", 0), over("ี", 8)], "นี"],
  ["other scripts", [at("ab", 0), gap, at("c", 2), end], "ab c\r\n"],
])("%s", (_, prints, want) => {
  expect(read(charsFrom(...prints))).toBe(want);
});

test("a mark goes to the letter of its own line", () => {
  const chars = charsFrom(at("กก", 0, 430), end, at("ขข", 0), end, over("ี", 1, 430), over("ิ", 1));
  expect(read(chars).replace(/\s/g, "")).toBe("กกีขขิ");
});

const syllable = fc
  .tuple(fc.constantFrom(..."กขคงจชซดตทนบปพมยรลวสหอ"), fc.constantFrom("", "ิ", "ี", "ุ", "ั"), fc.constantFrom("", "่", "้"))
  .map((parts) => parts.join(""));

test("marks in any order and place of the file are read after their letters", () => {
  fc.assert(
    fc.property(fc.array(syllable, { minLength: 1, maxLength: 8 }), fc.infiniteStream(fc.nat()), (word, numbers) => {
      const letters = word.map((own, n) => at(own[0] ?? "", n));
      const marks = word.flatMap((own, n) => [...own.slice(1)].map((mark) => over(mark, n)));
      const prints: Print[] = [...letters];
      for (const mark of marks) prints.splice((numbers.next().value ?? 0) % (prints.length + 1), 0, mark);
      expect(read(charsFrom(...prints))).toBe(word.join(""));
    }),
  );
});
