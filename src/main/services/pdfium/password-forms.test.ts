import fc from "fast-check";
import { expect, test } from "vitest";
import { encodeDocumentText } from "./document-encoding.ts";
import { passwordForms } from "./password-forms.ts";

test.each([
  ["nothing", "", [""]],
  ["plain letters", "Pass word 1!", ["Pass word 1!"]],
  ["Latin-1", "Zoë", ["Zoë"]],
  ["signs with codes of their own", "5 €", ["5 €", "5 \u00a0"]],
  ["a ligature, for which there is a code too", "ﬁx", ["ﬁx", "fix", "\u0093x"]],
  ["a Roman numeral", "Ⅳ", ["Ⅳ", "IV"]],
  ["a letter with a combining mark", "e\u0301", ["e\u0301", "é"]],
  ["a no-break space", "a\u00a0b", ["a\u00a0b", "a b"]],
  ["an ideographic space", "a\u3000b", ["a\u3000b", "a b"]],
  ["a soft hyphen", "a\u00adb", ["a\u00adb", "ab"]],
  ["joiners and a variation selector", "a\u200d\ufe0fb", ["a\u200d\ufe0fb", "ab"]],
  ["Urdu", "راز", ["راز"]],
])("the forms of %s", (_, password, forms) => {
  expect(passwordForms(password)).toEqual(forms);
});

test("a password has one to three forms, what was typed first, none of them twice", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 12 }), (password) => {
      const forms = passwordForms(password);
      expect(forms[0]).toBe(password);
      expect(new Set(forms).size).toBe(forms.length);
      expect(forms.length).toBeLessThanOrEqual(3);
    }),
  );
});

test("plain ASCII has its own codes, and every other text has codes of one byte or none at all", () => {
  const ascii = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).join("");
  expect(String.fromCharCode(...(encodeDocumentText(ascii) ?? []))).toBe(ascii);
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 6 }), (words) => {
      const codes = encodeDocumentText(words);
      if (codes !== null) {
        expect(codes).toHaveLength(words.length);
        for (const code of codes)
          expect(code >= 9 && code <= 255 && code !== 0x7f && code !== 0x9f && code !== 0xad).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});

test.each(["\u007f", "\u009f", "\u00ad", "\u00a0", "\u0080", "\u0000", "\u0100", "\u{1d4b3}"])(
  "%j has no code",
  (char) => {
    expect(encodeDocumentText(`a${char}`)).toBeNull();
  },
);
