import { type PressedKey, signAmong } from "../ui/pressed-signs.ts";

type Press = PressedKey & Readonly<{ ctrlKey: boolean; metaKey: boolean; altKey: boolean; shiftKey: boolean }>;

/** What a key does in a queue of decisions. */
export type QueueKey = "accept" | "leave" | "place" | "next" | "previous" | "undo";

const byLetter: Readonly<Record<string, QueueKey>> = { a: "accept", l: "leave", p: "place" };
const byName: Readonly<Record<string, QueueKey>> = { ArrowDown: "next", ArrowUp: "previous" };

/** What a key press means in a queue of decisions; null where it is not for the queue. */
export function queueKey(press: Press): QueueKey | null {
  if (press.altKey) return null;
  if (press.ctrlKey || press.metaKey) return !press.shiftKey && signAmong(press, ["z"]) !== null ? "undo" : null;
  return byName[press.key] ?? byLetter[signAmong(press, Object.keys(byLetter)) ?? ""] ?? null;
}
