import { expect, test } from "vitest";
import { type FactName, type Facts, factNames } from "../../shared/contract/commands.ts";
import { inEnglish } from "../../shared/messages/message.ts";
import { acceleratorOf, enableItems, menuTemplate, popUpTemplate } from "./menu.ts";

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

test("a menu at a point has the rows that the window chose, lines between their groups, and answers with the one clicked", () => {
  const chosen: string[] = [];
  const rows = popUpTemplate(
    [
      [{ id: "code", label: "Code & link…", key: "Enter" }],
      [
        { id: "copy-quote", label: "Copy", key: "Mod-Shift-c" },
        { id: "grow", label: "Expand", key: null },
      ],
    ],
    (id) => chosen.push(id),
  );
  expect(rows.map(({ type, label, accelerator }) => type ?? [label, accelerator])).toEqual([
    ["Code && link…", "Enter"],
    "separator",
    ["Copy", "CmdOrCtrl+Shift+C"],
    ["Expand", undefined],
  ]);
  rows[2]?.click?.({} as never, undefined, {} as never);
  expect(chosen).toEqual(["copy-quote"]);
});

test.each([
  ["Mod-z", "CmdOrCtrl+Z"],
  ["Mod-Shift-ArrowDown", "CmdOrCtrl+Shift+Down"],
  ["Mod--", "CmdOrCtrl+-"],
  ["Mod-=", "CmdOrCtrl+="],
  ["Mod-+", "CmdOrCtrl+Plus"],
  ["Shift-r", "Shift+R"],
  ["s", "S"],
  ["]", "]"],
  ["F6", "F6"],
  ["Alt-Enter", "Alt+Enter"],
])("the key %s is %s in a menu", (key, accelerator) => {
  expect(acceleratorOf(key)).toBe(accelerator);
});
