import { useEffect, useMemo, useState } from "react";
import type { FoundPassage, FoundPassages } from "../../../shared/contract/workbench.ts";
import { labelValues } from "../../../shared/model/page-map.ts";
import { type PassageSpan, passageSpans } from "../../../shared/search/passage-span.ts";
import { getWorkbench } from "../client/connection.ts";
import { useTexts } from "../i18n/texts.ts";
import { codePassages } from "../state/code-passages.ts";
import { useLibrary } from "../state/library.ts";
import { actorOptions, issueOptions, stanceOptions } from "../state/options.ts";
import { papersOfSearch } from "../state/search.ts";
import { attempt } from "../state/shell.ts";
import { Dialog } from "../ui/Dialog.tsx";
import { OptionField } from "../ui/OptionField.tsx";
import { Select } from "../ui/Select.tsx";

type Props = Readonly<{ query: string; onClose: () => void }>;

const keyOf = ({ paper, start }: FoundPassage): string => `${paper} ${start}`;

/** What would be coded of a search, to be looked through before it is: one change, which can be undone. */
export function CodeMatches({ query, onClose }: Props) {
  const { t, shown } = useTexts();
  const library = useLibrary((state) => shown(state.library));
  const [span, setSpan] = useState<PassageSpan>("sentence");
  /** An issue of the codebook, or the path of one that is created with the claims. */
  const [issue, setIssue] = useState("");
  const [stance, setStance] = useState("");
  const [actor, setActor] = useState("");
  const [found, setFound] = useState<FoundPassages | null>(null);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    let isWanted = true;
    const papers = papersOfSearch();
    const asked = { query, span, ...(papers === null ? {} : { papers: [...papers] }) };
    setFound(null);
    void attempt(() => getWorkbench().findPassages(asked)).then((answer) => isWanted && setFound(answer));
    return () => {
      isWanted = false;
    };
  }, [query, span]);
  const wanted = useMemo(() => found?.passages.filter((passage) => !left.has(keyOf(passage))) ?? [], [found, left]);
  const toggle = (passage: FoundPassage): void => {
    const next = new Set(left);
    if (!next.delete(keyOf(passage))) next.add(keyOf(passage));
    setLeft(next);
  };
  const apply = async (): Promise<void> => {
    if (await codePassages(wanted, { issue, stance, actor })) onClose();
  };
  const creation = useMemo(
    () => ({ say: (name: string) => t("annotate.createIssue", { name }), onCreate: setIssue }),
    [t],
  );
  const groups = Map.groupBy(found?.passages ?? [], ({ paper }) => paper);
  return (
    <Dialog
      title={t("autocode.title", { query })}
      onClose={onClose}
      isQuestion
      buttons={
        <button
          type="button"
          className="primary"
          disabled={issue === "" || wanted.length === 0}
          onClick={() => void apply()}
        >
          {t("autocode.apply", { count: wanted.length })}
        </button>
      }
    >
      <div className="autocode">
        <div className="option-field">
          <span>{t("autocode.span")}</span>
          <Select
            label={t("autocode.span")}
            value={span}
            options={passageSpans.map((passageSpan) => [passageSpan, t(`autocode.span.${passageSpan}`)])}
            onChange={(value) => setSpan(passageSpans.find((passageSpan) => passageSpan === value) ?? "sentence")}
          />
        </div>
        <OptionField
          label={t("annotate.issue")}
          value={issue}
          none={t("claims.bulk.chooseIssue")}
          options={issueOptions(library)}
          onChange={setIssue}
          create={creation}
        />
        <div className="option-field">
          <span>{t("filter.stance")}</span>
          <Select
            label={t("filter.stance")}
            value={stance}
            none={t("annotate.noStance")}
            options={stanceOptions(library).filter(([id]) => id !== "none")}
            onChange={setStance}
          />
        </div>
        <OptionField
          label={t("filter.actor")}
          value={actor}
          none={t("claims.noActor")}
          options={actorOptions(library)}
          onChange={setActor}
        />
      </div>
      <p className="soft" role="status">
        {found === null
          ? t("search.asking")
          : t("autocode.counts", { wanted: wanted.length, all: found.passages.length, more: found.more })}
      </p>
      <div className="autocode-list">
        {[...groups].map(([paper, passages]) => (
          <fieldset key={paper}>
            <legend dir="auto">{library.papers[paper]?.title}</legend>
            {passages.map((passage) => (
              <label key={passage.start}>
                <input type="checkbox" checked={!left.has(keyOf(passage))} onChange={() => toggle(passage)} />
                <span className="page">{t("search.page", labelValues(passage.page))}</span>
                <q dir="auto">{passage.quote}</q>
              </label>
            ))}
          </fieldset>
        ))}
      </div>
      {issueOptions(library).length === 0 && issue === "" && <p>{t("autocode.noIssues")}</p>}
    </Dialog>
  );
}
