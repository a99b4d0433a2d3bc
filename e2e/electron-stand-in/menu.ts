import type { MenuItemConstructorOptions } from "electron";
import { answers, seen } from "./seen.ts";

type PopUp = Readonly<{ window?: unknown; x?: number; y?: number; callback?: () => void }>;

/** A menu as Electron builds it. At a point it is answered at once: by the row that the reader chooses, or by none. */
class StandInMenu {
  readonly items: MenuItemConstructorOptions[];
  constructor(template: MenuItemConstructorOptions[]) {
    for (const { role, type, label, submenu } of template)
      if (role === undefined && type === undefined && label === undefined && submenu === undefined)
        throw new TypeError("Invalid template for MenuItem: must have at least one of label, role or type");
    this.items = template;
  }
  popup({ x = 0, y = 0, callback }: PopUp): void {
    const rows = this.items.map(({ id, type, role, label, accelerator, enabled, click: _click }) =>
      structuredClone({ id: id ?? role, type, label, accelerator, enabled }),
    );
    seen.popUps.push({ x, y, rows });
    // As on some desktops, the menu closes before its click is reported.
    callback?.();
    const chosen = this.items.find(({ id }) => id !== undefined && id === answers.menu);
    chosen?.click?.({} as never, undefined, {} as never);
  }
  getMenuItemById(id: string): MenuItemConstructorOptions | null {
    return flat(this.items).find((item) => item.id === id) ?? null;
  }
}

/** All items of a menu and of the menus in it. */
export function flat(items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flat(item.submenu) : [])]);
}

let applicationMenu: StandInMenu | null = null;

export const Menu = {
  buildFromTemplate: (template: MenuItemConstructorOptions[]) => new StandInMenu(template),
  setApplicationMenu: (menu: StandInMenu) => {
    applicationMenu = menu;
    seen.menu = menu.items;
  },
  getApplicationMenu: () => applicationMenu,
};
