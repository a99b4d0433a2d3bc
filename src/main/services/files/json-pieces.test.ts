import fc from "fast-check";
import { expect, test } from "vitest";
import { jsonPieces } from "./json-pieces.ts";

test("the pieces of an object come to what JSON.stringify gives", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.oneof(fc.jsonValue(), fc.constant(undefined))), (object) => {
      expect([...jsonPieces(object)].join("")).toBe(JSON.stringify(object));
    }),
  );
});

test("a table in an object comes entry by entry", () => {
  const table = { a: { text: "1" }, b: undefined, c: [2] };
  expect([...jsonPieces({ through: 3, table })]).toEqual([
    '{"through":',
    "3",
    ',"table":',
    '{"a":{"text":"1"}',
    ',"c":[2]',
    "}",
    "}",
  ]);
});
