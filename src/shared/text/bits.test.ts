import fc from "fast-check";
import { expect, test } from "vitest";
import { replaceBits, replaceValues } from "./bits.ts";

const bits = fc.array(fc.constantFrom(0, 1), { maxLength: 200, size: "max" });

test("a row of bits changes as the list does that it describes, and so does no other row", () => {
  fc.assert(
    fc.property(bits, fc.nat(200), fc.nat(100), fc.nat(100), (row, from, less, added) => {
      const start = Math.min(from, row.length);
      const removed = Math.min(less, row.length - start);
      const expected = [...row.slice(0, start), ...Array<number>(added).fill(0), ...row.slice(start + removed)];
      const count = Math.ceil(Math.max(row.length, expected.length) / 32) + 1;
      const words = new Uint32Array(count + 2).fill(0xffffffff);
      words.fill(0, 1, count + 1);
      for (const [place, bit] of row.entries())
        if (bit === 1) words[1 + (place >>> 5)] = (words[1 + (place >>> 5)] ?? 0) | (1 << (place & 31));
      replaceBits(words, 1, count, { start, removed, added });
      const found = Array.from(
        { length: count * 32 },
        (_, place) => ((words[1 + (place >>> 5)] ?? 0) >>> (place & 31)) & 1,
      );
      expect(found).toEqual([...expected, ...Array<number>(count * 32 - expected.length).fill(0)]);
      expect([words[0], words[count + 1]]).toEqual([0xffffffff, 0xffffffff]);
    }),
    { numRuns: 500 },
  );
});

test.each([3, 20_000])("a list in which %i values replace two has them in their place", (count) => {
  const added = Array.from({ length: count }, (_, index) => index);
  expect(replaceValues([-1, -2, -3, -4], 1, 2, added)).toEqual([-1, ...added, -4]);
});
