import { issueNames, showPath } from "../../../shared/model/issue-path.ts";
import { useTexts } from "../i18n/texts.ts";
import { useLibrary } from "../state/library.ts";
import { Badge } from "../ui/Badge.tsx";

type Props = Readonly<{ chosen: string; onChoose: (path: string) => void }>;

/** The issues that digits stand for, as buttons that choose them. */
export function PinnedIssues({ chosen, onChoose }: Props) {
  const { t } = useTexts();
  const issues = useLibrary((state) => state.library.issues);
  const pinned = Object.values(issues)
    .filter((issue) => issue.key !== null && !issue.archived)
    .sort((a, b) => (a.key ?? "").localeCompare(b.key ?? ""));
  if (pinned.length === 0) return null;
  return (
    <fieldset className="pinned" aria-label={t("annotate.pinned")}>
      {pinned.map((issue) => {
        const path = showPath(issueNames(issues, issue.id));
        return (
          <button
            type="button"
            tabIndex={-1}
            key={issue.id}
            title={path}
            aria-pressed={path === chosen}
            onClick={() => onChoose(path)}
          >
            <kbd>{issue.key}</kbd> <Badge colour={issue.colour} /> <span dir="auto">{issue.name}</span>
          </button>
        );
      })}
    </fieldset>
  );
}
