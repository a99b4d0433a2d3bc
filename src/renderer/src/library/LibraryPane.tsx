import { useMemo } from "react";
import { issueLineEdits } from "../../../shared/codebook/issue-lines.ts";
import type { IssueSuggestion } from "../../../shared/codebook/suggest.ts";
import { suggestIssues } from "../../../shared/codebook/suggest.ts";
import { message } from "../../../shared/messages/message.ts";
import type { Library } from "../../../shared/model/library.ts";
import { getHost } from "../client/connection.ts";
import { useTexts } from "../i18n/texts.ts";
import { landmarkRef } from "../state/focus.ts";
import { importFiles } from "../state/import-files.ts";
import { commit, useLibrary } from "../state/library.ts";
import { useReading } from "../state/reading.ts";
import { attempt } from "../state/shell.ts";
import { Actors } from "./Actors.tsx";
import { Codebook } from "./Codebook.tsx";
import { CollapsibleSection } from "./CollapsibleSection.tsx";
import { OutlineList } from "./Outline.tsx";
import { PaneList } from "./PaneList.tsx";

const papers = landmarkRef("papers");

/** The papers, the suggested issues of the open one, its outline, the issues and the actors. */
export function LibraryPane() {
  const { t } = useTexts();
  const host = getHost();
  const writable = useLibrary((state) => state.server.access.mode === "write");
  const importChosen = async (): Promise<void> => importFiles((await attempt(() => host.chooseFiles({}))) ?? []);
  return (
    <nav className="pane left" ref={papers} aria-label={t("library.name")}>
      <CollapsibleSection name="papers" title={t("library.papers")}>
        <PaneList />
        {writable && (
          <button type="button" className="row quiet" onClick={() => void importChosen()}>
            {t("library.import")}
          </button>
        )}
        <SuggestedIssues />
      </CollapsibleSection>
      <OutlineList />
      <CollapsibleSection name="codebook" title={t("library.codebook")}>
        <Codebook />
      </CollapsibleSection>
      <CollapsibleSection name="actors" title={t("library.actors")}>
        <Actors />
      </CollapsibleSection>
    </nav>
  );
}

function SuggestedIssues() {
  const { t, list } = useTexts();
  const issues = useLibrary((state) => state.library.issues);
  const paper = useReading((state) => state.paper);
  const title = useLibrary(({ library }) => (paper === null ? undefined : library.papers[paper]?.title));
  const content = useReading((state) => state.content);
  const writable = useLibrary((state) => state.server.access.mode === "write");
  const suggested = useMemo(
    () => (content === null || title === undefined ? [] : suggestIssues(content, title, issues)),
    [content, title, issues],
  );
  if (suggested.length === 0 || !writable) return null;
  return (
    <section className="suggestion">
      <p>
        {t("library.suggestion", {
          names: list(suggested.slice(0, 4).map((one) => one.names.at(-1) ?? "")),
          more: Math.max(0, suggested.length - 4),
        })}
      </p>
      <button type="button" onClick={() => void acceptIssues(issues, suggested)}>
        {t("library.addIssues", { count: suggested.length })}
      </button>
    </section>
  );
}

/** Make issues of suggestions, as one change. */
export async function acceptIssues(issues: Library["issues"], suggested: readonly IssueSuggestion[]): Promise<void> {
  await commit(message("change.headings"), issueLineEdits(issues, suggested));
}
