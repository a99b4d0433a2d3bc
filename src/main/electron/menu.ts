import type { MenuItemConstructorOptions } from "electron";
import {
  type CommandEntry,
  commands,
  type Facts,
  isAvailable,
  type MenuPlace,
} from "../../shared/contract/commands.ts";
import type { HostArguments } from "../../shared/contract/host.ts";

const places: readonly (readonly [MenuPlace, string])[] = [
  ["file", "File"],
  ["edit", "Edit"],
  ["view", "View"],
  ["go", "Go"],
  ["claim", "Claim"],
  ["help", "Help"],
];

/** The menu, from the command table. Keys are shown but not taken: the window decides whether they apply. */
export function menuTemplate(choose: (id: string) => void): MenuItemConstructorOptions[] {
  return places.map(([place, label]) => ({
    label,
    submenu: [
      ...commands
        .filter((command: CommandEntry) => command.menu === place)
        .map((command: CommandEntry) => ({
          id: command.id,
          label: command.label,
          // Until the window reports what it can do.
          enabled: command.when === "always",
          ...(command.key === null ? {} : { accelerator: acceleratorOf(command.key), registerAccelerator: false }),
          click: () => choose(command.id),
        })),
      ...(place === "file" ? [{ type: "separator" as const }, { role: "quit" as const }] : []),
      ...(place === "edit"
        ? [
            { type: "separator" as const },
            { role: "cut" as const },
            { role: "copy" as const },
            { role: "paste" as const },
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
      label: label.replaceAll("&", "&&"),
      ...(key === null ? {} : { accelerator: acceleratorOf(key), registerAccelerator: false }),
      click: () => choose(id),
    })),
  ]);
}

/** A key of the table as Electron writes it. */
export function acceleratorOf(key: string): string {
  return key
    .replace("Mod-", "CmdOrCtrl+")
    .replaceAll("-", "+")
    .replace(/\+([a-z])$/, (_, letter: string) => `+${letter.toUpperCase()}`)
    .replace("Arrow", "");
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
