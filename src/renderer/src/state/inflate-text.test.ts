import { deflateRawSync } from "node:zlib";
import { expect, test } from "vitest";
import { inflateText } from "./inflate-text.ts";

test.each([0, 1, 5000, (1 << 19) - 1, 1 << 19, (1 << 19) + 1, 1_200_000])(
  "a text of %i bytes is the same again",
  (length) => {
    const text = `${"ab é港 ".repeat(Math.ceil(length / 4))}`.slice(0, length / 2);
    const digits = Array.from({ length: length / 2 }, (_, index) => (index * index * 7919) % 10).join("");
    const stored = { level: 0 };
    for (const options of [{ level: 1 }, stored])
      expect(inflateText(deflateRawSync(text + digits, options)) === text + digits).toBe(true);
  },
);

test("a damaged one is refused", () => {
  const deflated = deflateRawSync("The same words, the same words.".repeat(20));
  expect(() => inflateText(deflated.subarray(0, 10))).toThrow();
});
