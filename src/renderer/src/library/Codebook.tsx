import { type KeyboardEvent, useMemo, useState } from "react";
import { issueEdits } from "../../../shared/coding.ts";
import type { Edit } from "../../../shared/edit.ts";
import { issueNames, parsePath, printPath } from "../../../shared/issue-path.ts";
import { allRecords } from "../../../shared/model/by-paper.ts";
import type { Issue } from "../../../shared/model/codebook.ts";
import { useTexts } from "../i18n/texts.ts";
import { commit, useStore } from "../state/store.ts";

/** The tree of issues: a click filters, F2 renames, a digit pins the issue to that key and the same digit again unpins it. */
export function Codebook() {
  const { t } = useTexts();
  const { library, query, server } = useStore();
  const [renamed, setRenamed] = useState<string | null>(null);
  const counts = useMemo(
    () => Map.groupBy(allRecords(library.positions), (position) => position.issue),
    [library.positions],
  );
  const children = useMemo(
    () =>
      Map.groupBy(
        Object.values(library.issues).sort((a, b) => a.rank - b.rank || a.name.localeCompare(b.name)),
        (issue) => issue.parent,
      ),
    [library.issues],
  );
  const writable = server.access.mode === "write";
  const onKeyDown = (event: KeyboardEvent, issue: Issue): void => {
    if (!writable || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "F2") setRenamed(issue.id);
    if (/^[1-9]$/.test(event.key))
      void commit(t("change.pin"), pinEdits(Object.values(library.issues), issue, event.key));
  };
  const draw = (parent: Issue["parent"], depth: number) =>
    children.get(parent)?.map((issue) => {
      const path = printPath(issueNames(library.issues, issue.id));
      const on = query.issue === path;
      const { issue: _issue, ...rest } = query;
      const indent = { paddingInlineStart: `${14 + depth * 14}px` };
      return (
        <li key={issue.id}>
          {renamed === issue.id ? (
            <Name
              label={t("library.newName", { name: issue.name })}
              value={issue.name}
              onDone={(name) => {
                setRenamed(null);
                if (name !== "" && name !== issue.name)
                  void commit(t("change.renameIssue"), [{ table: "issues", from: issue, to: { ...issue, name } }]);
              }}
            />
          ) : (
            <button
              type="button"
              className={`row${on ? " on" : ""}`}
              aria-pressed={on}
              title={issue.definition || t("library.issueHelp")}
              style={indent}
              onClick={() => useStore.setState({ query: on ? rest : { ...query, issue: path } })}
              onDoubleClick={() => writable && setRenamed(issue.id)}
              onKeyDown={(event) => onKeyDown(event, issue)}
            >
              <span className="badge" style={{ background: issue.colour }} aria-hidden="true">
                {[...issue.name][0]?.toUpperCase()}
              </span>
              <span dir="auto">{issue.name}</span>
              <span className="count">{counts.get(issue.id)?.length ?? ""}</span>
              {issue.key !== null && <kbd>{issue.key}</kbd>}
            </button>
          )}
          {children.has(issue.id) && <ul>{draw(issue.id, depth + 1)}</ul>}
        </li>
      );
    });
  return (
    <>
      {children.size === 0 ? (
        <p className="empty">{t("library.noIssues")}</p>
      ) : (
        <ul className="tree">{draw(null, 0)}</ul>
      )}
      {writable && <NewIssue />}
    </>
  );
}

/** Edits that give an issue a key, taking it from whoever had it; the key it has already is taken away. */
export function pinEdits(issues: readonly Issue[], issue: Issue, key: string): Edit[] {
  const before = issues.find((one) => one.key === key && one.id !== issue.id);
  const freed: Edit[] = before === undefined ? [] : [{ table: "issues", from: before, to: { ...before, key: null } }];
  return [...freed, { table: "issues", from: issue, to: { ...issue, key: issue.key === key ? null : key } }];
}

function NewIssue() {
  const { t } = useTexts();
  const { library } = useStore();
  const [naming, setNaming] = useState(false);
  if (!naming)
    return (
      <button type="button" className="row quiet" onClick={() => setNaming(true)}>
        {t("library.newIssue")}
      </button>
    );
  return (
    <Name
      label={t("library.newIssuePath")}
      value=""
      onDone={(name) => {
        setNaming(false);
        if (name !== "") void commit(t("change.addIssue"), issueEdits(library.issues, parsePath(name)).edits);
      }}
    />
  );
}

type NameProps = Readonly<{ label: string; value: string; onDone: (name: string) => void }>;

function Name({ label, value, onDone }: NameProps) {
  const { t } = useTexts();
  return (
    <input
      className="name"
      aria-label={label}
      placeholder={value === "" ? t("library.issueExample") : ""}
      defaultValue={value}
      maxLength={300}
      ref={(input) => input?.focus()}
      onBlur={(event) => onDone(event.target.value.trim())}
      onKeyDown={(event) => {
        if (event.key === "Enter") event.currentTarget.blur();
        if (event.key === "Escape") {
          event.currentTarget.value = value;
          event.currentTarget.blur();
        }
      }}
    />
  );
}
