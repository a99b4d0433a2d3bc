import { expect, test } from "vitest";
import { charsOfGlyph } from "./glyph-names.ts";

test.each([
  ["A", "A"],
  ["comma", ","],
  ["nine", "9"],
  ["at", "@"],
  ["grave", "`"],
  ["asciitilde", "~"],
  ["logicalnot", "¬"],
  ["questiondown", "¿"],
  ["mu", "µ"],
  ["Rho", "Ρ"],
  ["Omega", "Ω"],
  ["lambda", "λ"],
  ["omega", "ω"],
  ["Aacute", "Á"],
  ["ccedilla", "ç"],
  ["scommaaccent", "ș"],
  ["ohungarumlaut", "ő"],
  ["zdotaccent", "ż"],
  ["eogonek", "ę"],
  ["quoteright", "’"],
  ["f_f_i", "ffi"],
  ["fi", "fi"],
  ["a.sc", "a"],
  ["uni0645", "م"],
  ["uni06450646", "من"],
  ["u1F600", "😀"],
])("a glyph %s shows %s", (name, chars) => {
  expect(charsOfGlyph(name)).toBe(chars);
});

test.each([
  ".notdef",
  "",
  "a0",
  "g258",
  "i7",
  "BD",
  "0",
  "uniD800",
  "u110000",
  "uni00",
  "xacute",
  "constructor",
  "A_b7",
])("a glyph %s says nothing of what it shows", (name) => {
  expect(charsOfGlyph(name)).toBeNull();
});
