import { type FormEvent, useState } from "react";
import type { Ach } from "../../../shared/analysis/ach.ts";
import { withEvidence, withLine } from "../../../shared/analysis/ach-edit.ts";
import type { Coded } from "../../../shared/claims/claims.ts";
import { message } from "../../../shared/messages/message.ts";
import { useTexts } from "../i18n/texts.ts";
import { shownClaims } from "../state/filtered-claims.ts";
import { actorOf, lookOf, quoteShown } from "../state/highlights.ts";
import { useLibrary } from "../state/library.ts";
import { useReading } from "../state/reading.ts";
import { useShell } from "../state/shell.ts";
import { editAch } from "./edit-ach.ts";

/** Claims that the filter leaves, to be taken as evidence: some of them, all, or the one selected in the paper. */
export function EvidenceList({ ach, onClose }: Readonly<{ ach: Ach; onClose: () => void }>) {
  const { t } = useTexts();
  const library = useLibrary((state) => state.library);
  const query = useShell((state) => state.query);
  const selected = useReading((state) => state.selected);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const there = new Set<string>(ach.evidence.flatMap(({ claims }) => claims));
  const offered = shownClaims(library, query).filter(
    ({ annotation, positions }) => positions.length > 0 && !there.has(annotation.id),
  );
  const add = (coded: readonly Coded[]): void => {
    editAch(message("change.ach"), ach.id, (current) => withEvidence(current, coded));
    setChosen(new Set());
  };
  const toggle = (id: string): void => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  const picked = offered.filter(({ annotation }) => chosen.has(annotation.id));
  const current = offered.find(({ annotation }) => annotation.id === selected);
  return (
    <section className="evidence" aria-label={t("ach.addEvidence")}>
      <div className="buttons">
        <button type="button" className="primary" disabled={picked.length === 0} onClick={() => add(picked)}>
          {t("ach.addSelectedClaims", { count: picked.length })}
        </button>
        <button type="button" disabled={offered.length === 0} onClick={() => add(offered.slice(0, 200))}>
          {t("ach.addAll", { count: Math.min(200, offered.length) })}
        </button>
        {current !== undefined && (
          <button type="button" onClick={() => add([current])}>
            {t("ach.addSelected")}
          </button>
        )}
        <span className="grow" />
        <button type="button" onClick={onClose}>
          {t("shell.close")}
        </button>
      </div>
      <p className="soft">{t("ach.pickHelp")}</p>
      <ul>
        {offered.slice(0, 200).map((claim) => (
          <li key={claim.annotation.id}>
            <label className={lookOf(library, claim)} dir="auto">
              <input
                type="checkbox"
                checked={chosen.has(claim.annotation.id)}
                onChange={() => toggle(claim.annotation.id)}
              />
              <span>
                {quoteShown(claim.annotation.passage)} <span className="soft">{actorOf(library, claim)}</span>
              </span>
            </label>
          </li>
        ))}
      </ul>
      <OwnLine ach={ach} />
    </section>
  );
}

/** Evidence that no claim says. */
function OwnLine({ ach }: Readonly<{ ach: Ach }>) {
  const { t } = useTexts();
  const [text, setText] = useState("");
  const add = (event: FormEvent): void => {
    event.preventDefault();
    const clean = text.trim();
    if (clean === "") return;
    editAch(message("change.ach"), ach.id, (current) => withLine(current, clean));
    setText("");
  };
  return (
    <form className="buttons" onSubmit={add}>
      <input
        dir="auto"
        aria-label={t("ach.ownLine")}
        placeholder={t("ach.ownLine")}
        value={text}
        maxLength={2000}
        onChange={(event) => setText(event.target.value)}
      />
      <button type="submit" disabled={text.trim() === ""}>
        {t("ach.add")}
      </button>
    </form>
  );
}
