import fc from "fast-check";
import { expect, test } from "vitest";
import { WorkbenchError } from "./errors.ts";
import { decode, encode, replyOf, valueIn } from "./wire.ts";

test("bytes cross the border unaltered", () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      expect(decode(encode({ bytes }))).toEqual({ bytes });
    }),
  );
});

test("a failure keeps its code and sentence", async () => {
  const reply = await replyOf(() => Promise.reject(new WorkbenchError("missing", "No such paper.")));
  expect(() => valueIn(decode(encode(reply)))).toThrow(
    expect.objectContaining({ code: "missing", message: "No such paper." }),
  );
});
