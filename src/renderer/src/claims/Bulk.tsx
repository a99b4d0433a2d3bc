import { type FormEvent, type KeyboardEvent, type ReactNode, useMemo, useState } from "react";
import type { Coded } from "../../../shared/claims/claims.ts";
import { type Recoding, recodedCount, recodeEdits } from "../../../shared/claims/recode.ts";
import { ActorId, IssueId } from "../../../shared/model/ids.ts";
import type { Library } from "../../../shared/model/library.ts";
import { useTexts } from "../i18n/texts.ts";
import { focusOn, focusRef } from "../state/focus.ts";
import { useLibrary } from "../state/library.ts";
import { actorOptions, issueOptions, stanceOfOption, stanceOptions } from "../state/options.ts";
import { isComposing } from "../ui/composing.ts";
import { key } from "../ui/key.tsx";
import { OptionField } from "../ui/OptionField.tsx";
import { Select } from "../ui/Select.tsx";
import { recodeClaims } from "./recode-claims.ts";

const kinds = ["stance", "issue", "add", "remove", "actor", "certainty", "delete"] as const;
type Kind = (typeof kinds)[number];
type Choice = Readonly<{ issue: string; from: string; stance: string; actor: string; certainty: string }>;

const nothing: Choice = { issue: "", from: "", stance: "", actor: "", certainty: "" };

const focus = focusRef("bulk", "select");

/** Escape leaves the actions for the row that was left for them; an open list closes first. */
function backToRows(event: KeyboardEvent): void {
  if (event.key !== "Escape" || event.defaultPrevented || isComposing(event)) return;
  event.preventDefault();
  event.stopPropagation();
  focusOn("claims");
}

/** One thing to do to all selected claims, with how many it would change; one change, so one undo. */
export function Bulk({ coded, onDone }: Readonly<{ coded: readonly Coded[]; onDone: () => void }>) {
  const { t, rich } = useTexts();
  const library = useLibrary((state) => state.library);
  const server = useLibrary((state) => state.server);
  const [kind, setKind] = useState<Kind>("stance");
  const [choice, setChoice] = useState(nothing);
  const wish = useMemo(() => wishOf(library, kind, choice), [library, kind, choice]);
  const changed = useMemo(
    () => (wish === null ? 0 : recodedCount(recodeEdits(library, coded, wish, new Date().toISOString()))),
    [library, coded, wish],
  );
  if (coded.length === 0 || server.access.mode === "read")
    return <span className="soft">{t("claims.noSelection")}</span>;
  const put = (part: Partial<Choice>): void => setChoice({ ...choice, ...part });
  const apply = (event: FormEvent): void => {
    event.preventDefault();
    if (wish !== null) void recodeClaims(coded, wish).then((kept) => kept && kind === "delete" && onDone());
  };
  const issues = issueOptions(library);
  return (
    <form className="bulk" onSubmit={apply} onKeyDown={backToRows} ref={focus}>
      <b>{t("claims.selected", { count: coded.length })}</b>
      <span className="soft">{rich("claims.bulkKey", { kbd: key })}</span>
      <Select
        label={t("claims.bulk")}
        value={kind}
        options={kinds.map((kind) => [kind, t(`claims.bulk.${kind}`)])}
        onChange={(value) => {
          setKind(kinds.find((kind) => kind === value) ?? "stance");
          setChoice(nothing);
        }}
      />
      {(kind === "stance" || kind === "issue") && (
        <OptionField
          label={kind === "stance" ? t("claims.bulk.onIssue") : t("claims.bulk.from")}
          value={choice.from}
          none={t("claims.bulk.anyIssue")}
          options={issues}
          onChange={(from) => put({ from })}
        />
      )}
      {(kind === "issue" || kind === "add" || kind === "remove") && (
        <OptionField
          label={kind === "issue" ? t("claims.bulk.to") : t("annotate.issue")}
          value={choice.issue}
          none={t("claims.bulk.chooseIssue")}
          options={issues}
          onChange={(issue) => put({ issue })}
        />
      )}
      {(kind === "stance" || kind === "add") && (
        <Labelled label={t("filter.stance")}>
          <Select
            label={t("filter.stance")}
            value={choice.stance}
            none="…"
            options={stanceOptions(library)}
            onChange={(stance) => put({ stance })}
          />
        </Labelled>
      )}
      {kind === "actor" && (
        <OptionField
          label={t("filter.actor")}
          value={choice.actor}
          none={t("claims.noActor")}
          options={actorOptions(library)}
          onChange={(actor) => put({ actor })}
        />
      )}
      {kind === "certainty" && (
        <Labelled label={t("claims.certaintyOf")}>
          <Select
            label={t("claims.certaintyOf")}
            value={choice.certainty}
            none={t("claims.notSet")}
            options={["1", "2", "3", "4", "5"].map((value) => [value, value])}
            onChange={(certainty) => put({ certainty })}
          />
        </Labelled>
      )}
      <button type="submit" className={kind === "delete" ? "danger" : "primary"} disabled={changed === 0}>
        {kind === "delete"
          ? t("claims.bulk.applyDelete", { count: changed })
          : t("claims.bulk.apply", { count: changed })}
      </button>
      <button type="button" onClick={onDone}>
        {t("claims.selectNone")}
      </button>
    </form>
  );
}

function Labelled({ label, children }: Readonly<{ label: string; children: ReactNode }>) {
  return (
    <div className="option-field">
      <span>{label}</span>
      {children}
    </div>
  );
}

function wishOf(library: Library, kind: Kind, { issue, from, stance, actor, certainty }: Choice): Recoding | null {
  const known = <Id,>(schema: { parse(value: unknown): Id }, table: object, id: string): Id | null =>
    Object.hasOwn(table, id) ? schema.parse(id) : null;
  const [toIssue, fromIssue] = [issue, from].map((id) => known(IssueId, library.issues, id));
  const toStance = stanceOfOption(library, stance);
  switch (kind) {
    case "stance":
      return toStance === undefined ? null : { kind, stance: toStance, issue: fromIssue ?? null };
    case "issue":
      return toIssue == null ? null : { kind, from: fromIssue ?? null, to: toIssue };
    case "add":
      return toIssue == null || toStance === undefined ? null : { kind, issue: toIssue, stance: toStance };
    case "remove":
      return toIssue == null ? null : { kind, issue: toIssue };
    case "actor":
      return { kind, actor: known(ActorId, library.actors, actor) };
    case "certainty":
      return { kind, certainty: certainty === "" ? null : Number(certainty) };
    case "delete":
      return { kind };
  }
}
