import fc from "fast-check";
import { expect, test } from "vitest";
import { limits, readSettings, set, stepSetting, useSettings, usual } from "./settings.ts";

test("settings are kept and read again as they were", () => {
  const chosen = { ...usual, theme: "sepia" as const, size: 21, focus: true, keys: { undo: "Mod-u", repeat: null } };
  expect(readSettings(JSON.stringify(chosen))).toEqual(chosen);
});

test.each([
  ["nothing kept", null],
  ["no JSON", "{"],
  ["no object", "7"],
  ["values of another kind", JSON.stringify({ theme: 3, size: "big", focus: "yes", keys: { undo: 4 } })],
  ["numbers out of bounds", JSON.stringify({ size: 4000, width: -1, spacing: 99 })],
  ["names that are none", JSON.stringify({ theme: "neon", face: "blackletter" })],
])("as usual: %s", (_name, kept) => {
  expect(readSettings(kept)).toEqual(usual);
});

test("any text at all is read without a failure", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (kept) => {
      expect(Object.keys(readSettings(kept))).toEqual(Object.keys(usual));
    }),
  );
});

test("steps stop at the bounds", () => {
  set({ size: limits.size[1] - 1 });
  stepSetting("size", 1);
  stepSetting("size", 1);
  expect(useSettings.getState().size).toBe(limits.size[1]);
  stepSetting("spacing", -1);
  expect(useSettings.getState().spacing).toBe(1.52);
});
