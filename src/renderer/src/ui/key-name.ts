/** The name of a pressed key as the command table writes it. */
export function keyName(event: Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "shiftKey" | "altKey">): string {
  const mod = event.ctrlKey || event.metaKey ? "Mod-" : "";
  const shift = event.shiftKey && (event.key.length > 1 || /\p{L}/u.test(event.key)) ? "Shift-" : "";
  return `${event.altKey ? "Alt-" : ""}${mod}${shift}${event.key.length === 1 ? event.key.toLowerCase() : event.key}`;
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
