import { useEffect, useState } from "react";
import { codedIn } from "../../../shared/claims.ts";
import { issueEdits, stanceScale } from "../../../shared/coding.ts";
import type { Edit } from "../../../shared/edit.ts";
import { issueNames, printPath } from "../../../shared/issue-path.ts";
import type { Issue } from "../../../shared/model/codebook.ts";
import type { IssueSuggestion } from "../../../shared/workbench.ts";
import { importFiles } from "../state/import-files.ts";
import { attempt, commit, openPaper, useStore } from "../state/store.ts";

/** The papers, the suggested issues of the open one, and the codebook. */
export function LibraryPane() {
  const { library, paper, host, server } = useStore();
  const papers = Object.values(library.papers).sort((a, b) => a.added.localeCompare(b.added));
  const importChosen = async (): Promise<void> => importFiles((await attempt(() => host.chooseFiles({}))) ?? []);
  return (
    <nav className="pane left" aria-label="Library">
      <h2>Papers</h2>
      {papers.map((one) => (
        <button
          type="button"
          key={one.id}
          className={`row${one.id === paper ? " on" : ""}`}
          aria-current={one.id === paper}
          onClick={() => void openPaper(one.id)}
        >
          <span>{one.title}</span>
          <span className="count">{codedIn(library, one.id).length}</span>
          <StanceBar paper={one.id} />
        </button>
      ))}
      {server.access.mode === "write" && (
        <button type="button" className="row quiet" onClick={() => void importChosen()}>
          ＋ Import papers…
        </button>
      )}
      <SuggestedIssues />
      <h2>Codebook</h2>
      <Codebook />
    </nav>
  );
}

function StanceBar({ paper }: Readonly<{ paper: string }>) {
  const { library } = useStore();
  const positions = Object.values(library.positions[paper] ?? {});
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
  const { workbench, library, paper, server } = useStore();
  const [suggested, setSuggested] = useState<readonly IssueSuggestion[]>([]);
  useEffect(() => {
    let wanted = true;
    if (paper === null || library.papers[paper] === undefined) setSuggested([]);
    else
      void workbench.suggestIssues({ paper }).then(
        (found) => wanted && setSuggested(found),
        () => undefined,
      );
    return () => {
      wanted = false;
    };
  }, [workbench, paper, library.papers]);
  if (suggested.length === 0 || server.access.mode === "read") return null;
  return (
    <section className="suggestion">
      <p>
        This paper’s headings can be your issues:{" "}
        {suggested
          .slice(0, 4)
          .map((one) => one.names.at(-1))
          .join(", ")}
        {suggested.length > 4 ? ` and ${suggested.length - 4} more` : ""}.
      </p>
      <button type="button" onClick={() => void acceptIssues(library.issues, suggested)}>
        Add {suggested.length} issues
      </button>
    </section>
  );
}

/** Make issues of suggestions, as one change. */
export async function acceptIssues(
  issues: Readonly<Record<string, Issue>>,
  suggested: readonly IssueSuggestion[],
): Promise<void> {
  let known = issues;
  const edits = suggested.flatMap(({ names }): Edit[] => {
    const found = issueEdits(known, names);
    for (const edit of found.edits)
      if (edit.table === "issues" && edit.to !== null) known = { ...known, [edit.to.id]: edit.to };
    return [...found.edits];
  });
  await commit("Add headings as issues", edits);
}

function Codebook() {
  const { library, query } = useStore();
  const counts = Map.groupBy(
    Object.values(library.positions).flatMap((table) => Object.values(table)),
    (position) => position.issue,
  );
  const draw = (parent: string | null, depth: number) =>
    Object.values(library.issues)
      .filter((issue) => issue.parent === parent)
      .sort((a, b) => a.rank - b.rank)
      .map((issue) => {
        const path = printPath(issueNames(library.issues, issue.id));
        const on = query.issue === path;
        const { issue: _issue, ...rest } = query;
        return (
          <li key={issue.id}>
            <button
              type="button"
              className={`row${on ? " on" : ""}`}
              aria-pressed={on}
              style={{ paddingInlineStart: `${14 + depth * 14}px` }}
              onClick={() => useStore.setState({ query: on ? rest : { ...query, issue: path } })}
            >
              <span className="badge" style={{ background: issue.colour }}>
                {issue.name.slice(0, 1)}
              </span>
              <span>{issue.name}</span>
              <span className="count">{counts.get(issue.id)?.length ?? ""}</span>
              <KeyOf issue={issue} />
            </button>
            <ul>{draw(issue.id, depth + 1)}</ul>
          </li>
        );
      });
  const top = draw(null, 0);
  return top.length === 0 ? (
    <p className="empty">No issues yet. Name one while coding, or add a paper’s headings.</p>
  ) : (
    <ul className="tree">{top}</ul>
  );
}

function KeyOf({ issue }: Readonly<{ issue: Issue }>) {
  return issue.key === null ? null : <kbd>{issue.key}</kbd>;
}
