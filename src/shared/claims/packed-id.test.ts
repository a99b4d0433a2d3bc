import fc from "fast-check";
import { expect, test } from "vitest";
import { packId, printId } from "./packed-id.ts";

const odd = fc.constantFrom(
  "",
  "0",
  "FFFFFFFF-0000-7000-8000-00000000000A",
  "ffffffff-ffff-ffff-ffff-ffffffffffff",
  "ffffffff-ffff-ffff-ffff-ffff00000001",
  "00000000-0000-7000-8000-00000000000",
  "00000000-0000-7000-8000+000000000000",
  "00000000-0000-7000-8000-00000000000g",
);

test("every identifier is the same again, and others have other numbers", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.oneof(fc.uuid(), odd, fc.string()), { minLength: 1, maxLength: 8 }), (ids) => {
      const keys: string[] = [];
      const packed = new Uint32Array(ids.length * 4);
      for (const [index, id] of ids.entries()) packId(id, packed, index * 4, (key) => keys.push(key) - 1);
      expect(ids.map((_, index) => printId(packed, index * 4, keys))).toEqual(ids);
      expect(new Set(ids.map((_, index) => packed.slice(index * 4, index * 4 + 4).join())).size).toBe(ids.length);
    }),
  );
});
