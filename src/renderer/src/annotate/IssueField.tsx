import { type RefObject, useMemo } from "react";
import type { Issue } from "../../../shared/model/codebook.ts";
import type { Library } from "../../../shared/model/library.ts";
import { useTexts } from "../i18n/texts.ts";
import { useLibrary } from "../state/library.ts";
import { Badge } from "../ui/Badge.tsx";
import { type OfferRow, offersFor } from "../ui/offers.ts";
import { type Offer, TypeAhead } from "../ui/TypeAhead.tsx";
import { issueCandidates, issueChoices } from "./issue-choices.ts";
import { NewName } from "./NewName.tsx";
import { offerOf } from "./offer-of.ts";

type Props = Readonly<{
  library: Library;
  value: string;
  onChange: (path: string) => void;
  /** An issue was taken from the list; `onChange` has been called with the same path. */
  onTake?: (path: string) => void;
  input?: RefObject<HTMLInputElement | null>;
  beside?: RefObject<HTMLElement | null>;
  yieldEscape?: boolean;
}>;

/**
 * An issue, typed or chosen from the tree. What is typed is what is meant: an issue that does not exist is created by
 * that name.
 */
export function IssueField({ library, value, onChange, onTake, input, beside, yieldEscape = false }: Props) {
  const { t } = useTexts();
  const choices = useMemo(() => issueChoices(library), [library]);
  const { rows, highlighted } = useMemo(
    () => offersFor(issueCandidates(library, choices, value), value),
    [library, choices, value],
  );
  const tree = useMemo(
    () =>
      choices.map(
        ({ issue, path, level, count }): Offer => ({
          id: issue.id,
          value: path,
          level,
          about: issue.definition,
          look: <Look issue={issue} name={issue.name} count={count} />,
        }),
      ),
    [choices],
  );
  const looks = (row: OfferRow) => {
    if (row.kind === "create") return <span dir="auto">{t("annotate.createIssue", { name: row.name })}</span>;
    const choice = choices.find(({ issue }) => issue.id === row.id);
    if (choice === undefined) return <span dir="auto">{row.name}</span>;
    return (
      <Look issue={choice.issue} name={row.name} count={choice.count} typed={value} similar={row.kind === "similar"} />
    );
  };
  const about = (row: OfferRow): string =>
    row.kind === "create" ? "" : (choices.find(({ issue }) => issue.id === row.id)?.issue.definition ?? "");
  const offers = rows.map((row): Offer => ({ ...offerOf(row, looks(row)), about: about(row) }));
  return (
    <div className="field">
      <span>{t("annotate.issue")}</span>
      <TypeAhead
        label={t("annotate.issue")}
        value={value}
        placeholder={t("annotate.issueHint")}
        offers={offers}
        highlighted={highlighted}
        tree={tree}
        none={tree.length === 0 ? t("annotate.noIssues") : null}
        onChange={onChange}
        onChoose={(offer) => {
          onChange(offer.value);
          onTake?.(offer.value);
        }}
        yieldEscape={yieldEscape}
        {...(input === undefined ? {} : { input })}
        {...(beside === undefined ? {} : { beside })}
      />
      <NewName rows={rows} say={(name) => t("annotate.newIssue", { name })} onTake={onChange} />
    </div>
  );
}

type LookProps = Readonly<{ issue: Issue; name: string; count: number; typed?: string; similar?: boolean }>;

function Look({ issue, name, count, typed = "", similar = false }: LookProps) {
  const { t, number } = useTexts();
  const isLoading = useLibrary((state) => state.loading !== null);
  const offset = typed.trim() === "" ? -1 : name.toLowerCase().indexOf(typed.trim().toLowerCase());
  const [from, to] = offset < 0 ? [0, 0] : [offset, offset + typed.trim().length];
  return (
    <>
      <Badge colour={issue.colour} />
      <span dir="auto">
        {name.slice(0, from)}
        <u>{name.slice(from, to)}</u>
        {name.slice(to)}
      </span>
      {similar && <span className="soft">{t("annotate.similar")}</span>}
      {count > 0 && !isLoading && (
        <span className="count" title={t("annotate.claimCount", { count })}>
          {number(count)}
        </span>
      )}
      {issue.key !== null && <kbd>{issue.key}</kbd>}
    </>
  );
}
