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
  // Single words of a longer name.
  ["Goverment of Kenya", "Government of Kenya"],
  ["Goverment", "Government of Kenya"],
  ["Kenya Goverment", "Government of Kenya"],
  ["Governmetn of Kenya", "Government of Kenya"],
  ["Minstry of Forein Afairs", "Ministry of Foreign Affairs"],
  ["Foriegn Afairs", "Ministry of Foreign Affairs"],
  ["World Bnak", "World Bank"],
  ["Министерсто финансов", "Министерство финансов"],
  ["وزارت خزنہ", "وزارت خزانہ پاکستان"],
  // The same words in another order.
  ["Kenya Government", "Government of Kenya"],
  ["Affairs, Foreign", "Foreign Affairs"],
  // Plurals, of the name and of its words, in both directions.
  ["Tariffs", "Tariff"],
  ["Tariff", "Tariffs"],
  ["Policies", "Policy"],
  ["Taxes", "Tax"],
  ["Import tariffs", "Import tariff"],
  ["Import tariff reforms", "Import tariffs reform"],
  ["Steuern", "Steuer"],
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
  ["Phase", "Phase 1"],
  ["Phases 2", "Phase 1"],
  ["Iranian", "Iran"],
  ["Government of Kenya", "Government"],
  ["Goverment of Kenya", "Government"],
  ["Government of Kenya", "Government of Ghana"],
  ["Kenya", "Government of Kenya"],
  ["Government Kenya", "Government of Kenya"],
  ["Energy mix", "Energy-mix"],
  ["Who, pays", "Who pays?"],
  ["R&D", "R and D"],
  ["EUs", "EU"],
])("%s is meant although %s exists", (typed, existing) => {
  expect(isLikelySlip(typed, existing)).toBe(false);
});

test("exchanging two neighbouring letters of a long name is a slip, and the relation is symmetric", () => {
  const word = fc.string({ unit: fc.constantFrom(..."abcdefghij"), minLength: 8, maxLength: 12 });
  fc.assert(
    fc.property(word, fc.nat(6), word, (name, index, other) => {
      const slipped = `${name.slice(0, index)}${name[index + 1]}${name[index]}${name.slice(index + 2)}`;
      expect(isLikelySlip(slipped, name)).toBe(slipped !== name);
      expect(isLikelySlip(name, other)).toBe(isLikelySlip(other, name));
    }),
  );
});

test("a slip in one word of a longer name is found wherever the word is", () => {
  const word = fc.string({ unit: fc.constantFrom(..."abcdefghij"), minLength: 6, maxLength: 9 });
  fc.assert(
    fc.property(
      fc.uniqueArray(word, { minLength: 2, maxLength: 5 }),
      fc.nat(4),
      fc.nat(4),
      (words, which, position) => {
        const index = which % words.length;
        const name = words[index] ?? "";
        const slipped = `${name.slice(0, position)}${name[position + 1]}${name[position]}${name.slice(position + 2)}`;
        fc.pre(slipped !== name && !words.includes(slipped));
        expect(isLikelySlip(words.with(index, slipped).join(" "), words.join(" "))).toBe(true);
        expect(isLikelySlip(slipped, words.join(" "))).toBe(true);
        expect(isLikelySlip(words.join(" "), words.join(" "))).toBe(false);
      },
    ),
  );
});
