import { expect, test } from "vitest";
import { allOf, charsFrom } from "./fixtures/lines.ts";
import { withoutLigatureSpaces } from "./ligature-spaces.ts";

/** “certifi cate”, its letters five points wide, `fi` in one box; the space and what follows begin at these x. */
function read(space: number, next: number): string {
  const chars = charsFrom(
    { text: "certi", x: 50, y: 400 },
    { text: "fi", x: 75, y: 400 },
    { text: " ", x: space, y: 400 },
    { text: "cate", x: next, y: 400 },
  );
  const [f, i, gap] = [5, 6, 7];
  chars.place(f, 75, 398, 80.5, 408);
  chars.place(i, 75, 398, 80.5, 408);
  chars.place(gap, space, 398, space + 2.5, 408);
  return withoutLigatureSpaces(chars, allOf(chars))
    .map((k) => chars.text(k))
    .join("");
}

test("a space within a ligature is none", () => {
  expect(read(77.8, 80.5)).toBe("certificate");
});

test("a space within a ligature is none where the line is spaced out and the space reaches over it", () => {
  expect(read(78.6, 80.7)).toBe("certificate");
});

test("a space after a ligature is one", () => {
  expect(read(80.5, 83)).toBe("certifi cate");
  expect(read(77.8, 83)).toBe("certifi cate");
  expect(read(77.8, 81.4)).toBe("certifi cate");
});
