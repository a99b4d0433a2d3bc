import { useState } from "react";
import type { Edit } from "../../../shared/change/edit.ts";
import { mergeEntry, nameOfEntry, removeEntry } from "../../../shared/codebook/entries.ts";
import { stanceCounts } from "../../../shared/codebook/stances.ts";
import { message } from "../../../shared/messages/message.ts";
import type { Library } from "../../../shared/model/library.ts";
import { useTexts } from "../i18n/texts.ts";
import { useSelectedEntry } from "../state/codebook.ts";
import { commitNext } from "../state/commit-next.ts";
import { useLibrary } from "../state/library.ts";
import { stanceOfOption, stanceOptions } from "../state/options.ts";
import { Dialog } from "../ui/Dialog.tsx";
import { Select } from "../ui/Select.tsx";
import { EffectList, planOf } from "./EffectList.tsx";

/** Removes the chosen entry, after what goes with it has been looked at. */
export function RemoveDialog({ onClose }: Readonly<{ onClose: () => void }>) {
  const { t, say } = useTexts();
  const library = useLibrary((state) => state.library);
  const entry = useSelectedEntry(library);
  const isUsed = entry?.kind === "stance" && (stanceCounts(library).get(entry.id) ?? 0) > 0;
  const [by, setBy] = useState("");
  const edits = (now: Library): readonly Edit[] => {
    if (entry === null) return [];
    return isUsed && by !== "" ? mergeEntry(now, entry, stanceOfOption(now, by) ?? null) : removeEntry(now, entry);
  };
  const plan = planOf(() => edits(library));
  if (entry === null) return null;
  const name = nameOfEntry(library, entry);
  const remove = (): void => {
    onClose();
    void commitNext(message("change.removeEntry", { name }), edits);
  };
  return (
    <Dialog
      title={t("codebook.removeTitle", { name: say(name) })}
      onClose={onClose}
      isQuestion
      buttons={
        <button
          type="button"
          className="danger"
          disabled={plan.edits.length === 0}
          ref={(button) => button?.focus()}
          onClick={remove}
        >
          {t("codebook.remove")}
        </button>
      }
    >
      <div className="codebook-dialog">
        {isUsed && (
          <p className="field">
            {t("codebook.replaceStance")}
            <Select
              label={t("codebook.replaceStance")}
              value={by}
              none="…"
              options={stanceOptions(library).filter(([id]) => id !== entry.id)}
              onChange={setBy}
            />
          </p>
        )}
        <EffectList plan={plan} />
      </div>
    </Dialog>
  );
}
