import { useMemo, useState } from "react";
import { issueLineEdits, withFreeKeys } from "../../../shared/codebook/issue-lines.ts";
import { starterBranches, starterLines } from "../../../shared/codebook/starter.ts";
import { suggestIssues } from "../../../shared/codebook/suggest.ts";
import { message } from "../../../shared/messages/message.ts";
import { useTexts } from "../i18n/texts.ts";
import { commitNext } from "../state/commit-next.ts";
import { useLibrary } from "../state/library.ts";
import { useReading } from "../state/reading.ts";
import { Dialog } from "../ui/Dialog.tsx";

/** Codebooks to begin with: the headings of the open paper, and branches of a general list of policy issues. */
export function StarterDialog({ onClose }: Readonly<{ onClose: () => void }>) {
  const { t, language } = useTexts();
  const library = useLibrary((state) => state.library);
  const paper = useReading((state) => state.paper);
  const content = useReading((state) => state.content);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const title = paper === null ? undefined : library.papers[paper]?.title;
  const headings = useMemo(
    () => (content === null || title === undefined ? [] : suggestIssues(content, title, library.issues)),
    [content, title, library.issues],
  );
  const edits = useMemo(
    () => issueLineEdits(library.issues, starterLines(language, [...chosen]), true),
    [library.issues, chosen, language],
  );
  const made = edits.filter((edit) => edit.from === null).length;
  const toggle = (branch: string, on: boolean): void => {
    const next = new Set(chosen);
    if (on) next.add(branch);
    else next.delete(branch);
    setChosen(next);
  };
  const take = (): void => {
    onClose();
    void commitNext(message("change.starter"), ({ issues }) =>
      issueLineEdits(issues, starterLines(language, [...chosen]), true),
    );
  };
  const takeHeadings = (): void => {
    onClose();
    void commitNext(message("change.headings"), ({ issues, stances }) =>
      withFreeKeys(issues, stances, issueLineEdits(issues, headings)),
    );
  };
  return (
    <Dialog
      title={t("codebook.starterTitle")}
      onClose={onClose}
      isQuestion
      buttons={
        <button type="button" className="primary" disabled={edits.length === 0} onClick={take}>
          {t("codebook.starterDo", { count: made })}
        </button>
      }
    >
      <div className="codebook-dialog">
        <section className="starter-headings">
          <h3>{t("codebook.starterHeadings")}</h3>
          {headings.length === 0 ? (
            <p className="soft">{t(content === null ? "codebook.starterNoPaper" : "library.headingsKnown")}</p>
          ) : (
            <>
              <p className="soft" dir="auto">
                {headings.map((heading) => heading.names.at(-1)).join(" · ")}
              </p>
              <button type="button" className="bordered" onClick={takeHeadings}>
                {t("library.addIssues", { count: headings.length })}
              </button>
            </>
          )}
        </section>
        <section>
          <h3>{t("codebook.starterGeneral")}</h3>
          <p className="soft">{t("codebook.starterHelp")}</p>
          <ul className="branches">
            {starterBranches(language).map((branch) => (
              <li key={branch}>
                <label>
                  <input
                    type="checkbox"
                    checked={chosen.has(branch)}
                    onChange={(event) => toggle(branch, event.target.checked)}
                  />
                  <span>
                    <b>{branch}</b>
                    <span className="soft">
                      {starterLines(language, [branch])
                        .slice(1)
                        .map((line) => line.names.at(-1))
                        .join(" · ")}
                    </span>
                  </span>
                </label>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </Dialog>
  );
}
