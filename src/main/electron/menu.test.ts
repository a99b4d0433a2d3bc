import type { MenuItemConstructorOptions } from "electron";
import { expect, test } from "vitest";
import {
  type CommandEntry,
  commands,
  type FactName,
  factNames,
  type WindowFacts,
} from "../../shared/contract/commands.ts";
import { inEnglish } from "../../shared/messages/message.ts";
import { inUrdu } from "../../shared/messages/urdu.ts";
import { isAccelerator } from "./accelerator.cases.ts";
import { enableItems, type MenuState, menuTemplate } from "./menu.ts";

const facts = (...holding: readonly FactName[]): WindowFacts =>
  Object.fromEntries(factNames.map((name) => [name, holding.includes(name)])) as WindowFacts;

const usual: MenuState = { platform: "linux", language: inEnglish, keys: {}, recent: [] };

/** The menu, and what its items were clicked for. */
function build(state: Partial<MenuState> = {}) {
  const done: string[] = [];
  const menu = menuTemplate(
    { ...usual, ...state },
    {
      run: (id) => done.push(`run ${id}`),
      openLibrary: () => done.push("open library"),
      openRecent: (folder) => done.push(`open ${folder}`),
      clearRecent: () => done.push("clear"),
      showAbout: () => done.push("about"),
      saveReport: () => done.push("report"),
    },
  );
  return { menu, done, items: flat(menu) };
}

function flat(menu: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return menu.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flat(item.submenu) : [])]);
}

const click = (item: MenuItemConstructorOptions | undefined): void =>
  item?.click?.({} as never, undefined, {} as never);
const platforms = ["linux", "win32", "darwin"] as const;

test.each([
  { holding: [], enabled: [], disabled: ["undo", "export", "code", "delete-claim", "zoom-in"] },
  { holding: ["undo"], enabled: ["undo"], disabled: ["redo", "export"] },
  { holding: ["paper"], enabled: ["export"], disabled: ["page-labels", "import"] },
  { holding: ["passage", "words", "writable"], enabled: ["add-range"], disabled: ["code", "repeat"] },
  { holding: ["passage", "words", "writable", "idle"], enabled: ["code", "add-range"], disabled: ["repeat"] },
  {
    holding: ["passage", "writable", "idle"],
    enabled: ["code"],
    disabled: ["add-range", "repeat", "search-selection"],
  },
] as const)("with $holding the menu offers $enabled and not $disabled", ({ holding, enabled, disabled }) => {
  const items = new Map(
    build().items.flatMap(({ id }) => (id === undefined ? [] : [[id, { enabled: false }] as const])),
  );
  enableItems({ getMenuItemById: (id) => items.get(id) ?? null }, facts(...holding), "linux");
  expect(items.get("settings")).toEqual({ enabled: true });
  for (const id of enabled) expect([id, items.get(id)]).toEqual([id, { enabled: true }]);
  for (const id of disabled) expect([id, items.get(id)]).toEqual([id, { enabled: false }]);
});

test("on macOS Undo and Redo stay enabled: their keys undo typing where a field has the focus", () => {
  const items = new Map(["undo", "redo", "export"].map((id) => [id, { enabled: true }]));
  enableItems({ getMenuItemById: (id) => items.get(id) ?? null }, facts(), "darwin");
  expect([...items]).toEqual([
    ["undo", { enabled: true }],
    ["redo", { enabled: true }],
    ["export", { enabled: false }],
  ]);
  const disabled = ({ enabled }: MenuItemConstructorOptions): boolean => enabled === false;
  expect(
    build({ platform: "darwin" })
      .items.filter(disabled)
      .map(({ id }) => id),
  ).not.toContain("undo");
  expect(
    build()
      .items.filter(disabled)
      .map(({ id }) => id),
  ).toContain("undo");
});

test.each(platforms)("on %s each command of a menu is in it once, and a click runs it", (platform) => {
  const { items, done } = build({ platform });
  const inMenus = commands.filter(({ menu }: CommandEntry) => menu !== null).map(({ id }) => id);
  const found = items.filter(({ id }) => inMenus.some((shown) => shown === id));
  expect(found.map(({ id }) => id).sort()).toEqual([...inMenus].sort());
  for (const item of found) click(item);
  expect(done).toEqual(found.map(({ id }) => `run ${id}`));
});

