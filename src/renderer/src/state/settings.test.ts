import fc from "fast-check";
import { expect, test } from "vitest";
import { defaultSettings, readSettings, setSettings, settingLimits, stepSetting, useSettings } from "./settings.ts";

test("settings are kept and read again as they were", () => {
  const chosen = {
    ...defaultSettings,
    theme: "sepia" as const,
    size: 21,
    focus: true,
    keys: { undo: "Mod-u", repeat: null },
  };
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
  expect(readSettings(kept)).toEqual(defaultSettings);
});

test("any text at all is read without a failure", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (kept) => {
      expect(Object.keys(readSettings(kept))).toEqual(Object.keys(defaultSettings));
    }),
  );
});

test("steps stop at the bounds", () => {
  setSettings({ size: settingLimits.size[1] - 1 });
  stepSetting("size", 1);
  stepSetting("size", 1);
  expect(useSettings.getState().size).toBe(settingLimits.size[1]);
  stepSetting("spacing", -1);
  expect(useSettings.getState().spacing).toBe(1.52);
});
