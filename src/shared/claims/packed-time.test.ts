import fc from "fast-check";
import { expect, test } from "vitest";
import { packTime, printTime } from "./packed-time.ts";

function packer() {
  const keys = [""];
  return { keys, pack: (time: string) => packTime(time, (key) => keys.push(key) - 1) };
}

test.each([
  ["2026-01-02T03:04:05Z", true],
  ["2026-01-02T03:04:05.000Z", true],
  ["2026-01-02T03:04:05.999Z", true],
  ["1970-01-01T00:00:00Z", true],
  ["1969-12-31T23:59:59Z", false],
  ["2026-01-02T03:04Z", false],
  ["2026-01-02T03:04:05.1Z", false],
  ["2026-01-02T03:04:05.123456Z", false],
  ["2026-02-30T00:00:00Z", false],
  ["2026-01-01T24:00:00Z", false],
  ["+012026-01-02T03:04:05.000Z", true],
  ["no time", false],
])("%s is the same again; that it is a number of its own is %s", (time, isUsual) => {
  const { keys, pack } = packer();
  const packed = pack(time);
  expect([printTime(packed, keys), packed >= 0]).toEqual([time, isUsual]);
});

test("moments of the usual forms are in the order of their texts", () => {
  const moment = fc
    .tuple(fc.date({ min: new Date(0), max: new Date("9999-12-31"), noInvalidDate: true }), fc.boolean())
    .map(([date, isShort]) => (isShort ? `${date.toISOString().slice(0, 19)}Z` : date.toISOString()));
  const near = fc.constantFrom("2026-01-02T03:04:05Z", "2026-01-02T03:04:05.999Z", "2026-01-02T03:04:06.000Z");
  const { pack } = packer();
  fc.assert(
    fc.property(fc.oneof(moment, near), fc.oneof(moment, near), (a, b) => {
      expect(Math.sign(pack(a) - pack(b))).toBe(a < b ? -1 : a > b ? 1 : 0);
    }),
  );
});
