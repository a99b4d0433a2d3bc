import { type RefObject, useMemo } from "react";
import type { Issue } from "../../../shared/model/codebook.ts";
import { issueNames, showPath } from "../../../shared/model/issue-path.ts";
import type { Library } from "../../../shared/model/library.ts";
import { plainWords } from "../../../shared/text/words.ts";
import { useTexts } from "../i18n/texts.ts";
import { useReading } from "../state/reading.ts";
import { Badge } from "../ui/Badge.tsx";
import { type Offer, TypeAhead } from "../ui/TypeAhead.tsx";

type Props = Readonly<{
  library: Library;
  value: string;
  onChange: (path: string) => void;
  /** Whether the issues used last are offered before anything is typed. */
  early?: boolean;
  input?: RefObject<HTMLInputElement | null>;
}>;

/** An issue by type-ahead over the whole tree; what is not there yet is made. */
export function IssueField({ library, value, onChange, early = false, input }: Props) {
  const { t } = useTexts();
  const recent = useReading((state) => state.recent);
  const all = useMemo(
    () =>
      Object.values(library.issues)
        .map((issue) => ({ issue, path: showPath(issueNames(library.issues, issue.id)) }))
        .map((one) => ({ ...one, folded: plainWords(one.path) }))
        .sort((a, b) => a.path.localeCompare(b.path)),
    [library.issues],
  );
  const words = plainWords(value);
  const exact = all.some((one) => one.path === value);
  const found =
    words === ""
      ? recent.flatMap((id) => all.find((one) => one.issue.id === id) ?? [])
      : all
          .filter((one) => one.folded.includes(words))
          .sort((a, b) => rank(a.folded, words) - rank(b.folded, words))
          .slice(0, 7);
  const offers = exact
    ? []
    : found.map(({ issue, path }) => ({ id: issue.id, value: path, look: look(issue, path, value) }));
  return (
    <div className="field">
      <span>{t("annotate.issue")}</span>
      <TypeAhead
        label={t("annotate.issue")}
        value={value}
        placeholder={t("annotate.issueHint")}
        offers={offers}
        none={exact || words === "" ? null : t("annotate.creates", { name: value })}
        early={early}
        onChange={onChange}
        onChoose={(offer: Offer) => onChange(offer.value)}
        {...(input === undefined ? {} : { input })}
      />
    </div>
  );
}

/** Paths in which the words begin the issue's own name first, then those in which they begin any name. */
function rank(path: string, words: string): number {
  const names = path.split(" › ");
  return names.at(-1)?.startsWith(words) ? 0 : names.some((name) => name.startsWith(words)) ? 1 : 2;
}

function look(issue: Issue, path: string, value: string) {
  const at = path.toLowerCase().indexOf(value.trim().toLowerCase());
  const length = at < 0 ? 0 : value.trim().length;
  return (
    <>
      <Badge name={issue.name} colour={issue.colour} />
      <span dir="auto">
        {path.slice(0, Math.max(0, at))}
        <u>{path.slice(Math.max(0, at), Math.max(0, at) + length)}</u>
        {path.slice(Math.max(0, at) + length)}
      </span>
      {issue.key !== null && <kbd>{issue.key}</kbd>}
    </>
  );
}
