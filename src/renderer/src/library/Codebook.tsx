import { type KeyboardEvent, useMemo, useState } from "react";
import { type TreeRow, treeNodes, treeRows } from "../../../shared/codebook/codebook-tree.ts";
import { entryOf, renameEntry } from "../../../shared/codebook/entries.ts";
import { issueCounts } from "../../../shared/codebook/issue-counts.ts";
import { issueLineEdits } from "../../../shared/codebook/issue-lines.ts";
import { pinIssue } from "../../../shared/codebook/issues.ts";
import { message } from "../../../shared/messages/message.ts";
import { IssueId } from "../../../shared/model/ids.ts";
import { issueNames, parsePath, printPath } from "../../../shared/model/issue-path.ts";
import { useTexts } from "../i18n/texts.ts";
import { selectEntry, setOpen, showIssues, useCodebook } from "../state/codebook.ts";
import { commitNext } from "../state/commit-next.ts";
import { contextName } from "../state/context.ts";
import { useLibrary } from "../state/library.ts";
import { codeSelection, hasWords } from "../state/quick-coding.ts";
import { reader } from "../state/reader-control.ts";
import { showClaims, showView, useShell } from "../state/shell.ts";
import { Badge } from "../ui/Badge.tsx";
import { NameField } from "../ui/NameField.tsx";
import { digitOf } from "../ui/pressed-signs.ts";
import { Tree } from "../ui/Tree.tsx";

/**
 * The tree of issues in short: a click or Enter codes the selected words, F2 renames, a digit pins the issue to that
 * key and the same digit again unpins it.
 */
export function Codebook() {
  const { t, number } = useTexts();
  const library = useLibrary((state) => state.library);
  const query = useShell((state) => state.query);
  const isLoading = useLibrary((state) => state.loading !== null);
  const server = useLibrary((state) => state.server);
  const closed = useCodebook((state) => state.closed);
  const chosen = useCodebook((state) => state.chosen);
  const [renamed, setRenamed] = useState<string | null>(null);
  const counts = useMemo(() => (isLoading ? new Map() : issueCounts(library)), [library, isLoading]);
  const rows = useMemo(
    () => treeRows(treeNodes(library, "issue"), { closed, archived: false, words: "" }),
    [library, closed],
  );
  const writable = server.access.mode === "write";
  const pathOf = (row: TreeRow): string => {
    const issue = library.issues[row.id];
    return issue === undefined ? "" : printPath(issueNames(library.issues, issue.id));
  };
  const onKey = (event: KeyboardEvent, row: TreeRow): boolean => {
    if (!writable || event.ctrlKey || event.metaKey || event.altKey) return false;
    const digit = digitOf(event);
    if (event.key === "F2") setRenamed(row.id);
    else if (digit !== null)
      void commitNext(message("change.pin"), ({ issues }) => pinIssue(issues, row.id, String(digit)));
    else return false;
    return true;
  };
  const rename = (id: string, name: string): void => {
    setRenamed(null);
    void commitNext(message("change.renameIssue"), (now) => {
      const entry = entryOf(now, "issue", id);
      return entry === null || name === "" ? [] : renameEntry(now, entry, name);
    });
  };
  // Words that are selected are coded; without any, the issue is selected and its claims are offered below.
  const act = (row: TreeRow, by: "key" | "click"): void => {
    if (!writable || !hasWords()) return;
    void codeSelection(IssueId.parse(row.id));
    if (by === "click") reader()?.focus();
  };
  const selected = library.issues[chosen.issue ?? ""];
  const name = library.issues[renamed ?? ""]?.name ?? "";
  return (
    <>
      {rows.length === 0 ? (
        <p className="empty">{t("library.noIssues")}</p>
      ) : (
        <Tree
          label={t("library.codebook")}
          rows={rows}
          active={chosen.issue}
          onActive={(id) => selectEntry("issue", id)}
          onOpen={setOpen}
          onAct={act}
          contextOf={(row) => contextName("issue", row.id)}
          onKey={onKey}
          nameOf={(row) => {
            if (isLoading) return row.name;
            const { direct, all } = counts.get(row.id) ?? { direct: 0, all: 0 };
            return t("codebook.rowName", { kind: "issue", name: row.name, direct, more: all === direct ? 0 : all });
          }}
          classOf={(row) => (query.issue === pathOf(row) ? "on" : "")}
          draw={(row) => {
            const issue = library.issues[row.id];
            const all = counts.get(row.id)?.all ?? 0;
            return issue === undefined ? null : (
              <>
                <Badge colour={issue.colour} />
                <span
                  className="grow"
                  dir="auto"
                  title={`${issue.name}\n${issue.definition || t("library.issueHelp")}`}
                >
                  {issue.name}
                </span>
                <span className="count">{all === 0 ? "" : number(all)}</span>
                {issue.key !== null && <kbd>{issue.key}</kbd>}
              </>
            );
          }}
          field={
            renamed === null
              ? null
              : {
                  at: renamed,
                  level: 1,
                  draw: (
                    <NameField
                      label={t("library.newName", { name })}
                      value={name}
                      onDone={(given) => rename(renamed, given)}
                    />
                  ),
                }
          }
        />
      )}
      {rows.length > 0 && (
        <div className="offered">
          {selected === undefined ? (
            <span>{t("quick.issueHint")}</span>
          ) : (
            <>
              <span dir="auto" title={selected.name}>
                {isLoading
                  ? selected.name
                  : t("quick.issueClaims", { name: selected.name, count: counts.get(selected.id)?.all ?? 0 })}
              </span>
              <button
                type="button"
                onClick={() => showClaims({ issue: printPath(issueNames(library.issues, selected.id)) })}
              >
                {t("quick.showClaims")}
              </button>
            </>
          )}
        </div>
      )}
      {writable && <NewIssue />}
      <button
        type="button"
        className="row quiet"
        onClick={() => {
          showIssues();
          showView("codebook");
        }}
      >
        {t("library.openCodebook")}
      </button>
    </>
  );
}

function NewIssue() {
  const { t } = useTexts();
  const [naming, setNaming] = useState(false);
  if (!naming)
    return (
      <button type="button" className="row quiet" onClick={() => setNaming(true)}>
        {t("library.newIssue")}
      </button>
    );
  return (
    <NameField
      label={t("library.newIssuePath")}
      placeholder={t("library.issueExample")}
      value=""
      onDone={(name) => {
        setNaming(false);
        void commitNext(message("change.addIssue"), ({ issues }) =>
          name === "" ? [] : issueLineEdits(issues, [{ names: parsePath(name) }]),
        );
      }}
    />
  );
}
