import { withNewest } from "./recent-annotations.ts";

const place = "recent-commands";
const most = 12;
const storage = typeof localStorage === "undefined" ? null : localStorage;

/** What was run from the palette, the last foremost; remembered by this browser or desktop, never by the library. */
export function recentCommands(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(storage?.getItem(place) ?? "[]");
    return Array.isArray(kept) ? kept.filter((id) => typeof id === "string").slice(0, most) : [];
  } catch {
    return [];
  }
}

export function rememberCommand(id: string): void {
  storage?.setItem(place, JSON.stringify(withNewest(recentCommands(), id, most)));
}
