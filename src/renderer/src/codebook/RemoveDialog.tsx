import { useMemo } from "react";
import { nameOfEntry, removeEntry } from "../../../shared/codebook/entries.ts";
import { message } from "../../../shared/messages/message.ts";
import { useTexts } from "../i18n/texts.ts";
import { useSelectedEntry } from "../state/codebook.ts";
import { commitNext } from "../state/commit-next.ts";
import { useLibrary } from "../state/library.ts";
import { Dialog } from "../ui/Dialog.tsx";
import { EffectList, planOf } from "./EffectList.tsx";

/** Removes the chosen entry, after what goes with it has been looked at. */
export function RemoveDialog({ onClose }: Readonly<{ onClose: () => void }>) {
  const { t } = useTexts();
  const library = useLibrary((state) => state.library);
  const entry = useSelectedEntry(library);
  const plan = useMemo(() => planOf(() => (entry === null ? [] : removeEntry(library, entry))), [library, entry]);
  if (entry === null) return null;
  const name = nameOfEntry(library, entry);
  const remove = (): void => {
    onClose();
    void commitNext(message("change.removeEntry", { name }), (now) => removeEntry(now, entry));
  };
  return (
    <Dialog
      title={t("codebook.removeTitle", { name })}
      onClose={onClose}
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
        <EffectList plan={plan} />
      </div>
    </Dialog>
  );
}
