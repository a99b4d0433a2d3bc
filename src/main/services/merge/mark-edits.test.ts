import fc from "fast-check";
import { expect, test } from "vitest";
import { Instant } from "../../../shared/model/ids.ts";
import { instantOf } from "./mark-edits.ts";

test.each([
  ["D:20260102030405Z", "2026-01-02T03:04:05.000Z"],
  ["D:20260102030405+05'30'", "2026-01-01T21:34:05.000Z"],
  ["D:20260102030405+0530", "2026-01-01T21:34:05.000Z"],
  ["D:20260102030405-08'00", "2026-01-02T11:04:05.000Z"],
  ["D:20260102030405", "2026-01-02T03:04:05.000Z"],
  ["D:20260102", "2026-01-02T00:00:00.000Z"],
  ["D:2026", "2026-01-01T00:00:00.000Z"],
  ["20260102030405Z", "2026-01-02T03:04:05.000Z"],
  ["D:20260102030405Z00'00'", "2026-01-02T03:04:05.000Z"],
  ["D:20261301", null],
  ["D:20260132", null],
  ["D:20260102250000", null],
  ["D:20260102030405+99'99'", null],
  ["D:00000101000000+05'00'", null],
  ["D:99991231235959-10'00'", null],
  ["D:", null],
  ["yesterday", null],
  ["", null],
])("the date %j is %s", (written, instant) => {
  expect(instantOf(written)).toBe(instant);
});

test("whatever stands for a date in a PDF, it is an instant the library can keep, or none", () => {
  const digits = fc.stringMatching(/^(D:)?\d{0,16}([Z+-]\d{0,2}'?\d{0,2}'?)?$/);
  fc.assert(
    fc.property(fc.oneof(digits, fc.string()), (written) => {
      expect(Instant.nullable().safeParse(instantOf(written)).success).toBe(true);
    }),
  );
});
