import type { MenuItemConstructorOptions } from "electron";
import { commands, type Facts, isAvailable, type MenuPlace } from "../../shared/contract/commands.ts";
import { urduCommands } from "../../shared/contract/commands-ur.ts";
import type { HostArguments } from "../../shared/contract/host.ts";
import type { Message } from "../../shared/messages/arguments.ts";
import { showHiddenMarks } from "../../shared/messages/hidden-marks.ts";
import { message, printMessage, type SpokenLanguage } from "../../shared/messages/message.ts";

const places: readonly MenuPlace[] = ["file", "edit", "view", "go", "claim", "help"];

/**
 * The menu in a language, from the command table. Keys are shown but not taken: the window decides whether they apply.
 */
export function menuTemplate(language: SpokenLanguage, choose: (id: string) => void): MenuItemConstructorOptions[] {
  const say = (said: Message): string => printMessage(said, language);
  return places.map((place) => ({
    label: say(message(`menu.${place}`)),
    submenu: [
      ...commands
        .filter((command) => command.menu === place)
        .map((command) => ({
          id: command.id,
          label: language.locale === "ur" ? urduCommands[`command.${command.id}`] : command.label,
          // Until the window reports what it can do.
          enabled: command.when === "always",
          ...(command.key === null ? {} : { accelerator: acceleratorOf(command.key), registerAccelerator: false }),
          click: () => choose(command.id),
        })),
      ...(place === "file"
        ? [{ type: "separator" as const }, { role: "quit" as const, label: say(message("menu.quit")) }]
        : []),
      ...(place === "edit"
        ? [
            { type: "separator" as const },
            { role: "cut" as const, label: say(message("menu.cut")) },
            { role: "copy" as const, label: say(message("menu.copy")) },
            { role: "paste" as const, label: say(message("menu.paste")) },
          ]
        : []),
    ],
  }));
}

/** A menu of rows that the window has chosen, its groups with lines between them. */
export function popUpTemplate(
  groups: HostArguments<"popUpMenu">["groups"],
  choose: (id: string) => void,
): MenuItemConstructorOptions[] {
  return groups.flatMap((group, index) => [
    ...(index === 0 ? [] : [{ type: "separator" as const }]),
    ...group.map(({ id, label, key }) => ({
      id,
      // An ampersand would mark a letter.
      label: showHiddenMarks(label).replaceAll("&", "&&"),
      ...(key === null ? {} : { accelerator: acceleratorOf(key), registerAccelerator: false }),
      click: () => choose(id),
    })),
  ]);
}

/** What was clicked, as far as the menu of fields needs it. */
type ClickedText = Readonly<{
  isEditable: boolean;
  selectionText: string;
  editFlags: Readonly<{ canCut: boolean; canCopy: boolean; canPaste: boolean; canSelectAll: boolean }>;
}>;

/** The menu of a text field, or of selected text that has no menu of its own; empty where there is nothing to do. */
export function editTemplate(language: SpokenLanguage, clicked: ClickedText): MenuItemConstructorOptions[] {
  const { isEditable, selectionText, editFlags } = clicked;
  const say = (said: Message): string => printMessage(said, language);
  const copy = { role: "copy" as const, label: say(message("menu.copy")), enabled: editFlags.canCopy };
  if (!isEditable) return selectionText.trim() === "" ? [] : [copy];
  return [
    { role: "cut", label: say(message("menu.cut")), enabled: editFlags.canCut },
    copy,
    { role: "paste", label: say(message("menu.paste")), enabled: editFlags.canPaste },
    { type: "separator" },
    { role: "selectAll", label: say(message("menu.selectAll")), enabled: editFlags.canSelectAll },
  ];
}

/** A key of the table as Electron writes it. */
export function acceleratorOf(key: string): string {
  const [, modifiers = "", sign = ""] = /^((?:[A-Z][a-z]+-)*)(.+)$/.exec(key) ?? [];
  const name = sign === "+" ? "Plus" : /^[a-z]$/.test(sign) ? sign.toUpperCase() : sign.replace("Arrow", "");
  return modifiers.replace("Mod-", "CmdOrCtrl-").replaceAll("-", "+") + name;
}

/** The part of Electron's menu that `enableItems` needs. */
type MenuItems = Readonly<{ getMenuItemById(id: string): { enabled: boolean } | null }>;

/** Enable the items of the commands that can be run, and disable the others. */
export function enableItems(menu: MenuItems, facts: Facts): void {
  for (const { id, when } of commands) {
    const item = menu.getMenuItemById(id);
    if (item !== null) item.enabled = isAvailable(when, facts);
  }
}
