import { beforeEach, expect, test } from "vitest";
import { type CommandEntry, commands } from "../../../shared/contract/commands.ts";
import { chooseKey, commandKey, commandOf, defaultKeys, objection } from "./keys.ts";

beforeEach(defaultKeys);

test("a key of one's own takes the place of the usual one, and can be taken away", () => {
  expect(commandKey("repeat")).toBe("r");
  chooseKey("repeat", "x");
  expect([commandKey("repeat"), commandOf("x"), commandOf("r")]).toEqual(["x", "repeat", null]);
  chooseKey("repeat", null);
  expect([commandKey("repeat"), commandOf("x")]).toEqual([null, null]);
  defaultKeys();
  expect(commandOf("r")).toBe("repeat");
});

test.each([
  ["another command's key", "Mod-e", { kind: "other", command: "export" }],
  ["the keys that code", "3", { kind: "taken" }],
  ["moving the caret", "Shift-ArrowLeft", { kind: "taken" }],
  ["copying", "Mod-c", { kind: "taken" }],
  ["its own key", "r", null],
  ["a free one", "Mod-y", null],
])("a key is refused or not: %s", (_name, key, wanted) => {
  expect(objection("repeat", key)).toEqual(wanted);
});

test("a key given away is free for others", () => {
  chooseKey("export", "Mod-y");
  expect(objection("repeat", "Mod-e")).toBeNull();
  expect(objection("repeat", "Mod-y")).toEqual({ kind: "other", command: "export" });
});

test("no usual key is refused for its own command", () => {
  for (const { id, key } of commands as readonly CommandEntry[])
    if (key !== null) expect([id, objection(id as "undo", key)]).toEqual([id, null]);
});
