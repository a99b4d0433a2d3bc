import type { CommandId } from "../../../shared/contract/commands.ts";
import { commandKey } from "../state/keys.ts";
import { useSettings } from "../state/settings.ts";
import { showKey } from "../ui/key-name.ts";

/** The key of a command, on the button that does the same; nothing where it has none. */
export function CommandKey({ id }: Readonly<{ id: CommandId }>) {
  const pressed = useSettings((state) => commandKey(id, state.keys));
  return pressed === null ? null : <kbd>{showKey(pressed)}</kbd>;
}
