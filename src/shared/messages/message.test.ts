import { expect, expectTypeOf, test } from "vitest";
import type { ArgumentsOf } from "./arguments.ts";
import { formatPattern } from "./format.ts";
import { inEnglish, message, printLabel, printMessage } from "./message.ts";
import { LabelSchema, MessageSchema } from "./message-schema.ts";
import { inUrdu } from "./urdu.ts";

test("the compiler reads the arguments of a sentence from its text", () => {
  expectTypeOf<keyof ArgumentsOf<"Nothing.">>().toEqualTypeOf<never>();
  expectTypeOf<
    ArgumentsOf<"{count, plural, one {# of {name}} other {# of {name}}}">["count"]
  >().toEqualTypeOf<number>();
  expectTypeOf<
    keyof ArgumentsOf<"{a} {b, number} {c, plural, =0 {} other {{d}}} {e, date, medium} {f}">
  >().toEqualTypeOf<"a" | "b" | "c" | "d" | "e" | "f">();
  expectTypeOf<ArgumentsOf<"{at, date, medium} {at, time, short}">>().toEqualTypeOf<{ readonly at: string }>();
  // @ts-expect-error A value is missing.
  message("issue.twin");
  // @ts-expect-error The count is no number.
  message("stance.used", { name: "supports", count: "two" });
  // @ts-expect-error There is no such sentence.
  message("issue.nothing");
});

test("a message in a message and a list are printed in the same language", () => {
  const inner = message("disk.full");
  const cannot = message("library.cannotOpen", { reason: inner });
  expect(printMessage(cannot)).toBe("The library can't be opened. The disk is full.");
  expect(printMessage(cannot, inUrdu)).toBe("لائبریری نہیں کھل سکی۔ ڈسک بھر چکی ہے۔");
  const unknown = message("stance.unknown", { name: "x", stances: ["supports", "opposes", "mixed"] });
  expect(printMessage(unknown)).toContain("supports, opposes, and mixed");
  expect(printMessage(unknown, inUrdu)).toContain("اور mixed");
});

test("labels in words stay as they are, and a key of a newer program is shown as it is", () => {
  for (const language of [inEnglish, inUrdu]) expect(printLabel("Rename Water", language)).toBe("Rename Water");
  expect(printMessage({ key: "change.ofTheFuture", values: { name: "x" } })).toBe("change.ofTheFuture");
  expect(printMessage({ key: "constructor", values: {} })).toBe("constructor");
});

test("as data a message goes four levels deep and no deeper", () => {
  const nested = (depth: number): object => ({ key: "a", values: depth === 0 ? {} : { inner: nested(depth - 1) } });
  expect(MessageSchema.safeParse(nested(3)).success).toBe(true);
  expect(MessageSchema.safeParse(nested(4)).success).toBe(false);
  for (const wrong of [
    "",
    "x".repeat(301),
    { key: "a" },
    { key: "", values: {} },
    { key: "a", values: { b: null } },
    3,
  ])
    expect(LabelSchema.safeParse(wrong).success).toBe(false);
  for (const right of ["Rename", message("change.merge", { name: "a", into: "b" })])
    expect(LabelSchema.parse(right)).toEqual(right);
});

test.each(["2026-02-03T04:05:06.000Z", "2026-02-03T16:05:06.000Z"])(
  "the time of %s has no Latin letters in Urdu",
  (at) => {
    expect(formatPattern("{at, time, short}", "ur", { at })).toMatch(/^\d{1,2}:05$/);
  },
);
