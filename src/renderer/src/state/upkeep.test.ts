import { expect, test } from "vitest";
import { texts } from "../i18n/texts.ts";
import { upkeepAfter, upkeepTexts } from "./upkeep.ts";

const backup = { kind: "upkeep", work: "backup", reason: "The disk is full." } as const;

test("a failure stands until the same work is done, whatever else fails meanwhile", () => {
  const one = upkeepAfter({}, backup);
  const two = upkeepAfter(one, { kind: "upkeep", work: "snapshot", reason: "It is broken." });
  expect(two).toEqual({ backup: "The disk is full.", snapshot: "It is broken." });
  expect(upkeepAfter(two, { ...backup, reason: "It is away." })).toEqual({ ...two, backup: "It is away." });
  expect(upkeepAfter(two, { ...backup, reason: null })).toEqual({ snapshot: "It is broken." });
  expect(upkeepAfter({}, { ...backup, reason: null })).toEqual({});
});

test("each failure is said in a few words, and in full with its reason", () => {
  const { t } = texts();
  expect(upkeepTexts({}, t)).toEqual([]);
  const [first, second] = upkeepTexts({ snapshot: "It is broken.", backup: "The disk is full." }, t);
  expect(first).toMatchObject({ work: "backup", full: expect.stringContaining("The disk is full.") });
  expect(second).toMatchObject({ work: "snapshot", full: expect.stringContaining("It is broken.") });
  expect(first?.short).not.toBe(second?.short);
});