test.each(platforms)("on %s every accelerator is in Electron's grammar, and none is there twice", (platform) => {
  const found = build({ platform }).items.flatMap(({ accelerator }) => accelerator ?? []);
  expect(found.filter((text) => !isAccelerator(text))).toEqual([]);
  expect(found.filter((text, index) => found.indexOf(text) !== index)).toEqual([]);
});

test.each([
  ["linux", ["File", "Edit", "View", "Go", "Claim", "Window", "Help"]],
  ["win32", ["File", "Edit", "View", "Go", "Claim", "Window", "Help"]],
  ["darwin", ["Stancemark", "File", "Edit", "View", "Go", "Claim", "Window", "Help"]],
] as const)("on %s the menus are %j", (platform, names) => {
  expect(build({ platform }).menu.map(({ label }) => label)).toEqual(names);
});

const everywhere = [
  ..."close quit cut copy paste pasteAndMatchStyle delete selectAll".split(" "),
  ..."zoomIn zoomOut resetZoom togglefullscreen minimize window help".split(" "),
];
const onMac = "services hide hideOthers unhide startSpeaking stopSpeaking zoom front".split(" ");

test.each([
  ["linux", everywhere],
  ["win32", everywhere],
  ["darwin", [...everywhere, ...onMac]],
] as const)("on %s the menu has the standard roles", (platform, roles) => {
  const found = build({ platform }).items.flatMap(({ role }) => role ?? []);
  expect(found.sort()).toEqual([...roles].sort());
});

test("Settings, About and Quit are in the application menu of macOS, elsewhere under View, Help and File", () => {
  const names = (menu: MenuItemConstructorOptions | undefined): (string | undefined)[] =>
    Array.isArray(menu?.submenu) ? menu.submenu.map(({ id, role }) => role ?? id) : [];
  const mac = build({ platform: "darwin" }).menu;
  expect(names(mac[0])).toEqual(expect.arrayContaining(["about", "settings", "quit"]));
  expect(mac.slice(1).flatMap(names)).not.toEqual(expect.arrayContaining(["quit"]));
  const [file, , view] = build().menu;
  expect([names(file), names(view), names(build().menu.at(-1))]).toEqual([
    expect.arrayContaining(["quit"]),
    expect.arrayContaining(["settings"]),
    expect.arrayContaining(["about", "save-report"]),
  ]);
});

test("the menu shows the keys that the reader has chosen, and none where the reader took it away", () => {
  const { items } = build({ keys: { undo: "Mod-Shift-u", redo: null, export: "Mod-é" } });
  const shown = (id: string) =>
    items.filter((item) => item.id === id).map(({ label, accelerator }) => [label, accelerator]);
  expect([shown("undo"), shown("redo"), shown("export")]).toEqual([
    [["Undo", "CmdOrCtrl+Shift+U"]],
    [["Redo", undefined]],
    [["Export paper… (Ctrl+É)", undefined]],
  ]);
});

test("recent libraries are listed, and can be forgotten", () => {
  expect(build().items.find(({ label }) => label === "Open recent library")?.enabled).toBe(false);
  const { items, done } = build({ recent: ["/home/ada/R&D", "/b"] });
  for (const label of ["/home/ada/R&&D", "/b", "Clear recent libraries", "Open library…"])
    click(items.find((item) => item.label === label));
  click(items.find(({ id }) => id === "about"));
  click(items.find(({ id }) => id === "save-report"));
  expect(done).toEqual(["open /home/ada/R&D", "open /b", "clear", "open library", "about", "report"]);
});

test.each(platforms)("on %s every item has words of the reader's language", (platform) => {
  for (const { locale, catalogue } of [inEnglish, inUrdu]) {
    const labels = build({ platform, language: { locale, catalogue } })
      .items.filter(({ type, label }) => type !== "separator" && label !== "Stancemark")
      .map(({ label }) => label ?? "");
    for (const label of labels) expect(label).toMatch(locale === "ur" ? /[\u0600-\u06ff]/ : /^[\x20-\x7e’…⇧⌥⌘]+$/);
  }
});
