import { expect, test } from "vitest";
import { isStreet } from "./streets.ts";

test.each([
  "1 Gwanak-ro, Gwanak-gu, Seoul",
  "12 Main Street, Visby",
  "5 High St",
  "5 High St., York",
  "221B Baker Street",
  "12-14 Great College Street, London",
  "4 rue de la Paix",
  "3 place d'Armes",
  "1 avenue Appia",
  "10 Nygatan, Visby",
  "1 West 5th Street",
  "2 Via Roma",
  "8 Main St (second floor)",
])("%s is an address", (text) => {
  expect(isStreet(text)).toBe(true);
});

test.each([
  "1 See the letter of March.",
  "2 High Court, judgment of 3 May",
  "3 Road traffic fell.",
  "1 The Street of the Harbour is closed",
  "2 Street",
  "4 Rue is a herb.",
  "5 St Mary’s Church",
  "10 of the main streets",
  "2019 Annual Report",
])("%s is none", (text) => {
  expect(isStreet(text)).toBe(false);
});
