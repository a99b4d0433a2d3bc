import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import type { Recognised } from "../../../shared/model/recognised.ts";
import { parseRecognised, printRecognised, recognisedKey } from "./recognised-words.ts";

const words = [{ text: "Boat", confidence: 91, left: 10, right: 40, cuts: [18, 25, 32] }];
const recognised: Recognised = {
  pages: [
    {
      page: 3,
      languages: ["eng", "urd"],
      confidence: 91,
      turn: 90,
      skew: -1.25,
      lines: [{ size: 11, base: 700, words }],
    },
  ],
};

test("recognised words are read back as they were written", () => {
  expect(parseRecognised(printRecognised(recognised))).toEqual(recognised);
});

test.each([
  ["no gzip", Buffer.from("{}")],
  ["no JSON", gzipSync("{")],
  ["another form", gzipSync('{"pages":[{"page":-1}]}')],
  ["cut off", Buffer.from(printRecognised(recognised)).subarray(0, 40)],
])("a file that is damaged (%s) is refused", (_name, bytes) => {
  expect(() => parseRecognised(bytes)).toThrow("damaged");
});

test("other words have another key", () => {
  const key = recognisedKey(recognised);
  expect(key).toMatch(/^[0-9a-f]{16}$/);
  expect(recognisedKey(structuredClone(recognised))).toBe(key);
  expect(recognisedKey({ pages: [] })).not.toBe(key);
});
