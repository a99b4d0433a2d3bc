import fc from "fast-check";
import { expect, test } from "vitest";
import { isLikelySlip } from "./similar-names.ts";

test.each([
  ["Tarrif", "Tariff"],
  ["tarif reform", "Tariff reform"],
  ["Kasmir", "Kashmir"],
  ["Enviroment", "Environment"],
  ["Iraq", "Iran"],
  ["Recieve", "Receive"],
  ["Péchè", "Péché"],
  ["پاکسان", "پاکستان"],
])("%s may be a slip for %s", (typed, existing) => {
  expect(isLikelySlip(typed, existing)).toBe(true);
});

test.each([
  ["Phase 10", "Phase 1"],
  ["Phase 2", "Phase 1"],
  ["COVID-19", "COVID"],
  ["EU+3", "EU"],
  ["Who pays?", "Who pays"],
  ["Energy-mix", "Energy"],
  ["Tariff", "tariff"],
  ["Water", "Air"],
  ["UK", "US"],
  ["2030 targets", "2035 targets"],
  ["Tar", "Tax"],
  ["", "Water"],
])("%s is meant although %s exists", (typed, existing) => {
  expect(isLikelySlip(typed, existing)).toBe(false);
});

test("exchanging two neighbouring letters of a long name is a slip, and the relation is symmetric", () => {
  const word = fc.string({ unit: fc.constantFrom(..."abcdefghij"), minLength: 8, maxLength: 12 });
  fc.assert(
    fc.property(word, fc.nat(6), word, (name, at, other) => {
      const slipped = `${name.slice(0, at)}${name[at + 1]}${name[at]}${name.slice(at + 2)}`;
      expect(isLikelySlip(slipped, name)).toBe(slipped !== name);
      expect(isLikelySlip(name, other)).toBe(isLikelySlip(other, name));
    }),
  );
});
