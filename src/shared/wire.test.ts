import fc from "fast-check";
import { expect, test } from "vitest";
import { z } from "zod";
import { WorkbenchError } from "./errors.ts";
import { decode, encode, failureOf, replyOf, valueIn } from "./wire.ts";

test("plain data and bytes survive the way there and back", () => {
  const value = fc.record({
    text: fc.string({ unit: "binary" }),
    bytes: fc.uint8Array(),
    list: fc.array(fc.integer()),
  });
  fc.assert(
    fc.property(value, (data) => {
      const back = decode(encode(data)) as typeof data;
      expect({ ...back, bytes: [...back.bytes] }).toEqual({ ...data, bytes: [...data.bytes] });
    }),
  );
});

test("a value and a failure cross as replies", async () => {
  expect(valueIn(decode(encode(await replyOf(async () => ({ a: 1 })))))).toEqual({ a: 1 });
  expect(valueIn(await replyOf(async () => undefined))).toBeNull();
  const reply = await replyOf(() => Promise.reject(new WorkbenchError("missing", "There is no such paper.")));
  expect(() => valueIn(reply)).toThrow(
    expect.objectContaining({ code: "missing", message: "There is no such paper." }),
  );
});

test.each<[string, unknown, string, RegExp]>([
  ["a wrong form", z.strictObject({ a: z.int() }).safeParse({ a: "x" }).error, "invalid", /at a/],
  ["an unknown error", new TypeError("boom"), "internal", /boom/],
  ["no error at all", "thrown", "internal", /thrown/],
])("%s becomes plain data", (_name, error, code, message) => {
  expect(failureOf(error)).toMatchObject({ code, message: expect.stringMatching(message) });
});

test("what is no reply is refused", () => expect(() => valueIn({ value: 1 })).toThrow());
