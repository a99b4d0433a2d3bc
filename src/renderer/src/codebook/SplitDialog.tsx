import { useMemo, useState } from "react";
import { allCoded } from "../../../shared/claims/claims.ts";
import { nameOfEntry } from "../../../shared/codebook/entries.ts";
import { splitIssue } from "../../../shared/codebook/issues.ts";
import { message } from "../../../shared/messages/message.ts";
import { useTexts } from "../i18n/texts.ts";
import { setOpen, useSelectedEntry } from "../state/codebook.ts";
import { commitNext } from "../state/commit-next.ts";
import { useLibrary } from "../state/library.ts";
import { Dialog } from "../ui/Dialog.tsx";
import { ClaimPicker } from "./ClaimPicker.tsx";
import { planOf } from "./EffectList.tsx";

/** Takes chosen claims of an issue into a new one, beside it or under it. */
export function SplitDialog({ onClose }: Readonly<{ onClose: () => void }>) {
  const { t, say } = useTexts();
  const library = useLibrary((state) => state.library);
  const entry = useSelectedEntry(library);
  const id = entry?.kind === "issue" ? entry.id : null;
  const [name, setName] = useState("");
  const [under, setUnder] = useState(true);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const coded = useMemo(
    () => allCoded(library).filter((claim) => claim.positions.some((position) => position.issue === id)),
    [library, id],
  );
  const wish = {
    name,
    under,
    positions: new Set<string>(
      coded.flatMap((claim) => (chosen.has(claim.annotation.id) ? claim.positions.map((position) => position.id) : [])),
    ),
  };
  const plan = planOf(() => (id === null ? [] : splitIssue(library, id, wish)));
  if (id === null || entry === null) return null;
  const split = (): void => {
    onClose();
    if (under) setOpen(id, true);
    void commitNext(message("change.split", { name: nameOfEntry(library, entry), made: name }), (now) =>
      splitIssue(now, id, wish),
    );
  };
  return (
    <Dialog
      title={t("codebook.splitTitle", { name: say(nameOfEntry(library, entry)) })}
      onClose={onClose}
      isQuestion
      buttons={
        <>
          <span className="soft grow">
            {plan.objection !== null && (name !== "" || chosen.size > 0) && plan.objection}
          </span>
          <button type="button" className="primary" disabled={plan.edits.length === 0} onClick={split}>
            {t("codebook.splitDo", { count: chosen.size })}
          </button>
        </>
      }
    >
      <div className="codebook-dialog">
        <input
          aria-label={t("codebook.splitName")}
          placeholder={t("codebook.splitName")}
          value={name}
          maxLength={300}
          onChange={(event) => setName(event.target.value)}
        />
        <div className="line">
          {[true, false].map((isMany) => (
            <label key={String(isMany)} className="tick">
              <input type="radio" name="split-place" checked={under === isMany} onChange={() => setUnder(isMany)} />
              {t(isMany ? "codebook.splitUnder" : "codebook.splitBeside")}
            </label>
          ))}
        </div>
        <ClaimPicker label={t("codebook.splitClaims")} coded={coded} chosen={chosen} onChoose={setChosen} />
      </div>
    </Dialog>
  );
}
