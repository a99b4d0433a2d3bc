import type { Coded } from "../../../shared/claims/claims.ts";
import { quoteOf } from "../../../shared/model/annotation.ts";
import { passageLabelIn } from "../../../shared/model/page-map.ts";
import { citationsOf } from "../../../shared/report/cite.ts";
import { printQuote } from "../../../shared/report/print-quote.ts";
import { reportWordsIn } from "../../../shared/report/words.ts";
import { getHost, getWorkbench } from "../client/connection.ts";
import { texts } from "../i18n/texts.ts";
import { useSettings } from "./settings.ts";
import { attempt, showMessage } from "./shell.ts";

/** The contract answers about so many papers at once. */
const mostPapers = 1000;

/** Copy the words of claims with their sources, in the style of the settings, a paragraph each. */
export async function copyClaims(coded: readonly Coded[]): Promise<void> {
  const { t, spoken } = texts();
  const papers = [...new Set(coded.map(({ annotation }) => annotation.paper))];
  if (papers.length > mostPapers)
    return showMessage(t("claims.copyTooMany", { count: papers.length, most: mostPapers }));
  const workbench = getWorkbench();
  await attempt(async () => {
    const cited = await workbench.cite({ papers, style: useSettings.getState().citation });
    const citations = citationsOf(cited, reportWordsIn(spoken));
    const maps = await workbench.pageMaps({ papers });
    const quotes = coded.map(({ annotation: { paper, passage } }) => {
      const pages = maps[paper];
      const page = pages === undefined ? "" : passageLabelIn(pages, passage);
      return printQuote(quoteOf(passage).replace(/\s+/g, " ").trim(), citations, paper, page);
    });
    await getHost().copy({ text: quotes.join("\n\n") });
    showMessage(t("claims.copied", { count: quotes.length }));
  });
}
