import { entryKinds } from "../../../shared/codebook/entries.ts";
import { archiveIssue } from "../../../shared/codebook/issues.ts";
import { message } from "../../../shared/messages/message.ts";
import { useTexts } from "../i18n/texts.ts";
import {
  type CodebookDialog,
  setArchivedShown,
  setCodebookDialog,
  setCodebookWords,
  showKind,
  useCodebook,
  useSelectedEntry,
} from "../state/codebook.ts";
import { commitNext } from "../state/commit-next.ts";
import { focusRef } from "../state/focus.ts";
import { importCodebook } from "../state/import-tables.ts";
import { useLibrary } from "../state/library.ts";
import { saveCodebook } from "./files.ts";

const search = focusRef("codebook-words");

const tables = { issue: "issues", stance: "stances", actor: "actors" } as const;

/** Which kind is shown, the field that finds, files, and what can be done to the chosen entry. */
export function CodebookHead() {
  const { t, number } = useTexts();
  const library = useLibrary((state) => state.library);
  const writable = useLibrary((state) => state.server.access.mode === "write");
  const kind = useCodebook((state) => state.kind);
  const words = useCodebook((state) => state.words);
  const archived = useCodebook((state) => state.archived);
  const some = Object.values(library.issues).some((issue) => issue.archived);
  return (
    <header className="codebook-head">
      <div className="line">
        <fieldset className="kinds" aria-label={t("codebook.kinds")}>
          {entryKinds.map((entryKind) => (
            <button
              type="button"
              key={entryKind}
              aria-pressed={kind === entryKind}
              className={kind === entryKind ? "on" : ""}
              onClick={() => showKind(entryKind)}
            >
              {t(`codebook.kind.${entryKind}`)}{" "}
              <span className="count">{number(Object.keys(library[tables[entryKind]]).length)}</span>
            </button>
          ))}
        </fieldset>
        <span className="grow" />
        {writable && kind === "issue" && (
          <button type="button" onClick={() => setCodebookDialog("starter")}>
            {t("codebook.starter")}
          </button>
        )}
        {writable && (
          <button type="button" onClick={() => void importCodebook()}>
            {t("codebook.import")}
          </button>
        )}
        <button type="button" onClick={() => void saveCodebook("csv")}>
          {t("codebook.export.csv")}
        </button>
        <button type="button" onClick={() => void saveCodebook("json")}>
          {t("codebook.export.json")}
        </button>
      </div>
      <div className="line">
        <input
          ref={search}
          type="search"
          className="find-entry"
          aria-label={t(`codebook.find.${kind}`)}
          placeholder={t(`codebook.find.${kind}`)}
          value={words}
          onChange={(event) => setCodebookWords(event.target.value)}
        />
        {kind === "issue" && some && (
          <label className="tick">
            <input type="checkbox" checked={archived} onChange={(event) => setArchivedShown(event.target.checked)} />
            {t("codebook.showArchived")}
          </label>
        )}
        <span className="grow" />
        {writable && <Verbs />}
      </div>
    </header>
  );
}

function Verbs() {
  const { t } = useTexts();
  const library = useLibrary((state) => state.library);
  const kind = useCodebook((state) => state.kind);
  const entry = useSelectedEntry(library);
  const ask = (dialog: CodebookDialog) => (): void => setCodebookDialog(dialog);
  const archived = entry?.kind === "issue" && library.issues[entry.id]?.archived === true;
  const archive = (): void => {
    if (entry?.kind !== "issue") return;
    const label = message(archived ? "change.unarchive" : "change.archive");
    void commitNext(label, ({ issues }) => archiveIssue(issues, entry.id, !archived));
  };
  return (
    <fieldset className="verbs" aria-label={t("codebook.verbs")} disabled={entry === null}>
      <button type="button" onClick={ask("merge")}>
        {t("codebook.merge")}
      </button>
      {kind === "issue" && (
        <>
          <button type="button" onClick={ask("split")}>
            {t("codebook.split")}
          </button>
          <button type="button" onClick={archive}>
            {t(archived ? "codebook.unarchive" : "codebook.archive")}
          </button>
        </>
      )}
      <button type="button" className="danger" onClick={ask("remove")}>
        {t("codebook.remove")}
      </button>
    </fieldset>
  );
}
