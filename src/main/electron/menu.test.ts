import { expect, test } from "vitest";
import { type FactName, type Facts, factNames } from "../../shared/contract/commands.ts";
import { inEnglish } from "../../shared/messages/message.ts";
import { enableItems, menuTemplate } from "./menu.ts";

const facts = (...holding: readonly FactName[]): Facts =>
  Object.fromEntries(factNames.map((name) => [name, holding.includes(name)])) as Facts;

test.each([
  { holding: [], enabled: [], disabled: ["undo", "export", "code", "delete-claim", "zoom-in"] },
  { holding: ["undo"], enabled: ["undo"], disabled: ["redo", "export"] },
  { holding: ["paper"], enabled: ["export"], disabled: ["page-labels", "import"] },
  { holding: ["passage", "writable"], enabled: ["add-range"], disabled: ["code", "repeat"] },
  { holding: ["passage", "writable", "idle"], enabled: ["code", "add-range"], disabled: ["repeat"] },
] as const)("with $holding the menu offers $enabled and not $disabled", ({ holding, enabled, disabled }) => {
  const entries = menuTemplate(inEnglish, () => undefined).flatMap(({ submenu }) =>
    Array.isArray(submenu) ? submenu : [],
  );
  const items = new Map(entries.flatMap(({ id }) => (id === undefined ? [] : [[id, { enabled: false }] as const])));
  enableItems({ getMenuItemById: (id) => items.get(id) ?? null }, facts(...holding));
  expect(items.get("settings")).toEqual({ enabled: true });
  for (const id of enabled) expect([id, items.get(id)]).toEqual([id, { enabled: true }]);
  for (const id of disabled) expect([id, items.get(id)]).toEqual([id, { enabled: false }]);
});
