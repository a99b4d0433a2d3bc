import { expect, test } from "vitest";
import { message } from "../../../shared/messages/message.ts";
import { texts } from "../i18n/texts.ts";
import { upkeepAfter, upkeepTexts } from "./upkeep.ts";

const backup = { kind: "upkeep", work: "backup", reason: message("disk.full") } as const;

test("a failure stays until the same work succeeds, whatever else fails meanwhile", () => {
  const shown = upkeepAfter({}, backup);
  const two = upkeepAfter(shown, { kind: "upkeep", work: "snapshot", reason: message("disk.fault") });
  expect(two).toEqual({ backup: message("disk.full"), snapshot: message("disk.fault") });
  expect(upkeepAfter(two, { ...backup, reason: message("disk.gone") })).toEqual({
    ...two,
    backup: message("disk.gone"),
  });
  expect(upkeepAfter(two, { ...backup, reason: null })).toEqual({ snapshot: message("disk.fault") });
  expect(upkeepAfter({}, { ...backup, reason: null })).toEqual({});
});

test("each failure is said in a few words, and in full with its reason", () => {
  const { t, say } = texts();
  expect(upkeepTexts({}, { t, say })).toEqual([]);
  const [first, second] = upkeepTexts({ snapshot: message("disk.fault"), backup: message("disk.full") }, { t, say });
  expect(first).toMatchObject({ work: "backup", full: expect.stringContaining("The disk is full.") });
  expect(second).toMatchObject({ work: "snapshot", full: expect.stringContaining("read or write error") });
  expect(first?.short).not.toBe(second?.short);
});
