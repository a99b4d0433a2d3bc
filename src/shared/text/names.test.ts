import fc from "fast-check";
import { expect, test } from "vitest";
import { findByName, nameKey, sameName } from "./names.ts";

test.each([
  ["Water", "WATER"],
  ["Water", "  water "],
  ["Water pricing", "water   Pricing"],
  ["Straße", "STRASSE"],
  ["Straße", "STRAẞE"],
  ["ΟΔΟΣ", "οδος"],
  ["οδός", "ΟΔΌΣ"],
  ["CO₂", "CO2"],
  ["ﬁsh", "fish"],
  ["Ｆｕｌｌ", "full"],
  ["Péché", "Pe\u0301che\u0301"],
  ["Å", "A\u030a"],
  ["보호", "보호".normalize("NFD")],
  ["soft\u00adhyphen", "softhyphen"],
  ["zero\u200bwidth", "zerowidth"],
])("%s and %s are one name", (a, b) => {
  expect(sameName(a, b)).toBe(true);
  expect(sameName(b, a)).toBe(true);
});

test.each([
  ["Péché", "Pêche"],
  ["Pêche", "Peche"],
  ["Phase 1", "Phase 10"],
  ["Water", "Water-pricing"],
  ["COVID", "COVID-19"],
  ["EU", "EU+3"],
  ["resume", "résumé"],
  ["ملک", "ملكة"],
])("%s and %s are two names", (a, b) => {
  expect(sameName(a, b)).toBe(false);
});

const name = fc.string({ unit: "grapheme", maxLength: 20 });

test("a name is the same in any case, in composed and decomposed letters, and with other white space around it", () => {
  fc.assert(
    fc.property(name, (written) => {
      for (const other of [
        written.normalize("NFC"),
        written.normalize("NFD"),
        written.toUpperCase(),
        ` ${written}\t`,
        nameKey(written),
      ])
        expect(sameName(written, other)).toBe(true);
    }),
  );
});

test("being one name is an equivalence: what has the same key is the same, and nothing else", () => {
  fc.assert(
    fc.property(name, name, (a, b) => {
      expect(sameName(a, b)).toBe(nameKey(a) === nameKey(b));
      expect(nameKey(nameKey(a))).toBe(nameKey(a));
    }),
  );
});

test("the exact name wins over one that is merely the same", () => {
  const names = ["CO2", "CO₂", "Péché"];
  expect(findByName(names, "CO₂", (text) => [text])).toEqual(["CO₂"]);
  expect(findByName(names, "co₂", (text) => [text])).toEqual(["CO2", "CO₂"]);
  expect(findByName(names, "Pêche", (text) => [text])).toEqual([]);
});
