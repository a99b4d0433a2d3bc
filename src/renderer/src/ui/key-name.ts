import { pressedSigns } from "./pressed-signs.ts";

type Press = Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "metaKey" | "shiftKey" | "altKey">;

/** The name of a pressed key as the command table writes it, by what the key types. */
export function keyName(event: Omit<Press, "code">): string {
  const mod = event.ctrlKey || event.metaKey ? "Mod-" : "";
  const shift = event.shiftKey && (event.key.length > 1 || /\p{L}/u.test(event.key)) ? "Shift-" : "";
  return `${event.altKey ? "Alt-" : ""}${mod}${shift}${event.key.length === 1 ? event.key.toLowerCase() : event.key}`;
}

/**
 * All names that a pressed key may have, likeliest first. Where it types no letter or sign of ASCII (a Cyrillic or
 * Arabic letter, a digit of another script, a dead key, a sign made with Option), its place on the keyboard counts; so
 * do digits on keyboards that need Shift for them.
 */
export function keyNames(event: Press): readonly string[] {
  const typed = keyName(event);
  // An event of the browser cannot be spread.
  const { ctrlKey, metaKey, shiftKey, altKey } = event;
  if (event.key.length > 1 && event.key !== "Dead") return [typed];
  const signs = pressedSigns(event).filter((sign) => !/^[!-~]$/.test(event.key) || /^\d$/.test(sign));
  return [...new Set([typed, ...signs.map((key) => keyName({ key, ctrlKey, metaKey, shiftKey, altKey }))])];
}

const mac = typeof navigator !== "undefined" && /Mac/.test(navigator.userAgent);
const signs: Readonly<Record<string, string>> = {
  Mod: mac ? "⌘" : "Ctrl",
  Alt: mac ? "⌥" : "Alt",
  ArrowUp: "↑",
  ArrowDown: "↓",
  ArrowLeft: "←",
  ArrowRight: "→",
  Delete: "Del",
  Escape: "Esc",
};

/** A key of the table as people write it: `Ctrl+Shift+E`. */
export function showKey(key: string): string {
  return key
    .split(/-(?=.)/)
    .map((part) => signs[part] ?? (part.length === 1 ? part.toUpperCase() : part))
    .join("+");
}
