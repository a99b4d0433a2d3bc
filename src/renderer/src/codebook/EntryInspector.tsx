import type { Actor, Issue, Stance } from "../../../shared/model/codebook.ts";
import { useTexts } from "../i18n/texts.ts";
import { useSelectedEntry } from "../state/codebook.ts";
import { focusRef } from "../state/focus.ts";
import { useLibrary } from "../state/library.ts";
import { ActorDetails } from "./ActorDetails.tsx";
import { IssueDetails } from "./IssueDetails.tsx";
import { StanceDetails } from "./StanceDetails.tsx";

const focus = focusRef("entry-inspector", "input");

/** The chosen entry of the codebook, every part of it editable; each edit is one change. */
export function EntryInspector() {
  const { t } = useTexts();
  const library = useLibrary((state) => state.library);
  const disabled = useLibrary((state) => state.server.access.mode === "read");
  const entry = useSelectedEntry(library);
  if (entry === null) return <p className="empty">{t("codebook.choose")}</p>;
  const record: Issue | Stance | Actor | undefined =
    entry.kind === "issue"
      ? library.issues[entry.id]
      : entry.kind === "stance"
        ? library.stances[entry.id]
        : library.actors[entry.id];
  if (record === undefined) return null;
  return (
    <div className="inspector entry-inspector" ref={focus} key={entry.id}>
      {"archived" in record && <IssueDetails issue={record} disabled={disabled} />}
      {"polarity" in record && <StanceDetails stance={record} disabled={disabled} />}
      {"aliases" in record && <ActorDetails actor={record} disabled={disabled} />}
    </div>
  );
}
