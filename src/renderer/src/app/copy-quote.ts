import { codedOne } from "../../../shared/claims/claims.ts";
import type { PaperContent } from "../../../shared/model/content.ts";
import type { PaperId } from "../../../shared/model/ids.ts";
import { pageLabelAt } from "../../../shared/model/page-map.ts";
import { citationsOf } from "../../../shared/report/cite.ts";
import { printQuote } from "../../../shared/report/print-quote.ts";
import { getHost, getWorkbench } from "../client/connection.ts";
import { texts } from "../i18n/texts.ts";
import { useLibrary } from "../state/library.ts";
import { type ReadingState, useReading } from "../state/reading.ts";
import { useSettings } from "../state/settings.ts";
import { attempt, showMessage, useShell } from "../state/shell.ts";

type Words = Readonly<{ paper: PaperId; quote: string; page: string }>;

/** Copy the selected words, or those of the selected claim, with their source in the style of the settings. */
export async function copyQuote(): Promise<void> {
  const { t } = texts();
  const words = wordsIn(useReading.getState());
  if (words === null) return showMessage(t("reader.nothingToCopy"));
  const { paper, quote, page } = words;
  const { citation: style } = useSettings.getState();
  await attempt(async () => {
    const cited = await getWorkbench().cite({ papers: [paper], style });
    const text = printQuote(quote, citationsOf(cited), paper, page);
    await getHost().copy({ text });
    showMessage(t("reader.copied", { text: text.length > 160 ? `…${text.slice(-160)}` : text }));
  });
}

/** What is to be copied; outside of the paper, the selected claim goes before words selected there. */
function wordsIn({ paper, content, range, selected }: ReadingState): Words | null {
  if (paper === null || content === null) return null;
  const inPaper =
    range === null ? null : quoted(paper, content, content.text.slice(range.start, range.end), range.start);
  const coded = selected === null ? null : codedOne(useLibrary.getState().library, paper, selected);
  const ranges = coded?.annotation.passage.ranges ?? [];
  const start = ranges[0]?.start;
  const ofClaim =
    start === undefined ? null : quoted(paper, content, ranges.map(({ quote }) => quote).join(" … "), start);
  return useShell.getState().view === "read" ? (inPaper ?? ofClaim) : (ofClaim ?? inPaper);
}

function quoted(paper: PaperId, content: PaperContent, words: string, start: number): Words | null {
  const quote = words.replace(/\s+/g, " ").trim();
  return quote === "" ? null : { paper, quote, page: pageLabelAt(content, start) };
}
