import { expect, test } from "vitest";
import { claimOfLink, linkOfClaim } from "./claim-link.ts";
import { AnnotationId, newId } from "./ids.ts";

test.each([
  ["stancemark://claim/27c15a4b", "27c15a4b"],
  ["stancemark://claim/27C15A4B/", "27c15a4b"],
  ["STANCEMARK://claim/27c15a4b", "27c15a4b"],
  ["stancemark://claim/", null],
  ["stancemark://claim/../../x", null],
  ["stancemark://claim/27c1/5a4b", null],
  ["stancemark://paper/27c15a4b", null],
  ["stancemark-app://claim/27c15a4b", null],
  ["https://claim/27c15a4b", null],
  ["not an address", null],
])("the link %s names the claim %s", (address, claim) => {
  expect(claimOfLink(address)).toBe(claim);
});

test("the link to a claim names that claim", () => {
  const id = newId(AnnotationId);
  expect(claimOfLink(linkOfClaim(id))).toBe(id);
});
