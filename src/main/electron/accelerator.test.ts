import { expect, test } from "vitest";
import { type CommandEntry, commands } from "../../shared/contract/commands.ts";
import { isAccelerator } from "./accelerator.cases.ts";
import { acceleratorOf, menuKey } from "./accelerator.ts";

const keys = commands.flatMap(({ key }: CommandEntry) => key ?? []);

test.each([
  ["Mod-z", "CmdOrCtrl+Z"],
  ["Mod-Shift-ArrowDown", "CmdOrCtrl+Shift+Down"],
  ["Mod--", "CmdOrCtrl+-"],
  ["Mod-=", "CmdOrCtrl+="],
  ["Mod-+", "CmdOrCtrl+Plus"],
  ["Shift-r", "Shift+R"],
  ["s", "S"],
  ["]", "]"],
  [">", ">"],
  ["F6", "F6"],
  ["Alt-Enter", "Alt+Enter"],
  ["Mod-PageUp", "CmdOrCtrl+PageUp"],
  ["Escape", "Esc"],
  [" ", "Space"],
  ["Mod-é", null],
  ["ж", null],
  ["Dead", null],
  ["F25", null],
  ["ContextMenu", null],
])("the key %s is %s in a menu", (key, accelerator) => {
  expect(acceleratorOf(key)).toBe(accelerator);
});

test("every key of the command table is an accelerator in Electron's grammar", () => {
  expect(keys.length).toBeGreaterThan(60);
  for (const key of keys) expect([key, isAccelerator(acceleratorOf(key) ?? "")]).toEqual([key, true]);
});

test.each(["win32", "linux"] as const)("on %s every key is shown, and none is taken by the menu", (platform) => {
  for (const key of keys)
    expect(menuKey(key, platform)).toEqual({ accelerator: acceleratorOf(key), registerAccelerator: false, suffix: "" });
  expect(menuKey("Mod-é", platform)).toEqual({ suffix: " (Ctrl+É)" });
  expect(menuKey(null, platform)).toEqual({ suffix: "" });
});

test("on macOS no key that one types with, or moves the caret with, is taken by the menu", () => {
  for (const key of keys) {
    const { accelerator, suffix } = menuKey(key, "darwin");
    if (accelerator === undefined) expect(suffix).not.toBe("");
    else expect(accelerator).toMatch(/^CmdOrCtrl\+|^(Shift\+)?F\d+$/);
  }
  expect(
    ["s", "Shift-s", "Alt-s", "Enter", "Tab", "Delete", "Alt-ArrowLeft"].map((key) => menuKey(key, "darwin")),
  ).toEqual(["S", "⇧S", "⌥S", "Enter", "Tab", "Delete", "⌥Left"].map((shown) => ({ suffix: ` (${shown})` })));
  expect(menuKey("Alt-Mod-k", "darwin").accelerator).toBe("Alt+CmdOrCtrl+K");
});
