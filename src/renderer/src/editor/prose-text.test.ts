import fc from "fast-check";
import { expect, test } from "vitest";
import { docToProse, proseToDoc, wordsOfParagraph } from "./prose-text.ts";

test.each([
  ["", ""],
  ["One **two** *three*.[@0198c2f4]", "One **two** *three*.[@0198c2f4]"],
  ["One\ntwo\n\n\nthree", "One two\n\nthree"],
  ["Before\n\n- a [@abcd]\n- b\n\nafter", "Before\n\n- a [@abcd]\n- b\n\nafter"],
  ["2 * 3 * 4", "2 * 3 * 4"],
])("%j is %j after the editor", (text, after) => {
  expect(docToProse(proseToDoc(text))).toBe(after);
});

test("free text that went through the editor once stays as it is", () => {
  const part = fc.constantFrom("a b.", "**c**", " *d e*", "[@abcd]", "\n", "\n\n", "- ", "*", "پانی ");
  fc.assert(
    fc.property(fc.array(part), (parts) => {
      const once = docToProse(proseToDoc(parts.join("")));
      expect(docToProse(proseToDoc(once))).toBe(once);
    }),
  );
});

test("an offset of the written words is found in the paragraph; a citation is one letter wide there", () => {
  const [paragraph] = proseToDoc("Ab.[@abcd] **Cd**").children;
  if (paragraph === undefined) throw new Error("there is a paragraph");
  const { text, placeOf } = wordsOfParagraph(paragraph);
  expect(text).toBe("Ab.[@abcd] Cd");
  expect([0, 3, 4, 10, 11, 13].map(placeOf)).toEqual([0, 3, 4, 4, 5, 7]);
});
