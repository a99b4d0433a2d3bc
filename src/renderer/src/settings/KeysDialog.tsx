import { type KeyboardEvent, useState } from "react";
import {
  type CommandEntry,
  type CommandId,
  commands,
  type FactName,
  needsOf,
} from "../../../shared/contract/commands.ts";
import { useTexts } from "../i18n/texts.ts";
import { chooseKey, commandKey, defaultKeys, objection } from "../state/keys.ts";
import { setSettings, useSettings } from "../state/settings.ts";
import { isComposing } from "../ui/composing.ts";
import { Dialog } from "../ui/Dialog.tsx";
import { key } from "../ui/key.tsx";
import { keyNames, showKey } from "../ui/key-name.ts";

const needs = (command: CommandEntry, ...names: readonly FactName[]): boolean =>
  needsOf(command.when).some((name) => names.includes(name));

const groups = [
  ["reader", (command: CommandEntry) => needs(command, "reader", "reading")],
  ["passage", (command: CommandEntry) => needs(command, "passage", "claim", "selected", "overlap")],
  ["window", () => true],
] as const;

/** The list of all keys; each can be changed, and a key that is already in use is refused. */
export function KeysDialog({ onClose }: Readonly<{ onClose: () => void }>) {
  const { t, rich } = useTexts();
  const letters = useSettings((state) => state.letters);
  const keys = useSettings((state) => state.keys);
  const [words, setWords] = useState("");
  const [asking, setAsking] = useState<CommandId | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const labelOf = (id: string): string => t(`command.${id as CommandId}`);
  const rest = new Set<CommandEntry>(commands);
  const sorted = groups.map(([name, fits]) => {
    const matching = [...rest].filter(fits);
    for (const command of matching) rest.delete(command);
    return { name, own: matching.filter((command) => labelOf(command.id).toLowerCase().includes(words.toLowerCase())) };
  });
  const choose = (id: CommandId, name: string): void => {
    const why = objection(id, name);
    if (why === null) chooseKey(id, name);
    else if (why.kind === "taken") setRefused(t("keys.taken", { key: showKey(name) }));
    else setRefused(t("keys.other", { key: showKey(name), command: labelOf(why.command) }));
  };
  const onKeyDown = (event: KeyboardEvent, id: CommandId): void => {
    if (asking !== id || isComposing(event)) return;
    event.preventDefault();
    event.stopPropagation();
    // On a keyboard that is not Latin, by the place of the key.
    const names = keyNames(event.nativeEvent);
    const name = names.find((name) => /^[!-~]+$/.test(name)) ?? names[0] ?? event.key;
    if (/^(Shift-)?(Shift|Control|Alt|Meta)$|^(Alt-|Mod-)+(Shift-)?(Shift|Control|Alt|Meta)$/.test(name)) return;
    setAsking(null);
    if (name === "Backspace") chooseKey(id, null);
    else if (name !== "Escape") choose(id, name);
  };
  return (
    <Dialog
      title={t("keys.title")}
      onClose={onClose}
      buttons={
        <button type="button" disabled={Object.keys(keys).length === 0} onClick={defaultKeys}>
          {t("keys.usual")}
        </button>
      }
    >
      <p className="soft">{rich("keys.help", { kbd: key })}</p>
      <div className="keys-tools">
        <input
          type="search"
          aria-label={t("keys.search")}
          placeholder={t("keys.search")}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        <label className="check">
          <input
            type="checkbox"
            checked={letters}
            onChange={(event) => setSettings({ letters: event.target.checked })}
          />
          {t("keys.letters")}
        </label>
      </div>
      <p role="alert" className="refused">
        {refused}
      </p>
      <div className="keys">
        {sorted.map(({ name, own }) => (
          <section key={name} aria-label={t(`keys.${name}`)}>
            <h3>{t(`keys.${name}`)}</h3>
            {own.map((command) => {
              const id = command.id as CommandId;
              const shortcut = commandKey(id, keys);
              return (
                <div key={id}>
                  <span>{labelOf(id)}</span>
                  <button
                    type="button"
                    aria-label={t("keys.change", {
                      command: labelOf(id),
                      key: shortcut === null ? "" : showKey(shortcut),
                    })}
                    onClick={() => {
                      setRefused(null);
                      setAsking(id);
                    }}
                    onBlur={() => setAsking(null)}
                    onKeyDown={(event) => onKeyDown(event, id)}
                  >
                    {asking === id ? (
                      <em>{t("keys.press")}</em>
                    ) : shortcut === null ? (
                      "–"
                    ) : (
                      <kbd>{showKey(shortcut)}</kbd>
                    )}
                  </button>
                </div>
              );
            })}
          </section>
        ))}
      </div>
    </Dialog>
  );
}
