import { type CommandEntry, type CommandId, commands } from "../../../shared/contract/commands.ts";
import { defaultSettings, setSettings, useSettings } from "./settings.ts";

/** The key of a command: the reader's own choice, else the table's. Null when it has none. */
export function commandKey(id: CommandId, chosen = useSettings.getState().keys): string | null {
  const chosenKey = chosen[id];
  if (chosenKey !== undefined) return chosenKey;
  return commands.find((command) => command.id === id)?.key ?? null;
}

/** The command of a key, null when it has none. */
export function commandOf(key: string, chosen = useSettings.getState().keys): CommandId | null {
  return commands.find(({ id }) => commandKey(id, chosen) === key)?.id ?? null;
}

/**
 * Keys that mean something everywhere and cannot be given to a command: writing, choosing, and coding the selected
 * words.
 */
const taken = /^(Shift|Control|Alt|Meta|Dead|Mod-[cvxa]|Arrow\w+|Shift-Arrow\w+|[1-9+\-0~?])$/;

/** Why a key cannot be a command's, null when it can. */
export function objection(
  id: CommandId,
  key: string,
  chosen = useSettings.getState().keys,
): Readonly<{ kind: "taken" }> | Readonly<{ kind: "other"; command: CommandId }> | null {
  if (taken.test(key)) return { kind: "taken" };
  const other = commands.find(
    (command: CommandEntry) => command.id !== id && commandKey(command.id as CommandId, chosen) === key,
  );
  return other === undefined ? null : { kind: "other", command: other.id };
}

/** Give a command a key, or null for none. The key must be free. */
export function chooseKey(id: CommandId, key: string | null): void {
  setSettings({ keys: { ...useSettings.getState().keys, [id]: key } });
}

/** All keys as they are in the table. */
export function defaultKeys(): void {
  setSettings({ keys: defaultSettings.keys });
}
