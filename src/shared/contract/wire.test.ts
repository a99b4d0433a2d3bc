import fc from "fast-check";
import { expect, test } from "vitest";
import { z } from "zod";
import { message, printMessage } from "../messages/message.ts";
import { WorkbenchError } from "../model/errors.ts";
import { failureOf, replyOf } from "./reply.ts";
import { decode, encode, frame, pack, packAlone, unframe, unpack, valueIn } from "./wire.ts";

const bytes = fc.uint8Array({ maxLength: 40 });
// No key has a backslash: V8 13.6 takes the key `""` for `\"` where an object before it had that (JSON.parse of Node
// 24.21).
const data = fc.letrec<{ any: unknown }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 3 },
    fc.oneof(bytes, fc.string({ unit: "binary" }), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean()),
    fc.constant(null),
    fc.array(tie("any"), { maxLength: 4 }),
    fc.dictionary(fc.stringMatching(/^[a-z"$]{1,6}$/), tie("any"), { maxKeys: 4 }),
  ),
})).any;

test("plain data with bytes anywhere in it crosses the border unaltered", () => {
  fc.assert(
    fc.property(data, (value) => {
      const there = decode(encode({ value }));
      // JSON knows no negative zero.
      expect(JSON.stringify(there, plainly)).toBe(JSON.stringify({ value }, plainly));
      expect(encode(there)).toBe(encode({ value }));
    }),
  );
});

test("packed data is one string with its bytes beside it, and is the same when it is unpacked", () => {
  fc.assert(
    fc.property(data, (value) => {
      const packed = pack({ value });
      expect(packed.every((part, index) => (index === 0) === (typeof part === "string"))).toBe(true);
      expect(encode(unpack(structuredClone(packed)))).toBe(encode({ value }));
    }),
  );
  expect(unpack(pack(undefined))).toBeNull();
});

test.each([
  ["no list", null],
  ["nothing in it", []],
  ["no string", [1]],
  ["no JSON", ["{"]],
  ["bytes that are none", ['{"$bytes":0}', "bytes"]],
  ["bytes that are not there", ['[{"$bytes":1}]', Uint8Array.of(1)]],
])("a packed value with %s is refused", (_what, packed) => {
  expect(() => unpack(packed)).toThrow();
});

test("a Buffer of Node crosses as bytes, part of a larger one without the rest", () => {
  const part = Buffer.from("abcdef").subarray(2, 4);
  expect(decode(encode([part]))).toEqual([Uint8Array.of(99, 100)]);
});

test("packed for a border that sends whole buffers, a part of a larger one is by itself", () => {
  const part = new Uint8Array(Buffer.from("abcdef")).subarray(2, 4);
  const whole = Uint8Array.of(1, 2);
  const [json, first, second] = packAlone({ part, whole });
  expect([first?.buffer.byteLength, second === whole]).toEqual([2, true]);
  expect(unpack([json, first, second])).toEqual({ part: Uint8Array.of(99, 100), whole });
});

test.each([
  ["a failure in words", new WorkbenchError("missing", message("paper.missing")), "missing", message("paper.missing")],
  [
    "a failure with values and another message in it",
    new WorkbenchError("disk", message("disk.notSaved", { reason: message("disk.full") })),
    "disk",
    message("disk.notSaved", { reason: message("disk.full") }),
  ],
  [
    "an error of the program",
    new TypeError("x is not a function"),
    "internal",
    message("general.internal", { detail: "x is not a function" }),
  ],
  ["what is no error at all", "out of order", "internal", message("general.internal", { detail: "out of order" })],
  [
    "arguments that do not fit",
    z.strictObject({ paper: z.object({ id: z.string() }) }).safeParse({ paper: {} }).error,
    "invalid",
    message("general.wrongArgument", {
      where: "paper.id",
      detail: "Invalid input: expected string, received undefined",
    }),
  ],
  [
    "no arguments at all",
    z.string().safeParse(1).error,
    "invalid",
    message("general.wrongArguments", { detail: "Invalid input: expected string, received number" }),
  ],
])("%s comes out the same on the other side", async (_what, thrown, code, reason) => {
  expect(failureOf(thrown)).toEqual({ code, reason, message: printMessage(reason) });
  const reply = decode(encode(await replyOf(() => Promise.reject(thrown))));
  expect(() => valueIn(reply)).toThrow(
    expect.objectContaining({ name: "WorkbenchError", code, reason, message: printMessage(reason) }),
  );
});

test("an answer of nothing is null, also where work throws before it waits", async () => {
  expect(valueIn(await replyOf(() => Promise.resolve(undefined)))).toBeNull();
  const reply = await replyOf(() => {
    throw new WorkbenchError("limit", message("import.tooLong"));
  });
  expect(reply).toMatchObject({ ok: false, error: { code: "limit", reason: { key: "import.tooLong" } } });
});

test.each([
  [null],
  [{}],
  [{ ok: true, value: 1, more: 2 }],
  [{ ok: false }],
  [{ ok: false, error: "bad" }],
  ["<html>"],
])("%j is no reply", (reply) => expect(() => valueIn(reply)).toThrow(z.ZodError));

test.each(["", "{", "undefined", '{"$bytes":'])("%j is no JSON", (text) =>
  expect(() => decode(text)).toThrow(SyntaxError),
);

function plainly(_key: string, value: unknown): unknown {
  return value instanceof Uint8Array ? [...value] : value;
}

test("parts in a frame come out as they went in; a frame without its end is refused", () => {
  fc.assert(
    fc.property(fc.array(bytes, { maxLength: 5 }), fc.nat(), (parts, lost) => {
      const framed = frame(parts);
      expect(unframe(framed).map((part) => [...part])).toEqual(parts.map((part) => [...part]));
      const [last] = parts.slice(-1);
      const missing = 1 + (lost % Math.max(1, last?.length ?? 0));
      if (last !== undefined && last.length > 0)
        expect(() => unframe(framed.subarray(0, framed.length - missing))).toThrow(RangeError);
    }),
  );
});
