import { shortened } from "../../../shared/change/differences.ts";
import { issueCounts } from "../../../shared/codebook/issue-counts.ts";
import { updateIssue } from "../../../shared/codebook/issues.ts";
import type { Message } from "../../../shared/messages/arguments.ts";
import { message } from "../../../shared/messages/message.ts";
import type { Issue } from "../../../shared/model/codebook.ts";
import { issueNames, printPath, showPath } from "../../../shared/model/issue-path.ts";
import { useTexts } from "../i18n/texts.ts";
import { setCodebookDialog } from "../state/codebook.ts";
import { commitNext } from "../state/commit-next.ts";
import { useLibrary } from "../state/library.ts";
import { showClaims } from "../state/shell.ts";
import { Badge } from "../ui/Badge.tsx";
import { Icon } from "../ui/Icon.tsx";
import { Colour } from "./Colour.tsx";
import { DetailChoice, DetailField, DetailGroup } from "./Field.tsx";

type Part = Partial<Omit<Issue, "id" | "parent" | "rank">>;

/** What an issue is called, means and looks like. */
export function IssueDetails({ issue, disabled }: Readonly<{ issue: Issue; disabled: boolean }>) {
  const { t } = useTexts();
  const library = useLibrary((state) => state.library);
  const { direct, all } = issueCounts(library).get(issue.id) ?? { direct: 0, all: 0 };
  const names = issueNames(library.issues, issue.id);
  const update = (part: Part, label: Message): void =>
    void commitNext(label, ({ issues }) => updateIssue(issues, issue.id, part));
  const define = (part: Part): void => update(part, message("change.define", { name: issue.name }));
  const holder = (key: string): string => {
    const other = Object.values(library.issues).find((candidate) => candidate.key === key && candidate.id !== issue.id);
    return other === undefined ? key : t("codebook.keyOf", { key, name: other.name });
  };
  return (
    <>
      <header>
        <span className="path" dir="auto">
          <Badge colour={issue.colour} /> {showPath(names)}
        </span>
        {issue.archived && <span className="soft">{t("codebook.archived")}</span>}
      </header>
      <p className="soft counted">
        {t("codebook.counted", { kind: "issue", direct, more: all === direct ? 0 : all })}{" "}
        {all > 0 && (
          <button type="button" className="link" onClick={() => showClaims({ issue: printPath(names) })}>
            {t("codebook.showClaims")}
          </button>
        )}
      </p>
      <DetailField
        label={t("codebook.name")}
        value={issue.name}
        most={300}
        disabled={disabled}
        onSave={(name) => update({ name }, message("change.renameEntry"))}
      />
      <DetailChoice
        label={t("codebook.key")}
        value={issue.key ?? ""}
        none={t("codebook.noKey")}
        options={["1", "2", "3", "4", "5", "6", "7", "8", "9"].map((key) => [key, holder(key)])}
        onChange={(key) => update({ key: key === "" ? null : key }, message("change.pin"))}
        disabled={disabled}
      />
      <Colour value={issue.colour} disabled={disabled} onSave={(colour) => define({ colour })} />
      {(["definition", "include", "exclude"] as const).map((part) => (
        <DetailField
          key={part}
          label={t(`codebook.${part}`)}
          help={t(`codebook.${part}.help`)}
          value={issue[part]}
          long
          disabled={disabled}
          onSave={(value) => define({ [part]: value })}
        />
      ))}
      <DetailGroup label={t("codebook.examples")}>
        <ul className="examples">
          {issue.examples.map((example) => (
            <li key={example}>
              <q dir="auto">{example}</q>
              {!disabled && (
                <button
                  type="button"
                  className="sign"
                  aria-label={t("codebook.removeExample", { quote: shortened(example, 60) })}
                  onClick={() => define({ examples: issue.examples.filter((other) => other !== example) })}
                >
                  <Icon name="cross" size={14} />
                </button>
              )}
            </li>
          ))}
        </ul>
        {!disabled && (
          <button type="button" className="bordered" disabled={all === 0} onClick={() => setCodebookDialog("examples")}>
            {t("codebook.chooseExamples")}
          </button>
        )}
      </DetailGroup>
    </>
  );
}
