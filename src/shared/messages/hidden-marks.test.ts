import fc from "fast-check";
import { expect, test } from "vitest";
import { escapeHiddenMarks, showHiddenMarks, withoutDirectionMarks } from "./hidden-marks.ts";

test.each([
  ["report\u202efdp.exe", "report⟨U+202E⟩fdp.exe"],
  ["\u2066a\u2069", "⟨U+2066⟩a⟨U+2069⟩"],
  ["Wa\u200bter", "Wa⟨U+200B⟩ter"],
  ["Wa\u200dter", "Wa⟨U+200D⟩ter"],
  ["Wa\u200cter", "Wa⟨U+200C⟩ter"],
  ["\ufeffWater", "⟨U+FEFF⟩Water"],
  ["Wa\u00adter", "Wa⟨U+00AD⟩ter"],
  ["a\u{e0041}b", "a⟨U+E0041⟩b"],
  ["a\u3164b", "a⟨U+3164⟩b"],
  // Words that are written with joiners, and emoji of several parts.
  ["می\u200cخواهم", "می\u200cخواهم"],
  ["کتاب\u200cها", "کتاب\u200cها"],
  ["क\u094d\u200dष", "क\u094d\u200dष"],
  ["👩\u200d🔬", "👩\u200d🔬"],
  ["ภาษา\u200bไทย", "ภาษา\u200bไทย"],
  ["پانی\u200e (Water)", "پانی\u200e (Water)"],
  ["Plain title, naïve façade – “quoted”", "Plain title, naïve façade – “quoted”"],
  ["", ""],
])("%j is shown as %j", (text, shown) => {
  expect(showHiddenMarks(text)).toBe(shown);
});

const marks = fc.string({
  unit: fc.constantFrom("a", "\u202e", "\u2067", "\u200b", "\u200d", "ب", "ก", "\u{e0041}", "👩", "\ud800", '"', "\\"),
});

test("nothing that changes direction is left, what is shown is shown the same again, and offsets stay in a text", () => {
  fc.assert(
    fc.property(marks, (text) => {
      const shown = showHiddenMarks(text);
      expect(shown).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
      expect(showHiddenMarks(shown)).toBe(shown);
      expect(withoutDirectionMarks(text)).toHaveLength(text.length);
      expect(withoutDirectionMarks(text)).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
    }),
  );
});

test("JSON stays the same data, with nothing hidden in it", () => {
  fc.assert(
    fc.property(fc.dictionary(marks, marks), (value) => {
      const json = escapeHiddenMarks(JSON.stringify(value));
      expect(JSON.parse(json)).toEqual(value);
      expect(json).not.toMatch(/[\u200b-\u200d\u202a-\u202e\u2066-\u2069\u{e0000}-\u{e007f}]/u);
    }),
  );
});
