import { useMemo, useState } from "react";
import type { Contradiction, ContradictionSide } from "../../../shared/analysis/contradictions.ts";
import { entryName } from "../../../shared/analysis/entries.ts";
import { MatrixOptions, matrixOf } from "../../../shared/analysis/matrix.ts";
import { shownMatrix } from "../../../shared/analysis/shown-analysis.ts";
import { positionRows } from "../../../shared/analysis/table.ts";
import { barsChart } from "../../../shared/chart/bars-chart.ts";
import { inDirection } from "../../../shared/chart/mirror.ts";
import { codedOne } from "../../../shared/claims/claims.ts";
import { useTexts } from "../i18n/texts.ts";
import { shownClaims } from "../state/filtered-claims.ts";
import { useLibrary } from "../state/library.ts";
import { useShell } from "../state/shell.ts";
import { Counting } from "./Counting.tsx";
import { FactsTable } from "./FactsTable.tsx";
import { OptionHelp } from "./OptionHelp.tsx";
import { Options } from "./Options.tsx";
import { PassageQuote } from "./Passages.tsx";
import { type Opened, PassagesBehindMark } from "./PassagesBehindMark.tsx";
import { PictureView } from "./PictureView.tsx";
import { useChartWords } from "./pictures.ts";
import { SaveMenu } from "./SaveMenu.tsx";
import { useAnalysis, useRequest } from "./store.ts";
import { useAnswer, useWidth } from "./use-analysis.ts";

/** So many pairs are shown at first, and more when asked. */
const page = 40;
/** So many divided issues have a bar. */
const bars = 15;

/**
 * Claims that contradict each other, two quotes side by side, the weightiest first; over them how the issues are
 * divided.
 */
export function ContradictionsTab() {
  const { t, number } = useTexts();
  const wantedKind = useAnalysis((state) => state.contradictions);
  const request = useRequest();
  const [answer, isAsking] = useAnswer(request);
  const found = answer?.analysis.kind === "contradictions" ? answer.analysis.contradictions : [];
  const shown = found.filter(({ kind }) => wantedKind === "all" || wantedKind === kind);
  const [place, width] = useWidth();
  const divided = useDivided(shown, width);
  const picture = divided?.picture ?? null;
  const [open, setOpen] = useState<Opened | null>(null);
  const pairs = [...Map.groupBy(shown, pairOf)];
  const [most, setMost] = useState(page);
  return (
    <>
      <div className="options">
        <Options />
        <OptionHelp />
        {answer !== null && <SaveMenu picture={picture} request={answer.request} name="contradictions" />}
      </div>
      <div className="analysis-body">
        <div ref={place} />
        {answer === null && isAsking && <Counting />}
        {answer !== null && shown.length === 0 && <p className="soft">{t("analysis.agreed")}</p>}
        {picture !== null && shown.length > 0 && (
          <PictureView picture={picture} onOpen={(facets, title) => setOpen({ facets, title })} />
        )}
        {divided !== null && divided.shown < divided.all && (
          <p className="soft">{t("analysis.busiest", { shown: number(divided.shown), all: number(divided.all) })}</p>
        )}
        <ol className="contradictions">
          {pairs.slice(0, most).map(([pair, same]) => (
            <Pair key={pair} same={same} />
          ))}
        </ol>
        {pairs.length > most && (
          <button type="button" onClick={() => setMost(most + page)}>
            {t("analysis.more", { count: pairs.length - most })}
          </button>
        )}
        {answer !== null && shown.length > 0 && (
          <>
            <h2>{t("analysis.table")}</h2>
            <FactsTable
              analysis={{
                kind: "contradictions",
                contradictions: pairs.slice(0, most).flatMap(([, same]) => same),
              }}
              name={t("analysis.tab.contradictions")}
            />
          </>
        )}
      </div>
      {open !== null && <PassagesBehindMark opened={open} onClose={() => setOpen(null)} />}
    </>
  );
}

/** For and against on the issues that are disputed. */
function useDivided(found: readonly Contradiction[], width: number) {
  const { t, spoken, direction } = useTexts();
  const words = useChartWords();
  const library = useLibrary((state) => state.library);
  const query = useShell((state) => state.query);
  return useMemo(() => {
    if (width === 0 || found.length === 0) return null;
    const issues = new Set<string>(found.map(({ issue }) => issue));
    const rows = positionRows(library, shownClaims(library, query)).filter((row) => issues.has(row.issue));
    const matrix = shownMatrix(library, matrixOf(library, rows, MatrixOptions.parse({})), spoken);
    const divided = matrix.lines.filter(({ id }) => issues.has(id)).sort((a, b) => b.total - a.total);
    const shown = { ...matrix, lines: divided.slice(0, bars) };
    const title = t("analysis.tab.contradictions");
    const picture = inDirection(barsChart(library, shown, title, width, words), direction);
    return { picture, shown: shown.lines.length, all: divided.length };
  }, [library, query, found, width, t, spoken, direction, words]);
}

function pairOf({ issue, supports, opposes }: Contradiction): string {
  return `${issue} ${supports.claim} ${opposes.claim}`;
}

/** Two quotes that contradict each other, in one way or in several. */
function Pair({ same }: Readonly<{ same: readonly Contradiction[] }>) {
  const { t } = useTexts();
  const library = useLibrary((state) => state.library);
  const [first] = same;
  if (first === undefined) return null;
  const ways = same.map((contradiction) => {
    const pairs = t("analysis.pairs", { for: contradiction.for, against: contradiction.against });
    return `${t(`analysis.of.${contradiction.kind}`)} (${pairs})`;
  });
  return (
    <li>
      <h2>
        <span dir="auto">{entryName(library, "issue", first.issue)}</span>
        <span className="soft">{ways.join(" · ")}</span>
      </h2>
      <div className="sides">
        <Held side={first.supports} look="supports" />
        <Held side={first.opposes} look="opposes" />
      </div>
    </li>
  );
}

function Held({ side, look }: Readonly<{ side: ContradictionSide; look: string }>) {
  const library = useLibrary((state) => state.library);
  const coded = codedOne(library, side.paper, side.claim);
  return coded === null ? null : <PassageQuote coded={coded} look={look} />;
}
