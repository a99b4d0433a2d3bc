/** Names of keys that Electron writes otherwise than the command table does, which has them from the browser. */
const keyNames: Readonly<Record<string, string>> = {
  "+": "Plus",
  " ": "Space",
  ArrowUp: "Up",
  ArrowDown: "Down",
  ArrowLeft: "Left",
  ArrowRight: "Right",
  Escape: "Esc",
};

/** What Electron knows as a key: letters, digits, signs of an American keyboard, and these names. */
const known =
  /^(?:[A-Z0-9]|[)!@#$%^&*(:;'=<,_\->.?/~`{\][|\\}"]|F(?:[1-9]|1\d|2[0-4])|Plus|Space|Tab|Backspace|Delete|Insert|Enter|Up|Down|Left|Right|Home|End|PageUp|PageDown|Esc)$/;

/**
 * A key of the command table as Electron writes it ("Keyboard Shortcuts" in its documentation); null for a key that it
 * has no name for, as one of another alphabet that a reader has chosen.
 */
export function acceleratorOf(key: string): string | null {
  const [, modifiers = "", sign = ""] = /^((?:(?:Mod|Alt|Shift)-)*)(.+)$/s.exec(key) ?? [];
  const name = keyNames[sign] ?? (/^[a-z]$/.test(sign) ? sign.toUpperCase() : sign);
  if (!known.test(name)) return null;
  return modifiers.replace("Mod-", "CmdOrCtrl-").replaceAll("-", "+") + name;
}

/** How a menu shows and takes a key. `suffix` is added to the label where the key itself cannot be an accelerator. */
export type MenuKey = Readonly<{ accelerator?: string; registerAccelerator?: boolean; suffix: string }>;

/**
 * The key of a menu item. On Windows and Linux it is shown and never taken: the window decides whether it applies. On
 * macOS every key of a menu is taken, also while one types (`registerAccelerator` does not exist there): only keys with
 * Cmd, and function keys, may be accelerators; others are shown in the label.
 */
export function menuKey(key: string | null, platform: NodeJS.Platform): MenuKey {
  if (key === null) return { suffix: "" };
  const accelerator = acceleratorOf(key);
  const isSafe = platform !== "darwin" || /(?:^|-)Mod-/.test(key) || /^(?:Shift-)?F\d+$/.test(key);
  if (accelerator === null || !isSafe) return { suffix: ` (${shownKey(key, platform)})` };
  return { accelerator, registerAccelerator: false, suffix: "" };
}

const macSigns: Readonly<Record<string, string>> = { Mod: "⌘", Alt: "⌥", Shift: "⇧" };

function shownKey(key: string, platform: NodeJS.Platform): string {
  const parts = key.split(/-(?=.)/);
  const named = parts.map((part) => (part.length === 1 ? part.toUpperCase() : part.replace("Arrow", "")));
  if (platform === "darwin") return named.map((part) => macSigns[part] ?? part).join("");
  return named.map((part) => (part === "Mod" ? "Ctrl" : part)).join("+");
}
