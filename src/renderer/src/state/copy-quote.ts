import { codedOne } from "../../../shared/claims/claims.ts";
import { quoteOf } from "../../../shared/model/annotation.ts";
import type { PaperContent } from "../../../shared/model/content.ts";
import type { AnnotationId, PaperId } from "../../../shared/model/ids.ts";
import { pageLabelAt, passageLabel } from "../../../shared/model/page-map.ts";
import { citationsOf } from "../../../shared/report/cite.ts";
import { printQuote } from "../../../shared/report/print-quote.ts";
import { reportWordsIn } from "../../../shared/report/words.ts";
import { getHost, getWorkbench } from "../client/connection.ts";
import { texts } from "../i18n/texts.ts";
import { useLibrary } from "./library.ts";
import { type ReadingState, selectClaimOf, useReading } from "./reading.ts";
import { useSettings } from "./settings.ts";
import { attempt, showMessage, useShell } from "./shell.ts";

/** How much of what was copied is shown: its end, which has the source, in a message that fits the status line. */
const mostShown = 72;

type Words = Readonly<{ paper: PaperId; quote: string; page: string }>;

/** Copy the selected words, or those of the selected claim, with their source in the style of the settings. */
export function copyQuote(): Promise<void> {
  return copy(wordsIn(useReading.getState()));
}

/** Copy the words of a claim of the open paper with their source, whatever words are selected beside it. */
export function copyClaim(id: AnnotationId | null): Promise<void> {
  const { paper, content } = useReading.getState();
  return copy(paper === null || content === null ? null : wordsOfClaim(paper, content, id));
}

/** Copy the words of a claim of any paper with their source. The paper becomes the open one. */
export async function copyClaimOf(paper: PaperId, id: AnnotationId): Promise<void> {
  await selectClaimOf(paper, id);
  await copyClaim(id);
}

async function copy(words: Words | null): Promise<void> {
  const { t } = texts();
  if (words === null) return showMessage(t("reader.nothingToCopy"));
  const { paper, quote, page } = words;
  const { citation: style } = useSettings.getState();
  await attempt(async () => {
    const cited = await getWorkbench().cite({ papers: [paper], style });
    const text = printQuote(quote, citationsOf(cited, reportWordsIn(texts().spoken)), paper, page);
    await getHost().copy({ text });
    showMessage(t("reader.copied", { text: text.length > mostShown ? `…${text.slice(-mostShown)}` : text }));
  });
}

/** What is to be copied; outside of the paper, the selected claim goes before words selected there. */
function wordsIn({ paper, content, range, selected }: ReadingState): Words | null {
  if (paper === null || content === null) return null;
  const inPaper =
    range === null
      ? null
      : quoted(paper, content.text.slice(range.start, range.end), pageLabelAt(content, range.start));
  const ofClaim = wordsOfClaim(paper, content, selected);
  return useShell.getState().view === "read" ? (inPaper ?? ofClaim) : (ofClaim ?? inPaper);
}

function wordsOfClaim(paper: PaperId, content: PaperContent, id: AnnotationId | null): Words | null {
  const coded = id === null ? null : codedOne(useLibrary.getState().library, paper, id);
  if (coded === null) return null;
  const { passage } = coded.annotation;
  const words = passage.region === undefined ? quoteOf(passage) : passage.region.quote;
  return quoted(paper, words, passageLabel(content, passage));
}

function quoted(paper: PaperId, words: string, page: string): Words | null {
  const quote = words.replace(/\s+/g, " ").trim();
  return quote === "" ? null : { paper, quote, page };
}
