import { useState } from "react";
import { type AnalysedPassage, tallies } from "../../../shared/analysis/found.ts";
import { codedOne } from "../../../shared/claims/claims.ts";
import { labelValues } from "../../../shared/model/page-map.ts";
import { useTexts } from "../i18n/texts.ts";
import { useLibrary } from "../state/library.ts";
import { goTo } from "../state/reading.ts";
import { Select, type SelectOption } from "../ui/Select.tsx";
import { FactsTable } from "./FactsTable.tsx";
import { PassageQuote } from "./Passages.tsx";
import { type Opened, PassagesBehindMark } from "./PassagesBehindMark.tsx";
import { PictureView } from "./PictureView.tsx";
import { chartPicture } from "./pictures.ts";
import { type ConditionsEditor, QueryBuilder } from "./QueryBuilder.tsx";
import { SaveMenu } from "./SaveMenu.tsx";
import { useAnalysis, useRequest } from "./store.ts";
import { useAnswer, useWidth } from "./use-analysis.ts";

/** Passages by what is beside them, listed with their shared words or counted. */
export function PassagesTab({ conditions }: Readonly<{ conditions: ConditionsEditor }>) {
  const texts = useTexts();
  const { t } = texts;
  const library = useLibrary((state) => state.library);
  const by = useAnalysis((state) => state.by);
  const passages = useAnalysis((state) => state.passages);
  const request = useRequest();
  const [answer] = useAnswer(request);
  const [place, width] = useWidth();
  const [open, setOpen] = useState<Opened | null>(null);
  const analysis = answer?.analysis.kind === "passages" ? answer.analysis : null;
  const title = t("analysis.tab.passages");
  const picture = analysis === null || width === 0 ? null : chartPicture(analysis, { library, title, width, texts });
  const views = tallies.map((by): SelectOption => [by, t("analysis.countedBy", { what: t(`analysis.value.${by}`) })]);
  return (
    <>
      <div className="options">
        <Select
          label={t("analysis.show")}
          value={by ?? ""}
          none={t("analysis.listed")}
          options={views}
          onChange={(value) => useAnalysis.setState({ by: tallies.find((tally) => tally === value) ?? null })}
        />
        {analysis !== null && (
          <output className="soft">
            {t("analysis.foundCount", { count: analysis.found.total, claims: analysis.found.claims })}
          </output>
        )}
        {answer !== null && <SaveMenu picture={picture} request={answer.request} name="passages" />}
      </div>
      <div className="analysis-body">
        <QueryBuilder
          conditions={conditions}
          query={passages}
          onChange={(passages) => useAnalysis.setState({ passages })}
        />
        <div ref={place} />
        {picture !== null && <PictureView picture={picture} onOpen={(facets, title) => setOpen({ facets, title })} />}
        {analysis !== null && analysis.by !== null && <FactsTable analysis={analysis} name={title} />}
        {analysis !== null && analysis.by === null && (
          <ol className="found">
            {analysis.found.shown.map((foundPassage) => (
              <Shared key={`${foundPassage.start} ${foundPassage.claims.join(" ")}`} passage={foundPassage} />
            ))}
          </ol>
        )}
      </div>
      {open !== null && <PassagesBehindMark opened={open} onClose={() => setOpen(null)} />}
    </>
  );
}

/** The words that the claims share, then each of the claims whole. */
function Shared({ passage }: Readonly<{ passage: AnalysedPassage }>) {
  const { t } = useTexts();
  const library = useLibrary((state) => state.library);
  const { paper, start, text, page, claims } = passage;
  return (
    <li>
      <button type="button" className="shared" dir="auto" onClick={() => void goTo(paper, start)}>
        <span>{text}</span>
        <span className="soft">
          {library.papers[paper]?.title} {page !== "" && t("analysis.page", labelValues(page))}
        </span>
      </button>
      {claims.length > 1 && (
        <div className="sides">
          {claims.map((claim) => {
            const coded = codedOne(library, paper, claim);
            return coded === null ? null : <PassageQuote key={claim} coded={coded} />;
          })}
        </div>
      )}
    </li>
  );
}
