import type { MenuItemConstructorOptions } from "electron";
import {
  type CommandEntry,
  type CommandId,
  commands,
  isAvailable,
  type MenuPlace,
  type WindowFacts,
} from "../../shared/contract/commands.ts";
import { urduCommands } from "../../shared/contract/commands-ur.ts";
import type { Message } from "../../shared/messages/arguments.ts";
import { type MessageKey, message, printMessage, type SpokenLanguage } from "../../shared/messages/message.ts";
import { menuKey } from "./accelerator.ts";
import { inMenu } from "./pop-up-menu.ts";

type Item = MenuItemConstructorOptions;
/** Words of items; one of them needs a value. */
type ItemWords = Exclude<Extract<MessageKey, `menu.${string}`>, "menu.lookUp">;
type Role = NonNullable<Item["role"]>;

/** What the application menu depends on. */
export type MenuState = Readonly<{
  platform: NodeJS.Platform;
  language: SpokenLanguage;
  /** Keys that the reader has chosen; null takes a key away. */
  keys: Readonly<Record<string, string | null>>;
  /** Folders of libraries, the last opened first. */
  recent: readonly string[];
}>;

/** What its items do besides roles. */
export type MenuActions = Readonly<{
  run: (command: CommandId) => void;
  openLibrary: () => void;
  openRecent: (folder: string) => void;
  clearRecent: () => void;
  showAbout: () => void;
  saveReport: () => void;
}>;

const line: Item = { type: "separator" };

/** Keys of the interface's own zoom, beside those of the pages' zoom in the command table. */
const zoomKeys = { zoomIn: "CmdOrCtrl+Plus", zoomOut: "CmdOrCtrl+Shift+-", resetZoom: "CmdOrCtrl+Shift+0" } as const;

/**
 * The application menu of a platform, from the command table and the standard items: on macOS an application menu
 * first, and Settings, About and Quit in it (Electron documentation, "Application Menu"; Apple, Human Interface
 * Guidelines, "The menu bar").
 */
export function menuTemplate(state: MenuState, actions: MenuActions): Item[] {
  const { platform, language, recent } = state;
  const mac = platform === "darwin";
  const say = (text: Message): string => printMessage(text, language);
  const role = (name: Role, key: ItemWords, rest: Partial<Item> = {}): Item => ({
    role: name,
    label: say(message(key)),
    ...rest,
  });
  const own = (id: string, key: ItemWords, click: () => void): Item => ({
    id,
    label: say(message(key)),
    click,
  });
  const about = own("about", "menu.about", actions.showAbout);
  const place = (name: MenuPlace): Item[] =>
    commandsIn(name)
      .filter(({ id }) => !mac || id !== "settings")
      .map((command) => commandItem(command, state, actions));
  const settings = commands
    .filter(({ id }) => id === "settings")
    .map((command) => commandItem(command, state, actions));
  const menu = (key: MenuPlace | "window", submenu: Item[], rest: Partial<Item> = {}): Item => ({
    label: say(message(`menu.${key}`)),
    submenu,
    ...rest,
  });
  const app: Item = {
    // The system shows the program's name whatever is here.
    label: "Stancemark",
    submenu: [
      about,
      line,
      ...settings,
      line,
      role("services", "menu.services"),
      line,
      role("hide", "menu.hide"),
      role("hideOthers", "menu.hideOthers"),
      role("unhide", "menu.unhide"),
      line,
      role("quit", "menu.quit"),
    ],
  };
  const libraries: Item[] = [
    own("open-library", "menu.openLibrary", actions.openLibrary),
    {
      label: say(message("menu.openRecent")),
      enabled: recent.length > 0,
      submenu: [
        ...recent.map((folder) => ({ label: inMenu(folder), click: () => actions.openRecent(folder) })),
        line,
        own("clear-recent", "menu.clearRecent", actions.clearRecent),
      ],
    },
  ];
  const speech: Item = {
    label: say(message("menu.speech")),
    submenu: [role("startSpeaking", "menu.startSpeaking"), role("stopSpeaking", "menu.stopSpeaking")],
  };
  const file = [...place("file"), line, ...libraries, line, role("close", "menu.closeWindow")];
  const edit = [
    ...place("edit"),
    line,
    role("cut", "menu.cut"),
    role("copy", "menu.copy"),
    role("paste", "menu.paste"),
    role("pasteAndMatchStyle", "menu.pastePlain"),
    role("delete", "menu.delete"),
    role("selectAll", "menu.selectAll"),
    ...(mac ? [line, speech] : []),
  ];
  const view = [
    ...place("view"),
    line,
    role("zoomIn", "menu.zoomIn", { accelerator: zoomKeys.zoomIn }),
    role("zoomOut", "menu.zoomOut", { accelerator: zoomKeys.zoomOut }),
    role("resetZoom", "menu.resetZoom", { accelerator: zoomKeys.resetZoom }),
    line,
    role("togglefullscreen", "menu.fullScreen"),
  ];
  const window = [
    role("minimize", "menu.minimize"),
    ...(mac ? [role("zoom", "menu.zoomWindow"), line, role("front", "menu.front")] : []),
  ];
  const help = [...place("help"), line, own("save-report", "menu.saveReport", actions.saveReport)];
  return [
    ...(mac ? [app] : []),
    menu("file", mac ? file : [...file, line, role("quit", "menu.quit")]),
    menu("edit", edit),
    menu("view", view),
    menu("go", place("go")),
    menu("claim", place("claim")),
    menu("window", window, { role: "window" }),
    menu("help", mac ? help : [...help, line, about], { role: "help" }),
  ];
}

function commandsIn(place: MenuPlace): readonly CommandEntry[] {
  return commands.filter((command) => command.menu === place);
}

function commandItem(command: CommandEntry, { platform, language, keys }: MenuState, actions: MenuActions): Item {
  const id = command.id as CommandId;
  const { suffix, ...shown } = menuKey(Object.hasOwn(keys, id) ? (keys[id] ?? null) : command.key, platform);
  const label = language.locale === "ur" ? urduCommands[`command.${id}`] : command.label;
  return {
    id,
    label: label + suffix,
    // Until the window reports what it can do.
    enabled: command.when === "always" || isOfFields(id, platform),
    ...shown,
    click: () => actions.run(id),
  };
}

/** On macOS the keys of a disabled item are dead also in text fields, where they undo typing. */
function isOfFields(id: string, platform: NodeJS.Platform): boolean {
  return platform === "darwin" && (id === "undo" || id === "redo");
}

/** The part of Electron's menu that `enableItems` needs. */
type MenuItems = Readonly<{ getMenuItemById(id: string): { enabled: boolean } | null }>;

/** Enable the items of the commands that can be run, and disable the others. */
export function enableItems(menu: MenuItems, facts: WindowFacts, platform: NodeJS.Platform): void {
  for (const { id, when } of commands) {
    const item = menu.getMenuItemById(id);
    if (item !== null) item.enabled = isAvailable(when, facts) || isOfFields(id, platform);
  }
}
