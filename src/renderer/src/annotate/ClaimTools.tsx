import type { Annotation } from "../../../shared/model/annotation.ts";
import { useTexts } from "../i18n/texts.ts";
import { copyClaim } from "../state/copy-quote.ts";
import { isWritable, useLibrary } from "../state/library.ts";
import { beginRangeChange } from "../state/range-change.ts";
import { editClaim } from "../state/reading.ts";
import { useShell } from "../state/shell.ts";
import { CommandKey } from "./CommandKey.tsx";
import "./claim-tools.css";

/** What can be done with a claim as a whole, each with its key. */
export function ClaimTools({ annotation }: Readonly<{ annotation: Annotation }>) {
  const { t } = useTexts();
  const writable = useLibrary((state) => isWritable(state));
  const reading = useShell((state) => state.view === "read");
  const copy = (
    <button type="button" onClick={() => void copyClaim(annotation.id)}>
      {t("quick.copy")} <CommandKey id="copy-quote" />
    </button>
  );
  if (!writable) return <div className="claim-tools">{copy}</div>;
  return (
    <div className="claim-tools">
      <button type="button" onClick={() => void editClaim(annotation.id)}>
        {t("annotate.edit")} <CommandKey id="edit-claim" />
      </button>
      {reading && (
        <button type="button" onClick={() => beginRangeChange(annotation.id, true)}>
          {t("annotate.changeRange")} <CommandKey id="change-range" />
        </button>
      )}
      {copy}
    </div>
  );
}
