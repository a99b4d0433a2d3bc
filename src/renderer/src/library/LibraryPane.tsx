import { useMemo } from "react";
import { codedIn } from "../../../shared/claims.ts";
import { issueLineEdits } from "../../../shared/codebook/issue-lines.ts";
import { stanceScale } from "../../../shared/coding.ts";
import { ofPaper } from "../../../shared/model/by-paper.ts";
import type { Library } from "../../../shared/model/library.ts";
import { suggestIssues } from "../../../shared/suggest-issues.ts";
import type { IssueSuggestion } from "../../../shared/workbench.ts";
import { texts, useTexts } from "../i18n/texts.ts";
import { importFiles } from "../state/import-files.ts";
import { attempt, commit, openPaper, useStore } from "../state/store.ts";
import { Codebook } from "./Codebook.tsx";
import { Outline } from "./Outline.tsx";
import { Part } from "./Part.tsx";

/** The papers, the suggested issues of the open one, and the codebook. */
export function LibraryPane() {
  const { t, number } = useTexts();
  const { library, paper, host, server } = useStore();
  const papers = Object.values(library.papers).sort((a, b) => a.added.localeCompare(b.added));
  const importChosen = async (): Promise<void> => importFiles((await attempt(() => host.chooseFiles({}))) ?? []);
  return (
    <nav className="pane left" aria-label={t("library.name")}>
      <Part name="papers" title={t("library.papers")}>
        {papers.map((one) => (
          <button
            type="button"
            key={one.id}
            className={`row${one.id === paper ? " on" : ""}`}
            aria-current={one.id === paper}
            onClick={() => void openPaper(one.id)}
          >
            <span dir="auto">{one.title}</span>
            <span className="count">{number(codedIn(library, one.id).length)}</span>
            <StanceBar paper={one.id} />
          </button>
        ))}
        {server.access.mode === "write" && (
          <button type="button" className="row quiet" onClick={() => void importChosen()}>
            {t("library.import")}
          </button>
        )}
        <SuggestedIssues />
      </Part>
      <Outline />
      <Part name="codebook" title={t("library.codebook")}>
        <Codebook />
      </Part>
    </nav>
  );
}

function StanceBar({ paper }: Readonly<{ paper: string }>) {
  const { library } = useStore();
  const positions = Object.values(ofPaper(library.positions, paper));
  if (positions.length === 0) return null;
  return (
    <span className="bar" aria-hidden="true">
      {stanceScale(library.stances).map((stance) => {
        const share = positions.filter((position) => position.stance === stance.id).length / positions.length;
        return <i key={stance.id} className={stance.name} style={{ width: `${share * 100}%` }} />;
      })}
    </span>
  );
}

function SuggestedIssues() {
  const { t } = useTexts();
  const { library, paper, content, server } = useStore();
  const title = paper === null ? undefined : library.papers[paper]?.title;
  const suggested = useMemo(
    () => (content === null || title === undefined ? [] : suggestIssues(content, title, library.issues)),
    [content, title, library.issues],
  );
  if (suggested.length === 0 || server.access.mode === "read") return null;
  return (
    <section className="suggestion">
      <p>
        {t("library.suggestion", {
          names: suggested
            .slice(0, 4)
            .map((one) => one.names.at(-1))
            .join(", "),
          more: Math.max(0, suggested.length - 4),
        })}
      </p>
      <button type="button" onClick={() => void acceptIssues(library.issues, suggested)}>
        {t("library.addIssues", { count: suggested.length })}
      </button>
    </section>
  );
}

/** Make issues of suggestions, as one change. */
export async function acceptIssues(issues: Library["issues"], suggested: readonly IssueSuggestion[]): Promise<void> {
  await commit(texts().t("change.headings"), issueLineEdits(issues, suggested));
}
